import type { Locale } from '../../../locales/locale-of.js';
import { surface } from '../declare-surface.js';
import type { RungLineFacts } from '../facts.js';
import { marked, nameOf, plain, section } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { dueTeamTime, dueText, lateMark, soonMark } from '../parts/labels.js';

/** A step of the ladder of reminders, said in the thread of the card, and to the whole channel where it is due. */
export const rungLine = surface('message', 'responder', 'A', (facts: RungLineFacts, locale) => {
  const { report, deadline, calendar, now } = facts;
  const { rung: say, receipt } = locale;
  const who = report.responder === undefined ? say.nobody : say.responder(nameOf(report.responder));
  const mark = now < deadline.dueAt ? soonMark : lateMark;
  const team = `${sentence(facts, dueTeamTime(deadline.dueAt, now, calendar, locale), locale)} ${who}`;
  return {
    text: escapeMrkdwn(team),
    blocks: [
      section(marked(`${mark} ${sentence(facts, dueText(deadline.dueAt, now, calendar, locale), locale)}`)),
      ...(deadline.provisional ? [section(plain(receipt.provisional))] : []),
      section(plain(who)),
    ],
  };
});

function sentence({ report, rung, deadline, now }: RungLineFacts, due: string, { rung: say }: Locale): string {
  const facts = { id: report.id, due, duty: deadline.duty };
  if (now < deadline.dueAt) return say.before(facts);
  return rung.kind === 'at_deadline' ? say.atDeadline(facts) : say.after(facts);
}
