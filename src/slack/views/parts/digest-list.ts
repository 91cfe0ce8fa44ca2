import type { KnownBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import { marked, section } from '../kit/blocks.js';
import type { TeamDigestFacts } from '../reminder-facts.js';
import { digestLine, digestLineText } from './digest-lines.js';

/** What is overdue, due soon and new: its heading, and each report, as plain text and as blocks. */
export type DigestList = Readonly<{ heading: string; texts: readonly string[]; blocks: readonly KnownBlock[] }>;

/** `most`: reports that are listed; the others are counted. */
export function digestList(facts: Omit<TeamDigestFacts, 'holders'>, most: number, locale: Locale): DigestList {
  const { lines, calls } = facts;
  const { digest: say } = locale;
  const count = (why: (typeof lines)[number]['why']) => lines.filter((line) => line.why === why).length;
  const shown = lines.slice(0, most);
  const others = lines.length - shown.length;
  const mentions = calls.map(({ user }) => `<@${user}>`).join(' ');
  return {
    heading: say.heading({ overdue: count('overdue'), soon: count('soon'), fresh: count('new') }),
    texts: shown.map((line) => digestLineText(line, facts, locale)),
    blocks: [
      ...shown.map((line) => digestLine(line, facts, locale)),
      ...(others > 0 ? [section(marked(say.others(others)))] : []),
      ...(mentions === '' ? [] : [section(marked(say.calls(mentions)))]),
    ],
  };
}
