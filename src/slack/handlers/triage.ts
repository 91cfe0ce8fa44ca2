import { versionChoices } from '../../deadline/versions.js';
import type { TrackedReport } from '../../handling/ports.js';
import { wrongStatus } from '../../report/decide-triage.js';
import { isReporter } from '../../report/permissions.js';
import { Refusal } from '../../report/refusal.js';
import type { AffectedVersion } from '../../report/report.js';
import { isAccepted, isUndecided } from '../../report/status.js';
import { reportFacts } from '../views/report-facts.js';
import { show } from '../views/surfaces.js';
import { idFrom, pressedReport } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import type { ButtonRoute, Interaction, VerbRoute } from './interaction.js';

/** What there is to decide on, and the way back from a decision. */
export function triageHandlers(parts: HandlerDeps) {
  const { reports, handle, policy, clock, log } = parts;

  const openTriage = async (interaction: Interaction, tracked: TrackedReport) => {
    const { report } = tracked;
    const { id } = report;
    if (isReporter(interaction.person, report)) throw new Refusal('own_report', { id });
    if (!isUndecided(report) && !isAccepted(report)) throw wrongStatus(report);
    log.note('report opened', { id, by: interaction.person.user });
    const facts = { ...reportFacts(tracked, policy, clock()), versions: versionsToShow(parts, tracked) };
    await interaction.open(show('triage', facts, interaction.language));
  };

  return {
    buttons: {
      triage: {
        who: 'responder',
        press: async (pressed) => openTriage(pressed, await pressedReport(parts, pressed)),
      },
      reopen: {
        who: 'responder',
        press: async (pressed) => {
          const { report } = await pressedReport(parts, pressed);
          await handle(report.id, { type: 'ReopenReport' }, { kind: 'person', person: pressed.person });
          await pressed.answer(show('doneNote', { id: report.id, done: 'reopened' }, pressed.language));
        },
      },
    } satisfies Record<string, ButtonRoute>,
    verbs: {
      triage: {
        who: 'responder',
        type: async (typed) => {
          const id = await idFrom(typed, 'triage');
          if (id === undefined) return;
          const tracked = await reports.find(id);
          if (tracked === undefined) throw new Refusal('no_such_report', { id });
          await openTriage(typed, tracked);
        },
      },
    } satisfies Record<string, VerbRoute>,
  };
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
