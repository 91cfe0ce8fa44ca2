import { surface } from '../declare-surface.js';
import { button, buttons, context, header, marked, section } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { digestLine, digestLineText, holdersText } from '../parts/digest-lines.js';
import type { TeamDigestFacts } from '../reminder-facts.js';

/** Reports that one digest lists; the others are counted. */
const listed = 40;

/** What the whole channel should know now: what is overdue, due soon and new, and who has it. Class A and the responders. */
export const teamDigest = surface('message', 'responder', 'A', (facts: TeamDigestFacts, locale) => {
  const { lines, calls } = facts;
  const { digest: say } = locale;
  const count = (why: (typeof lines)[number]['why']) => lines.filter((line) => line.why === why).length;
  const heading = say.heading({ overdue: count('overdue'), soon: count('soon'), fresh: count('new') });
  const shown = lines.slice(0, listed);
  const others = lines.length - shown.length;
  const mentions = calls.map(({ user }) => `<@${user}>`).join(' ');
  return {
    text: escapeMrkdwn([heading, ...shown.map((line) => digestLineText(line, facts, locale))].join('\n')),
    blocks: [
      header(heading),
      ...shown.map((line) => digestLine(line, facts, locale)),
      ...(others > 0 ? [section(marked(say.others(others)))] : []),
      ...(mentions === '' ? [] : [section(marked(say.calls(mentions)))]),
      context(marked(escapeMrkdwn(say.holders(holdersText(facts, locale))))),
      buttons(button('list', locale.menu.list)),
    ],
  };
});
