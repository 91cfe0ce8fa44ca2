import type { Reminder } from '../../../handling/due-reminders.js';
import type { Locale } from '../../../locales/locale-of.js';
import { snoozeBlock } from '../block-ids.js';
import { surface } from '../declare-surface.js';
import { button, buttons, header, marked, plain, section } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { dueTeamTime, dueText, lateMark, momentText, soonMark, teamTime } from '../parts/labels.js';
import { lastRemindersTold, listedLast } from '../parts/last-reminders.js';
import { reminderButtons } from '../parts/reminder-buttons.js';
import type { ReminderFacts, SnoozeFacts, SnoozeReasonFacts } from '../reminder-facts.js';
import { sharedActions } from '../shared-actions.js';

/** Lines of one message, each a text and its buttons: Slack takes 50 blocks. The other reports are counted. */
const listed = 23;

/** Reports of which the leads hear that somebody skips the last reminder. */
const listedSkipped = 40;

type NewsLine = ReminderFacts['news'][number];

/** A person's reminders, and what they are called to, one message whatever the number. Class A: it may lie open on a telephone's screen. */
export const reminderMessage = surface(
  'message',
  'responder',
  'A',
  ({ reminders, news, channel, calendar, now }: ReminderFacts, locale) => {
    const { reminder: say } = locale;
    const reminded = new Set(reminders.map(({ id }) => id));
    const fresh = news.filter(({ id }) => !reminded.has(id)).slice(0, listed);
    const shown = reminders.slice(0, listed - fresh.length);
    const reports = (...some: readonly (readonly Readonly<{ id: string }>[])[]) =>
      new Set(some.flat().map(({ id }) => id)).size;
    const others = reports(reminders, news) - reports(shown, fresh);
    const heading = say.heading(reports(reminders, news));
    const isNew = (one: NewsLine, write: typeof dueText) =>
      locale.terms.together([
        locale.immediateNotice.heading[one.because](one.id),
        ...(one.deadline?.exploited === true ? [say.known] : []),
        ...(one.deadline === undefined
          ? []
          : [locale.immediateNotice.due[one.deadline.duty](write(one.deadline.dueAt, now, calendar, locale))]),
      ]);
    const first = [...fresh, ...shown][0];
    const act = (one: NewsLine | Reminder, unassigned: boolean) => {
      const { id, deadline } = one;
      return reminderButtons({ id, duty: deadline?.duty, unassigned }, locale, one === first ? 'primary' : undefined);
    };
    const gist = shown.map((one) => {
      const due = dueTeamTime(one.deadline.dueAt, now, calendar, locale);
      return item(one, now, due, whose(one, say.held, locale), locale);
    });
    return {
      text: escapeMrkdwn(
        [
          heading,
          ...fresh.map((one) => isNew(one, dueTeamTime)),
          ...gist,
          ...(others > 0 ? [say.others(others)] : []),
        ].join('\n'),
      ),
      blocks: [
        header(heading),
        ...fresh.flatMap((one) => [section(marked(isNew(one, dueText))), act(one, false)]),
        ...shown.flatMap((one) => {
          const mark = now < one.deadline.dueAt ? soonMark : lateMark;
          const held = one.holder === undefined ? say.held : say.heldBy(`<@${one.holder}>`);
          const due = dueText(one.deadline.dueAt, now, calendar, locale);
          const text = marked(`${mark} ${item(one, now, due, whose(one, held, locale), locale)}`);
          return [section(text), act(one, !one.assigned && one.holder === undefined)];
        }),
        ...(others > 0
          ? [{ ...section(plain(say.others(others))), accessory: button(sharedActions.list, locale.menu.list) }]
          : []),
        section(marked(say.where(`<#${channel}>`))),
        ...(reminders.length === 0
          ? []
          : [
              buttons(
                button(sharedActions.snoozeTwoHours, say.snooze.twoHours),
                button(sharedActions.snoozeTomorrow, say.snooze.tomorrow),
                button(sharedActions.snoozeNextWorkingDay, say.snooze.nextWorkingDay),
              ),
            ]),
      ],
    };
  },
);

/** When somebody who asked for it is reminded again. */
export const snoozeNote = surface('ephemeral', 'responder', 'A', ({ until, kept, zone }: SnoozeFacts, locale) => {
  const { reminder: say, card } = locale;
  const still = kept.length === 0 ? [] : [say.stillComes, ...lastRemindersTold(kept, zone, locale, teamTime)];
  const lastToo = {
    ...buttons(button(sharedActions.snoozeLastToo, say.snooze.lastToo)),
    block_id: snoozeBlock(until),
  };
  return {
    text: escapeMrkdwn([say.snoozed(teamTime(until, zone, locale)), ...still].join('\n')),
    blocks: [
      section(marked(say.snoozed(momentText(until, zone, locale)))),
      ...(kept.length === 0 ? [] : [section(plain(say.stillComes))]),
      ...kept.slice(0, listedLast).map(({ id, at }) => ({
        ...section(marked(say.lastAt(id, momentText(at, zone, locale)))),
        accessory: button(sharedActions.show, card.show, { id }),
      })),
      ...(kept.length > listedLast ? [section(plain('…'))] : []),
      ...(kept.length === 0 ? [] : [lastToo]),
    ],
  };
});

/** The leads hear who won't get the last reminder before a deadline. Why stands in the report alone. */
export const snoozeReasonMessage = surface(
  'message',
  'responder',
  'A',
  ({ user, until, reports, zone }: SnoozeReasonFacts, locale) => {
    const { reminder: say, card } = locale;
    const told = (time: typeof momentText) => say.toLead(`<@${user}>`, time(until, zone, locale));
    const shown = reports.slice(0, listedSkipped);
    return {
      text: locale.terms.together([told(teamTime), escapeMrkdwn(locale.terms.listed(shown))]),
      blocks: [
        section(marked(told(momentText))),
        ...shown.map((id) => ({ ...section(plain(id)), accessory: button(sharedActions.show, card.show, { id }) })),
        ...(reports.length > listedSkipped ? [section(plain('…'))] : []),
      ],
    };
  },
);

function item({ id, deadline }: Reminder, now: Date, due: string, who: string, { reminder: say }: Locale): string {
  const { duty, dueAt, provisional, exploited = false } = deadline;
  return say.item({ id, duty, due, overdue: now >= dueAt, who, provisional, exploited });
}

/** `held`: what is said of a report that somebody else has. */
function whose({ assigned, holder }: Reminder, held: string, { reminder: say }: Locale): string {
  if (assigned) return say.yours;
  return holder === undefined ? say.nobody : held;
}
