import type { ReportEvent, ReportReceived } from './events.js';
import { evolveDelivery } from './evolve-delivery.js';
import { evolveDisclosure } from './evolve-disclosure.js';
import { evolveMessages } from './evolve-messages.js';
import { evolvePause } from './evolve-pause.js';
import { evolvePromise } from './evolve-promise.js';
import { evolveRemediation } from './evolve-remediation.js';
import { evolveResponder } from './evolve-responder.js';
import { closed, evolveTriage } from './evolve-triage.js';
import { mayBeReporter } from './permissions.js';
import type { Report } from './report.js';

/**
 * The report after an event. It never refuses: an event that does not fit leaves the report as it was, so that any history
 * can be read. @throws TypeError only when a history does not begin with `ReportReceived`.
 */
export function evolve(report: Report | undefined, event: ReportEvent): Report {
  if (report === undefined) {
    if (event.type !== 'ReportReceived') throw new TypeError('a history begins with ReportReceived');
    return received(event);
  }
  const next = { ...evolved(report, event), events: report.events + 1 };
  return isWork(event, report) ? { ...next, workedOn: { at: event.at, event: report.events } } : next;
}

/** The report that a history makes. @throws TypeError when it does not begin with `ReportReceived`. */
export function replay(history: readonly ReportEvent[]): Report {
  const report = history.reduce<Report | undefined>(evolve, undefined);
  if (report === undefined) throw new TypeError('a history begins with ReportReceived');
  return report;
}

/** What somebody of the team does without getting on with the report. */
const noWork: readonly string[] = [
  'ReportSeen',
  'RemindersSnoozed',
  'HandOverOffered',
  'HandOverDeclined',
] satisfies readonly ReportEvent['type'][];

/** Whether the team got on with it. Reading is no work, and neither is what the reporter does. */
function isWork({ type, by }: ReportEvent, report: Report): boolean {
  return !noWork.includes(type) && by.kind === 'person' && !mayBeReporter(by.person, report);
}

function received(event: ReportReceived): Report {
  const { id, submission, reporter, form, affected, receivedAt, promise } = event;
  return {
    id,
    submission,
    status: 'received',
    reporter,
    form,
    affected,
    receivedAt,
    promise,
    acknowledge: { opening: 1 },
    confirm: { opening: 1, pauses: [] },
    lines: [],
    duplicates: [],
    fixes: [],
    publications: [],
    messages: [],
    replies: [],
    notes: [],
    events: 1,
  };
}

function evolved(report: Report, event: ReportEvent): Report {
  switch (event.type) {
    case 'ReportReceived':
      return report;
    case 'ReportAmended':
      return { ...report, form: event.form, affected: event.affected };
    case 'ReportSeen':
      return { ...report, seen: report.seen ?? { at: event.at, by: event.by.person } };
    case 'ResponderAssigned':
    case 'ResponderUnassigned':
    case 'HandOverOffered':
    case 'HandOverDeclined':
    case 'RemindersSnoozed':
      return evolveResponder(report, event);
    case 'ReportWithdrawn':
      return closed(report, 'withdrawn');
    case 'ReportAcknowledged':
    case 'MessageSent':
    case 'NoteAdded':
    case 'ReporterWrote':
    case 'PromiseMissed':
    case 'ReporterReminded':
      return evolveMessages(report, event);
    case 'DeliveryDoubted':
    case 'DeliveryConfirmed':
    case 'SentAgain':
    case 'DeliveryFailed':
      return evolveDelivery(report, event);
    case 'LaterDateProposed':
    case 'PromiseMoved':
    case 'PromiseKept':
      return evolvePromise(report, event);
    case 'ReporterPaused':
    case 'ReporterPauseEnded':
      return evolvePause(report, event);
    case 'ReportAccepted':
    case 'ReportDeclined':
    case 'PublicBugAgreed':
    case 'MarkedDuplicate':
    case 'DuplicateNoted':
    case 'DuplicateDropped':
    case 'OriginalWithdrawn':
    case 'ReportReopened':
      return evolveTriage(report, event);
    case 'CveRequested':
    case 'CveRecorded':
    case 'EmbargoProposed':
    case 'EmbargoAccepted':
    case 'EmbargoAgreed':
    case 'EarlyDisclosureAgreed':
    case 'EmbargoBroken':
    case 'FixRecorded':
    case 'CreditChanged':
      return evolveRemediation(report, event);
    case 'DisclosurePrepared':
    case 'DisclosureApproved':
    case 'AdvisoryPublished':
    case 'ReporterThanked':
    case 'WithdrawalTold':
    case 'DuplicateCreditChanged':
      return evolveDisclosure(report, event);
    default:
      return event satisfies never;
  }
}
