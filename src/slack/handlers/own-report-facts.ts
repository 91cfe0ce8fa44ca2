import { deadlinesOf } from '../../deadline/deadlines.js';
import { openReports } from '../../handling/list-reports.js';
import { defined } from '../../report/defined.js';
import type { ReportId } from '../../report/report-id.js';
import type { HomeFacts, MineFacts } from '../views/facts.js';
import { mostLookedAtForHome, mostOfMine } from '../views/pages/my-reports.js';
import type { HandlerDeps } from './handler-deps.js';
import type { Interaction } from './interaction.js';

/** A page of somebody's reports: the newest, or those after one of them. */
export async function ownReports(
  { reports, policy, clock }: HandlerDeps,
  { person, teams }: Pick<Interaction, 'person' | 'teams'>,
  after?: ReportId,
  limit = mostOfMine,
): Promise<MineFacts> {
  const query = { limit, ...defined({ before: after }) };
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
  const { person, team } = who;
  const facts = await ownReports(deps, who, undefined, mostLookedAtForHome);
  return { ...facts, person, ...(team ? { open: await openReports(deps) } : {}) };
}
