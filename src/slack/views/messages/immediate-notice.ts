import { publicUrl } from '../../../advisory/safe-link.js';
import { surface } from '../declare-surface.js';
import { header, linkBlock, marked, plain, section } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { dueTeamTime, dueText } from '../parts/labels.js';
import { reminderButtons } from '../parts/reminder-buttons.js';
import { urgentText } from '../parts/urgent.js';
import type { ImmediateNoticeFacts } from '../reminder-facts.js';

/** Somebody on the team is called to a report, with the buttons to act on it. Class A: it may lie open on a telephone's screen. */
export const immediateNotice = surface('message', 'responder', 'A', (facts: ImmediateNoticeFacts, locale) => {
  const { immediateNotice: say } = locale;
  const { report, because, deadlines, calendar, now, channel } = facts;
  const { id } = report;
  const heading = say.heading[because](id);
  const urgent = urgentText(report, locale);
  const [due] = deadlines;
  const dueBy = (write: typeof dueText) =>
    due === undefined ? [] : [say.due[due.duty](write(due.dueAt, now, calendar, locale))];
  const link = publicUrl(facts.card);
  return {
    text: escapeMrkdwn(
      locale.terms.together([...(urgent === undefined ? [] : [urgent]), heading, ...dueBy(dueTeamTime)]),
    ),
    blocks: [
      header(heading),
      ...(urgent === undefined ? [] : [section(plain(urgent))]),
      ...dueBy(dueText).map((text) => section(marked(text))),
      reminderButtons({ id, duty: due?.duty }, locale, 'primary'),
      link === undefined ? section(marked(locale.reminder.where(`<#${channel}>`))) : linkBlock(link, say.openCard),
    ],
  };
});
