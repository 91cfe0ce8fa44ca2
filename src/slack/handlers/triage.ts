import { versionChoices } from '../../deadline/versions.js';
import type { TrackedReport } from '../../handling/tracked-report.js';
import { wrongStatus } from '../../report/decide-triage.js';
import type { AffectedVersion } from '../../report/report.js';
import type { ReportId } from '../../report/report-id.js';
import { isAccepted, isUndecided } from '../../report/status.js';
import { reportFacts } from '../views/report-facts.js';
import { show } from '../views/surfaces.js';
import { findReport, findToActOn, typedId } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import type { Handlers, Interaction, Pressed } from './interaction.js';

/** What there is to decide on, and the way back from a decision. */
export function triageHandlers(deps: HandlerDeps) {
  const { handle, policy, clock, log } = deps;

  const openTriage = async ({ person, language, open }: Interaction<'responder'>, id: ReportId | undefined) => {
    const tracked = await findToActOn(deps, { id, person });
    const { report } = tracked;
    if (!isUndecided(report) && !isAccepted(report)) throw wrongStatus(report);
    log.note('report opened', { id: report.id, by: person.user });
    const facts = { ...reportFacts(tracked, policy, clock()), versions: versionsToShow(deps, tracked) };
    await open(show('triage', facts, language));
  };

  const reopen = async (pressed: Pressed<'responder'>) => {
    const { report } = await findReport(deps, pressed.id);
    await handle(report.id, { type: 'ReopenReport' }, { kind: 'person', person: pressed.person });
    await pressed.answer(show('doneNote', { id: report.id, done: 'reopened' }, pressed.language));
  };

  return {
    buttons: {
      triage: { who: 'responder', press: (pressed) => openTriage(pressed, pressed.id) },
      reopen: { who: 'responder', press: reopen },
    },
    verbs: {
      triage: async (typed) => {
        const id = await typedId(typed, 'triage');
        if (id !== undefined) await openTriage(typed, id);
      },
    },
  } satisfies Handlers;
}

/**
 * The versions that the reporter chose, as they stood when the report came; where none was chosen, all of the policy's on
 * that day.
 */
export function versionsToShow(
  { policy }: Pick<HandlerDeps, 'policy'>,
  { report }: TrackedReport,
): readonly AffectedVersion[] {
  return report.affected.length > 0 ? report.affected : versionChoices(policy, report.receivedAt);
}
