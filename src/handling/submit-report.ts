import { setImmediate as nextTurn } from 'node:timers/promises';
import { deadlinesOf, promiseFor } from '../deadline/deadlines.js';
import { versionChoices } from '../deadline/support-status.js';
import type { SubmitReport } from '../report/commands.js';
import { decide } from '../report/decide.js';
import { replay } from '../report/evolve.js';
import type { Form } from '../report/form.js';
import type { Person, Reporter } from '../report/person.js';
import type { CurrentPolicy } from './current-policy.js';
import { openDuties } from './due-notices.js';
import { carryOut, type HandleDeps } from './handle.js';
import { IdTaken, SubmissionKnown } from './store-errors.js';
import type { TrackedReport } from './tracked-report.js';

/** A form as it was sent. `view` is the id of the Slack view: the same view is the same submission. */
export type Submission = Readonly<{
  by: Person;
  view: string;
  reporter: Reporter;
  form: Form;
  /** When the report reached the team by mail or telephone, if before now. */
  receivedAt?: Date;
}>;
export type Filed = Pick<TrackedReport, 'report' | 'history'>;
/** Resolves with what `answer` makes of the stored report. It is made while the database stores it, so it may do nothing else. */
export type SubmitForm = <Answer>(submission: Submission, answer: (filed: Filed) => Answer) => Promise<Answer>;

/**
 * Stores a report durably, as a rule with one insert in one round trip. The same submission with the same text is the same
 * report. With another text it amends the report, while nobody has acted on it.
 * @throws Refusal
 */
export function createSubmit(deps: HandleDeps & Readonly<{ current: Pick<CurrentPolicy, 'known'> }>): SubmitForm {
  const { reports, current, clock, saved } = deps;
  return async ({ by, view, reporter, form, receivedAt }, answer) => {
    const submission = reports.ids.submission(by.team, by.user, view);
    const actor = { kind: 'person', person: by } as const;
    const commandAt = (now: Date, n: number): SubmitReport => {
      const received = receivedAt ?? now;
      const policy = current.known();
      const choices = versionChoices(policy, received);
      return {
        type: 'SubmitReport',
        id: reports.ids.reportId(submission, n),
        submission,
        reporter,
        form,
        affected: choices.filter(({ version }) => form.versions.includes(version)),
        receivedAt: received,
        promise: promiseFor(received, policy).promise,
      };
    };
    for (let n = 0; ; n += 1) {
      const now = clock();
      const events = decide(commandAt(now, n), undefined, { now, actor });
      const report = replay(events);
      try {
        const duties = openDuties(deadlinesOf(report, current.known()));
        // The document has been sent when the next turn of the event loop begins.
        const made = nextTurn().then(() => answer({ report, history: events }));
        const [told] = await Promise.all([made, reports.add(events, report, duties, now).then(saved)]);
        return told;
      } catch (error) {
        if (error instanceof IdTaken) continue;
        if (!(error instanceof SubmissionKnown)) throw error;
        const find = async () => {
          const known = await reports.findSubmission(submission);
          // It is stored, but not by a majority yet. Nobody may be told that there is none.
          if (known === undefined) throw new Error('a known submission cannot be read yet');
          return known;
        };
        const kept = await carryOut(deps, find, (_, at) => commandAt(at, n), actor, '');
        // It may have been stored just now, by a write whose answer was lost.
        saved();
        return answer(kept);
      }
    }
  };
}
