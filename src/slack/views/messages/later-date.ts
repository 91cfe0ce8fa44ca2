import { publicUrl } from '../../../advisory/safe-link.js';
import { surface } from '../declare-surface.js';
import { button, buttons, header, linkBlock, marked, plain, section } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { momentText, teamTime } from '../parts/labels.js';
import { laterDateButtons, laterDateReason } from '../parts/later-date.js';
import type { LaterDateFacts } from '../reminder-facts.js';
import { sharedActions } from '../shared-actions.js';

/** A lead is asked whether a promise is moved to the date that today's calendar gives. Class A, as every call to work. */
export const laterDateMessage = surface('message', 'responder', 'A', (facts: LaterDateFacts, locale) => {
  const { promise: say, reminder } = locale;
  const { report, date, until, days, zone, channel } = facts;
  const heading = say.question(report.id);
  const sentence = date.duty === 'next_update' ? say.updateDates : say.dates;
  const dates = (write: typeof momentText) => sentence(write(date.dueAt, zone, locale), write(until, zone, locale));
  const reason = laterDateReason(days, locale);
  const link = publicUrl(facts.card);
  const choices = laterDateButtons(report.id, date, zone, locale);
  return {
    text: escapeMrkdwn(locale.terms.followed(heading, dates(teamTime), reason)),
    blocks: [
      header(heading),
      section(marked(dates(momentText))),
      section(plain(reason)),
      ...choices,
      ...(choices.length === 0 ? [] : [section(plain(say.ifMoved))]),
      ...(link === undefined
        ? [
            section(marked(reminder.where(`<#${channel}>`))),
            buttons(button(sharedActions.show, locale.card.show, { id: report.id })),
          ]
        : [linkBlock(link, locale.immediateNotice.openCard)]),
    ],
  };
});
