import { publicUrl } from '../../../advisory/safe-link.js';
import { isUnacknowledged, isUndecided } from '../../../report/status.js';
import { surface } from '../declare-surface.js';
import { button, buttons, header, linkBlock, marked, plain, section } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { dueTeamTime, dueText } from '../parts/labels.js';
import { urgentText } from '../parts/urgent.js';
import type { ImmediateNoticeFacts } from '../reminder-facts.js';

/** Somebody on the team is called to a report, with the buttons of its card. Class A: it may lie open on a telephone's screen. */
export const immediateNotice = surface('message', 'responder', 'A', (facts: ImmediateNoticeFacts, locale) => {
  const { immediateNotice: say, card, triage } = locale;
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
      buttons(
        ...(isUnacknowledged(report) ? [button('acknowledge', card.acknowledge, { style: 'primary', id })] : []),
        ...(isUndecided(report) ? [button('triage', triage.button.triage, { id })] : []),
        button('show', card.show, { id }),
      ),
      link === undefined ? section(marked(locale.reminder.where(`<#${channel}>`))) : linkBlock(link, say.openCard),
    ],
  };
});
