import { versionChoices } from '../../deadline/support-status.js';
import type { TrackedReport } from '../../handling/tracked-report.js';
import { localeOf } from '../../locales/locale-of.js';
import { wrongStatus } from '../../report/decide-triage.js';
import type { AffectedVersion } from '../../report/report.js';
import type { ReportId } from '../../report/report-id.js';
import { isAccepted, isClosed, isUndecided } from '../../report/status.js';
import { readTold } from '../views/forms/decision-message.js';
import { reportFacts } from '../views/report-facts.js';
import { show } from '../views/surfaces.js';
import { formDecision, pressedDecision, telling } from './decision-facts.js';
import { findToActOn, typedId } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import {
  closed,
  type FormAnswer,
  type Handlers,
  type Interaction,
  type Pressed,
  type Submitted,
} from './interaction.js';

/** What there is to decide on, and the way back from a decision. */
export function triageHandlers(deps: HandlerDeps) {
  const { handle, policy, clock } = deps;

  const openTriage = async ({ person, language, open }: Interaction<'responder'>, id: ReportId | undefined) => {
    const tracked = await findToActOn(deps, { id, person });
    const { report } = tracked;
    if (!isUndecided(report) && !isAccepted(report)) throw wrongStatus(report);
    const facts = { ...reportFacts(tracked, policy, clock()), versions: versionsToShow(deps, tracked) };
    await open(show('triage', facts, language));
  };

  const openReopen = async (pressed: Pressed<'responder'>) => {
    const { facts } = await pressedDecision(deps, pressed);
    if (!isClosed(facts.report)) throw wrongStatus(facts.report);
    await pressed.open(show('reopenForm', facts, pressed.language));
  };

  const reopen = async (submitted: Submitted): Promise<FormAnswer> => {
    const { person, language, values } = submitted;
    const { metadata, tracked } = await formDecision(deps, submitted, person);
    const told = readTold(values, metadata, localeOf(language));
    if ('byBlock' in told) return { kind: 'problems', byBlock: told.byBlock };
    const command = { type: 'ReopenReport', ...telling(told.draft.text, metadata) } as const;
    await handle(tracked, command, { kind: 'person', person });
    return closed;
  };

  return {
    buttons: {
      triage: { who: 'responder', press: (pressed) => openTriage(pressed, pressed.id) },
      reopen: { who: 'responder', press: openReopen },
    },
    forms: { reopenForm: { who: 'responder', submit: reopen } },
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
