import type { Log } from '../../handling/log.js';
import type { Languages } from '../../handling/ports.js';
import { within } from '../../handling/within.js';
import type { Language } from '../../report/form.js';

/** Which language somebody chose by the side of the door that they pressed: of people from elsewhere Slack tells none. */
export type ChosenLanguages = Readonly<{
  /** What they chose last, at whichever replica; `now`, where they choose just now. Never throws. */
  of(user: string, now: Language | undefined): Promise<Language | undefined>;
  /** As far as this replica knows; asks nobody. */
  known(user: string): Language | undefined;
}>;

/** People whose choice is remembered here, for when the database is slow. */
const mostKnown = 10_000;
/** Milliseconds that the database may take: whoever waits for a modal has three seconds in all. */
const patienceMs = 500;

export function createChosenLanguages({
  languages,
  log,
}: Readonly<{ languages: Languages; log: Log }>): ChosenLanguages {
  const remembered = new Map<string, Language>();
  const remember = (user: string, language: Language): Language => {
    remembered.delete(user);
    const [oldest] = remembered.size < mostKnown ? [] : remembered.keys();
    if (oldest !== undefined) remembered.delete(oldest);
    remembered.set(user, language);
    return language;
  };
  const ask = async (user: string, now: Language | undefined): Promise<Language | undefined> => {
    try {
      if (now === undefined) return await languages.find(user);
      await languages.keep(user, now);
    } catch (error) {
      log.fail('language not looked up', error);
    }
    return now;
  };
  return {
    known: (user) => remembered.get(user),
    of: async (user, now) => {
      if (now !== undefined) remember(user, now);
      const found = await within(patienceMs, ask(user, now), undefined);
      return found === undefined ? remembered.get(user) : remember(user, found);
    },
  };
}
