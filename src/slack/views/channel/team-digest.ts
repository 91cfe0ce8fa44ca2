import type { Locale } from '../../../locales/locale-of.js';
import { surface } from '../declare-surface.js';
import { button, buttons, context, header, marked, section } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { cut, cutEscaped } from '../kit/truncate.js';
import { dueTeamTime, dueText, lateMark, soonMark } from '../parts/labels.js';
import type { TeamDigestFacts } from '../reminder-facts.js';

/** Reports that one digest lists; the others are counted. */
const listed = 40;
/** People whose reports are counted by name, and the characters of a name. */
const [named, nameLength] = [20, 40];

/** What the whole channel should know now: what is overdue, due soon and new, and who has it. Class A and the responders. */
export const teamDigest = surface('message', 'responder', 'A', (facts: TeamDigestFacts, locale) => {
  const { lines, calls, calendar, now } = facts;
  const { digest: say } = locale;
  const count = (why: Line['why']) => lines.filter((line) => line.why === why).length;
  const heading = say.heading({ overdue: count('overdue'), soon: count('soon'), fresh: count('new') });
  const shown = lines.slice(0, listed);
  const others = lines.length - shown.length;
  const mentions = calls.map(({ user }) => `<@${user}>`).join(' ');
  return {
    text: escapeMrkdwn(
      [
        heading,
        ...shown.map(
          (line) => `${line.id}: ${item(line, dueTeamTime(line.deadline.dueAt, now, calendar, locale), cut, locale)}`,
        ),
      ].join('\n'),
    ),
    blocks: [
      header(heading),
      ...shown.map((line) => {
        const due = dueText(line.deadline.dueAt, now, calendar, locale);
        const mark = line.why === 'overdue' ? lateMark : soonMark;
        const text = section(marked(`${mark} ${line.id}: ${item(line, due, cutEscaped, locale)}`));
        return { ...text, accessory: button('show', locale.card.show, { id: line.id }) };
      }),
      ...(others > 0 ? [section(marked(say.others(others)))] : []),
      ...(mentions === '' ? [] : [section(marked(say.calls(mentions)))]),
      context(marked(escapeMrkdwn(say.holders(holders(facts, locale))))),
      buttons(button('list', locale.menu.list)),
    ],
  };
});

type Line = TeamDigestFacts['lines'][number];

/** `shorten`: how a name stands in it. */
function item({ why, deadline, responder, name }: Line, due: string, shorten: typeof cut, locale: Locale): string {
  const { digest: say } = locale;
  const held = name === undefined ? say.held : say.heldBy(shorten(name, nameLength));
  const who = responder === undefined ? say.nobody : held;
  const { duty, provisional, exploited = false } = deadline;
  return say.item({ duty, due, overdue: why === 'overdue', who, provisional, exploited });
}

function holders({ holders: all }: TeamDigestFacts, { digest: say }: Locale): string {
  return all
    .slice(0, named)
    .map(({ user, name, count }) =>
      user === undefined ? say.unheld(count) : say.holder(cut(name ?? user, nameLength), count),
    )
    .join(' · ');
}
