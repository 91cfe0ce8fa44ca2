import { type Snooze, snoozedUntil } from '../../deadline/snooze.js';
import type { LastReminder } from '../../handling/last-reminders.js';
import { freeTimeOf } from '../../handling/reminder-recipients.js';
import { Refusal } from '../../report/refusal.js';
import type { ReportId } from '../../report/report-id.js';
import { snoozeOfBlock } from '../views/block-ids.js';
import { readSnoozeReason } from '../views/forms/snooze-form.js';
import { show } from '../views/surfaces.js';
import { metadataOf } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import { closed, type FormAnswer, type Handlers, type Pressed, type Submitted } from './interaction.js';

/** Reminders wait: by themselves as far as the last one before a deadline, and past it with a reason that the leads can read. */
export function snoozeHandlers({ duty, handle, people, clock, policy }: HandlerDeps) {
  const { zone } = policy.calendar;

  const snooze = (how: Snooze) => ({
    who: 'responder' as const,
    press: async ({ person: { user }, answer, language }: Pressed<'responder'>) => {
      const now = clock();
      const freeTime = freeTimeOf(user, await duty.current.now(), (one) => people.known(one)?.zone);
      const until = snoozedUntil(how, now, freeTime);
      await duty.snooze(user, until, now);
      duty.saved();
      const kept = await duty.lastReminders(user, now, until);
      await answer(show('snoozeNote', { until, kept, zone }, language));
    },
  });

  const openForm = async ({ person, block, open, language }: Pressed<'responder'>) => {
    const until = snoozeOfBlock(block) ?? new Date(0);
    const kept = await duty.lastReminders(person.user, clock(), until);
    await open(show('snoozeForm', { until, kept, zone }, language));
  };

  /** Records the reason in each report, as far as it is open and not their own. */
  const record = async ({ person }: Submitted, kept: readonly LastReminder[], until: Date, reason: string) => {
    const recorded = new Set<ReportId>();
    // At once, since Slack waits three seconds for all of them together.
    await Promise.all(
      [...new Set(kept.map((one) => one.id))].map(async (id) => {
        try {
          await handle(id, { type: 'SnoozeReminders', until, reason }, { kind: 'person', person });
          recorded.add(id);
        } catch (error) {
          if (!(error instanceof Refusal) || error.code === 'reason_missing') throw error;
        }
      }),
    );
    return recorded;
  };

  const skip = async (submitted: Submitted): Promise<FormAnswer> => {
    const { user } = submitted.person;
    const { id, ...metadata } = metadataOf(submitted, 'until');
    const [now, until] = [clock(), new Date(metadata.until)];
    const kept = await duty.lastReminders(user, now, until);
    const recorded = await record(submitted, kept, until, readSnoozeReason(submitted.values));
    if (recorded.size === 0) throw new Refusal('changed_meanwhile', { id });
    const excused = kept.filter((one) => recorded.has(one.id)).map(({ key }) => key);
    await duty.snooze(user, until, now, excused);
    duty.saved();
    const news = { because: 'last_skipped', about: { user, until, reports: [...recorded] } } as const;
    const urgent = kept.some(({ id, deadline }) => recorded.has(id) && deadline.exploited === true);
    for (const lead of policy.leads.filter((one) => one !== user)) await duty.tellWithinHours(lead, news, urgent);
    return closed;
  };

  return {
    buttons: {
      snoozeTwoHours: snooze('two_hours'),
      snoozeTomorrow: snooze('tomorrow'),
      snoozeNextWorkingDay: snooze('next_working_day'),
      snoozeLastToo: { who: 'responder', press: openForm },
    },
    forms: { snoozeForm: { who: 'responder', submit: skip } },
  } satisfies Handlers;
}
