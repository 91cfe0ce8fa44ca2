import { type Snooze, snoozedUntil } from '../../deadline/snooze.js';
import { freeTimeOf } from '../../handling/reminder-recipients.js';
import { show } from '../views/surfaces.js';
import type { HandlerDeps } from './handler-deps.js';
import type { Handlers, Pressed } from './interaction.js';

/** Reminders wait, as far as they may. */
export function snoozeHandlers({ duty, people, clock, policy }: HandlerDeps) {
  const snooze = (how: Snooze) => ({
    who: 'responder' as const,
    press: async ({ person: { user }, answer, language }: Pressed<'responder'>) => {
      const now = clock();
      const until = snoozedUntil(
        how,
        now,
        freeTimeOf(user, policy, (one) => people.known(one)?.zone),
      );
      await duty.snooze(user, until, now);
      duty.saved();
      await answer(show('snoozeNote', { until, zone: policy.calendar.zone }, language));
    },
  });
  return {
    buttons: {
      snoozeTwoHours: snooze('two_hours'),
      snoozeTomorrow: snooze('tomorrow'),
      snoozeNextWorkingDay: snooze('next_working_day'),
    },
  } satisfies Handlers;
}
