import { isDeepStrictEqual } from 'node:util';
import type { Context, ReportCommand, SubmitReport } from './commands.js';
import { recordDelivery, settleDelivery } from './decide-delivery.js';
import {
  approve,
  compareCredits,
  prepare,
  prepareWithdrawal,
  publish,
  tellWithdrawal,
  thankReporter,
} from './decide-disclosure.js';
import { acknowledge, addNote, remindReporter, send, tellMissed, writeToTeam } from './decide-messages.js';
import { endReporterPause, pauseReporter } from './decide-pause.js';
import { keepPromise, movePromise, moveProvisionalPromise, proposeLaterDate } from './decide-promise.js';
import {
  acceptEmbargo,
  agreeToEarlyDisclosure,
  changeCredit,
  declareEmbargoBroken,
  recordCve,
  recordFix,
  requestCve,
  setEmbargo,
} from './decide-remediation.js';
import {
  acceptHandOver,
  assign,
  assignOnDuty,
  declineHandOver,
  snoozeReminders,
  unassign,
} from './decide-responder.js';
import {
  accept,
  agreeToPublicBug,
  decline,
  dropDuplicate,
  leaveOriginal,
  markDuplicate,
  noteDuplicate,
  reopen,
} from './decide-triage.js';
import type { ReportEvent } from './events.js';
import { requireReporter, requireResponder } from './permissions.js';
import { Refusal } from './refusal.js';
import type { Report } from './report.js';
import { isUnclaimed } from './status.js';

/**
 * Decides a command: the events that follow, or none when everything is so already.
 * @throws Refusal, and nothing else, when a rule forbids it.
 */
export function decide(command: ReportCommand, report: Report | undefined, context: Context): ReportEvent[] {
  if (command.type === 'SubmitReport') return submit(command, report, context);
  if (report === undefined) throw new Refusal('no_such_report', { id: '' });
  switch (command.type) {
    case 'NoteSeen':
      return noteSeen(report, context);
    case 'AssignReport':
      return assign(command, report, context);
    case 'AcceptHandOver':
      return acceptHandOver(command, report, context);
    case 'DeclineHandOver':
      return declineHandOver(command, report, context);
    case 'UnassignReport':
      return unassign(command, report, context);
    case 'AssignOnDuty':
      return assignOnDuty(command, report, context);
    case 'SnoozeReminders':
      return snoozeReminders(command, report, context);
    case 'AcknowledgeReport':
      return acknowledge(command, report, context);
    case 'SendMessage':
      return send(command, report, context);
    case 'AddNote':
      return addNote(command, report, context);
    case 'WriteToTeam':
      return writeToTeam(command, report, context);
    case 'TellMissed':
      return tellMissed(command, report, context);
    case 'RemindReporter':
      return remindReporter(command, report, context);
    case 'WithdrawReport':
      return withdraw(report, context);
    case 'RecordDelivery':
      return recordDelivery(command, report, context);
    case 'ConfirmDelivery':
      return settleDelivery('DeliveryConfirmed', command.event, report, context);
    case 'SendAgain':
      return settleDelivery('SentAgain', command.event, report, context);
    case 'ProposeLaterDate':
      return proposeLaterDate(command, report, context);
    case 'MovePromise':
      return movePromise(command, report, context);
    case 'MoveProvisionalPromise':
      return moveProvisionalPromise(command, report, context);
    case 'KeepPromise':
      return keepPromise(command, report, context);
    case 'PauseReporter':
      return pauseReporter(command, report, context);
    case 'EndReporterPause':
      return endReporterPause(report, context);
    case 'AcceptReport':
      return accept(command, report, context);
    case 'DeclineReport':
      return decline(command, report, context);
    case 'AgreeToPublicBug':
      return agreeToPublicBug(report, context);
    case 'MarkDuplicate':
      return markDuplicate(command, report, context);
    case 'NoteDuplicate':
      return noteDuplicate(command, report, context);
    case 'DropDuplicate':
      return dropDuplicate(command, report, context);
    case 'LeaveOriginal':
      return leaveOriginal(command, report, context);
    case 'ThankReporter':
      return thankReporter(command, report, context);
    case 'TellWithdrawal':
      return tellWithdrawal(command, report, context);
    case 'CompareCredits':
      return compareCredits(report, context);
    case 'ReopenReport':
      return reopen(command, report, context);
    case 'RequestCve':
      return requestCve(report, context);
    case 'RecordCve':
      return recordCve(command, report, context);
    case 'AcceptEmbargo':
      return acceptEmbargo(command, report, context);
    case 'ProposeEmbargo':
    case 'AgreeEmbargo':
      return setEmbargo(command, report, context);
    case 'AgreeToEarlyDisclosure':
      return agreeToEarlyDisclosure(report, context);
    case 'DeclareEmbargoBroken':
      return declareEmbargoBroken(command, report, context);
    case 'RecordFix':
      return recordFix(command, report, context);
    case 'ChangeCredit':
      return changeCredit(command, report, context);
    case 'PrepareDisclosure':
      return prepare(command, report, context);
    case 'PrepareWithdrawal':
      return prepareWithdrawal(command, report, context);
    case 'ApproveDisclosure':
      return approve(command, report, context);
    case 'PublishAdvisory':
      return publish(command, report, context);
    default:
      return command satisfies never;
  }
}

function submit(command: SubmitReport, report: Report | undefined, { now, actor }: Context): ReportEvent[] {
  const { type: _, ...facts } = command;
  if (report === undefined) {
    if (command.receivedAt > now) throw new Refusal('received_in_the_future', {});
    return [{ ...facts, type: 'ReportReceived', affected: [...facts.affected], at: now, by: actor }];
  }
  if (report.submission !== command.submission) throw new Refusal('submission_taken', {});
  const affected = [...command.affected];
  if (isDeepStrictEqual(report.form, command.form)) return [];
  if (report.status !== 'received' || !isUnclaimed(report)) throw new Refusal('already_acted_upon', { id: report.id });
  return [{ type: 'ReportAmended', at: now, by: actor, form: command.form, affected }];
}

function noteSeen(report: Report, context: Context): ReportEvent[] {
  const by = { kind: 'person', person: requireResponder(report, context) } as const;
  return report.seen === undefined ? [{ type: 'ReportSeen', at: context.now, by }] : [];
}

/** The reporter may withdraw the report until it is public. */
function withdraw(report: Report, context: Context): ReportEvent[] {
  const person = requireReporter(report, context);
  if (report.status === 'withdrawn') return [];
  if (report.status === 'disclosed') throw new Refusal('already_disclosed', { id: report.id });
  return [{ type: 'ReportWithdrawn', at: context.now, by: { kind: 'person', person } }];
}
