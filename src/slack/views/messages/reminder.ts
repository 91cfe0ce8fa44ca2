import type { Reminder } from '../../../handling/due-reminders.js';
import type { Locale } from '../../../locales/locale-of.js';
import { surface } from '../declare-surface.js';
import { button, buttons, header, marked, plain, section } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { dueTeamTime, dueText, lateMark, momentText, soonMark, teamTime } from '../parts/labels.js';
import type { ReminderFacts, SnoozeFacts } from '../reminder-facts.js';

/** Reports that one message lists; the others are counted. */
const listed = 20;

/** A person's reminders, one message whatever their number. Class A: it may lie open on a telephone's screen. */
export const reminderMessage = surface(
  'message',
  'responder',
  'A',
  ({ reminders, channel, calendar, now }: ReminderFacts, locale) => {
    const { reminder: say } = locale;
    const shown = reminders.slice(0, listed);
    const reports = (some: typeof reminders) => new Set(some.map(({ id }) => id)).size;
    const others = reports(reminders) - reports(shown);
    const heading = say.heading(reports(reminders));
    const gist = shown.map((one) => {
      const due = dueTeamTime(one.deadline.dueAt, now, calendar, locale);
      return item(one, now, due, whose(one, say.held, locale), locale);
    });
    return {
      text: escapeMrkdwn([heading, ...gist, ...(others > 0 ? [say.others(others)] : [])].join('\n')),
      blocks: [
        header(heading),
        ...shown.map((one) => {
          const mark = now < one.deadline.dueAt ? soonMark : lateMark;
          const held = one.holder === undefined ? say.held : say.heldBy(`<@${one.holder}>`);
          const due = dueText(one.deadline.dueAt, now, calendar, locale);
          const text = marked(`${mark} ${item(one, now, due, whose(one, held, locale), locale)}`);
          return { ...section(text), accessory: button('show', locale.card.show, { id: one.id }) };
        }),
        ...(others > 0 ? [section(plain(say.others(others)))] : []),
        section(marked(say.where(`<#${channel}>`))),
        buttons(
          button('snoozeTwoHours', say.snooze.twoHours),
          button('snoozeTomorrow', say.snooze.tomorrow),
          button('snoozeNextWorkingDay', say.snooze.nextWorkingDay),
        ),
      ],
    };
  },
);

/** When somebody who asked for it is reminded again. */
export const snoozeNote = surface('ephemeral', 'responder', 'A', ({ until, zone }: SnoozeFacts, locale) => ({
  text: escapeMrkdwn(locale.reminder.snoozed(teamTime(until, zone, locale))),
  blocks: [section(marked(locale.reminder.snoozed(momentText(until, zone, locale))))],
}));

function item({ id, deadline }: Reminder, now: Date, due: string, who: string, { reminder: say }: Locale): string {
  const { duty, dueAt, provisional } = deadline;
  return say.item({ id, duty, due, overdue: now >= dueAt, who, provisional });
}

/** `held`: what is said of a report that somebody else has. */
function whose({ assigned, holder }: Reminder, held: string, { reminder: say }: Locale): string {
  if (assigned) return say.yours;
  return holder === undefined ? say.nobody : held;
}
