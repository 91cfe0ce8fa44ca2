import type { Log } from '../../handling/log.js';
import type { Languages } from '../../handling/ports.js';
import { within } from '../../handling/within.js';
import type { Language } from '../../report/form.js';

/** Which language somebody chose by the side of the intake message that they pressed. Of outsiders Slack tells none. */
export type ChosenLanguages = Readonly<{
  /** What they chose last, at whichever replica; `now`, where they choose just now. Never throws. */
  of(user: string, now: Language | undefined): Promise<Language | undefined>;
  /** As far as this replica knows; asks nobody. */
  known(user: string): Language | undefined;
}>;

/** People whose choice is remembered here. Of more, whoever was asked about longest ago is forgotten. */
const mostKnown = 10_000;
/** Milliseconds for which a choice counts without asking the database again: another replica may have heard a newer one. */
const freshMs = 60_000;
/** Milliseconds that the database may take: whoever waits for a modal has three seconds in all. */
const patienceMs = 500;

type Choice = Readonly<{ language: Language | undefined; at: number }>;

export function createChosenLanguages({
  languages,
  clock,
  log,
}: Readonly<{ languages: Languages; clock: () => Date; log: Log }>): ChosenLanguages {
  const remembered = new Map<string, Choice>();
  const remember = (user: string, language: Language | undefined) => {
    remembered.delete(user);
    const [oldest] = remembered.size < mostKnown ? [] : remembered.keys();
    if (oldest !== undefined) remembered.delete(oldest);
    remembered.set(user, { language, at: clock().getTime() });
  };
  const keep = async (user: string, language: Language): Promise<void> => {
    try {
      await languages.keep(user, language);
    } catch (error) {
      log.fail('language not kept', error);
    }
  };
  /** Remembers that nobody has chosen, too. A choice made meanwhile is newer than the answer. */
  const ask = async (user: string): Promise<void> => {
    const before = remembered.get(user);
    try {
      const found = await languages.find(user);
      if (remembered.get(user) === before) remember(user, found);
    } catch (error) {
      log.fail('language not looked up', error);
    }
  };
  const isFresh = (choice: Choice | undefined) =>
    choice !== undefined && Math.abs(clock().getTime() - choice.at) < freshMs;
  const known = (user: string) => remembered.get(user)?.language;
  return {
    known,
    of: async (user, now) => {
      if (now !== undefined) {
        remember(user, now);
        await within(patienceMs, keep(user, now), undefined);
      } else if (!isFresh(remembered.get(user))) {
        await within(patienceMs, ask(user), undefined);
      }
      return known(user);
    },
  };
}
