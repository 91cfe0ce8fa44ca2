import { deadlinesOf } from '../../deadline/deadlines.js';
import type { UnreadableReport } from '../../handling/ports.js';
import { Unreadable } from '../../handling/store-errors.js';
import { defined } from '../../report/defined.js';
import { isUrgent } from '../../report/exploited-or-public.js';
import type { ReportId } from '../../report/report-id.js';
import type { HomeFacts, MineFacts } from '../views/facts.js';
import { mostOfMine, mostOnHome } from '../views/pages/my-reports.js';
import type { HandlerDeps } from './handler-deps.js';
import type { Interaction } from './interaction.js';

/** A page of somebody's reports: the newest, or those after one of them. */
export async function ownReports(
  { reports, policy, clock }: HandlerDeps,
  { person, teams }: Pick<Interaction, 'person' | 'teams'>,
  after?: ReportId,
): Promise<MineFacts> {
  const query = { limit: mostOfMine, ...defined({ before: after }) };
  const { reports: own, unreadable, next } = await reports.ofReporter({ user: person.user, teams }, query);
  return {
    own: own.map(({ report }) => ({ report, deadlines: deadlinesOf(report, policy) })),
    // Whose they are nobody can tell, so they are not named.
    incomplete: unreadable.length > 0,
    ...defined({ older: next }),
    continued: after !== undefined,
    calendar: policy.calendar,
    project: policy.project,
    now: clock(),
  };
}

/** What the Home tab of a person shows. */
export async function homeFacts(
  deps: HandlerDeps,
  who: Pick<Interaction, 'teams' | 'person' | 'team'>,
): Promise<HomeFacts> {
  const { reports, policy } = deps;
  const facts = await ownReports(deps, who);
  if (!who.team) return facts;
  const rows = await reports.openDuties({ limit: mostOnHome });
  const unreadable: UnreadableReport[] = [];
  const found = await Promise.all(
    rows.map(({ id }) =>
      reports.find(id).catch((error: unknown) => {
        if (!(error instanceof Unreadable)) throw error;
        unreadable.push({ id, why: error.why });
        return undefined;
      }),
    ),
  );
  const open = found.flatMap((one) =>
    one === undefined ? [] : [{ report: one.report, deadlines: deadlinesOf(one.report, policy) }],
  );
  // The soonest deadlines first; before them what users are in danger from already.
  open.sort((one, other) => Number(isUrgent(other.report)) - Number(isUrgent(one.report)));
  return { ...facts, open, unreadable };
}
