import { formatTime } from '../../deadline/format-time.js';
import { localeOf } from '../../locales/locale-of.js';
import { refusalSentence } from '../../locales/refusal-sentence.js';
import type { Language } from '../../report/form.js';
import type { RefusalFacts } from './facts.js';
import { nameOf as shownName } from './kit/blocks.js';

export type RefusalReader = Readonly<{
  language: Language;
  team: boolean;
  zone: string;
  nameOf: (user: string) => string | undefined;
}>;

/** A refusal as plain text, for the places where Slack takes no markup: below an input. */
export function refusalText(refusal: RefusalFacts, { language, team, zone, nameOf }: RefusalReader): string {
  const tell = {
    person: (user: string) => shownName({ name: nameOf(user) ?? '', user }),
    time: (at: Date) => formatTime(at, zone, language),
  };
  return refusalSentence(refusal, team, tell, localeOf(language));
}
