import { defined } from '../report/defined.js';
import type { CurrentPolicy } from './current-policy.js';
import { dueReminders } from './due-reminders.js';
import type { Notifier } from './notifier.js';
import { openDutyRows } from './open-duty-rows.js';
import { isOfCall, isQuestion, isUrgentNews, pendingNews } from './pending-news.js';
import type { PersonRest, Reports, TrackedPerson } from './ports.js';
import { retryIn } from './retry-in.js';
import { inSlices } from './slices.js';

export type ReconcilePersonDeps = Readonly<{
  reports: Pick<Reports, 'findEach' | 'openDuties'>;
  notifier: Pick<Notifier, 'homes' | 'zones' | 'departed' | 'remind' | 'ask'>;
  current: Pick<CurrentPolicy, 'now'>;
  clock: () => Date;
}>;
export type ReconcilePerson = (person: TrackedPerson, mayPost: () => boolean) => Promise<PersonRest>;

/** Sends a person the reminders that are due, as one direct message. Returns when to look again. */
export function createReconcilePerson({
  reports,
  notifier,
  current: rules,
  clock,
}: ReconcilePersonDeps): ReconcilePerson {
  return async (person, mayPost) => {
    const now = clock();
    const policy = await rules.now();
    const { rows, zoneOf } = await openDutyRows({ reports, notifier }, policy, now, person.user);
    const pending = await pendingNews({ reports, departed: notifier.departed }, person);
    const news = (keep: (key: string) => boolean) =>
      Object.fromEntries(pending.filter(({ key }) => keep(key)).map(({ key, because }) => [key, because]));
    const urgent = new Set(pending.filter(isUrgentNews).map(({ key }) => key));
    const due = await inSlices(dueReminders({ ...person, news: news(() => true) }, rows, policy, zoneOf, now, urgent));
    const told = pending.filter(({ key }) => due.told.includes(key));
    // Each question is a message of its own, with its buttons. The rest follows at once.
    const question = told.find(isQuestion);
    if (due.reminders.length > 0 || told.length > 0) {
      if (!mayPost()) return { ...person, wakeAt: now };
      const outcome =
        question === undefined
          ? await notifier.remind(person.user, due.reminders, told.filter(isOfCall), now)
          : await notifier.ask(person.user, question, now);
      if (outcome.kind === 'later' || outcome.kind === 'unsure')
        return { ...person, uncertain: outcome.kind === 'unsure', wakeAt: retryIn(outcome, now) };
    }
    if (question !== undefined)
      return {
        ...person,
        rungs: { ...person.rungs, [question.key]: 1 },
        today: due.today,
        uncertain: false,
        news: news((key) => key !== question.key),
        wakeAt: now,
      };
    const { rungs, today, snoozeOver, wakeAt } = due;
    return {
      user: person.user,
      version: person.version,
      rungs,
      today,
      uncertain: false,
      ...defined({ snoozeOver }),
      news: news((key) => !due.told.includes(key)),
      wakeAt,
    };
  };
}
