import type { Context } from './commands.js';
import type {
  AcknowledgeReport,
  AddNote,
  OutgoingMessage,
  RemindReporter,
  SendMessage,
  TellMissed,
  WriteToTeam,
} from './commands-messages.js';
import { defined } from './defined.js';
import { undeliveredMessage } from './delivery-status.js';
import { draftGap } from './draft-placeholder.js';
import type { ReportEvent } from './events.js';
import { ownReplies } from './kept-back.js';
import { isWrittenByPerson, type MessagePurpose, type MissedPromise, type QuestionReminder } from './message.js';
import { openPolicyDuties } from './open-policy-duties.js';
import { answersElsewhere, requireOpen, requireReporterOrProxy, requireResponder } from './permissions.js';
import { promisedDates } from './promised-dates.js';
import { Refusal } from './refusal.js';
import type { Report } from './report.js';
import { isPaused, isUnacknowledged, isUnclaimed, isUndecided } from './status.js';

/** UTF-16 characters a message or note may have: the most a Slack text input takes. */
export const messageLimit = 3000;

export function acknowledge(command: AcknowledgeReport, report: Report, context: Context): ReportEvent[] {
  const by = requireResponder(report, context);
  const { message, route } = command;
  if (report.acknowledge.metAt !== undefined) {
    const last = report.messages.findLast(isWrittenByPerson);
    if (last !== undefined && last.by.user === by.user && last.text === message && last.route === route) return [];
    throw new Refusal('already_acknowledged', {
      id: report.id,
      by: last?.by.user ?? '',
      at: last?.at ?? report.receivedAt,
    });
  }
  return write(report, context, 'acknowledgement', command);
}

export function send(command: SendMessage, report: Report, context: Context): ReportEvent[] {
  const { purpose, message } = command;
  const by = requireResponder(report, context);
  const last = report.messages.findLast(isWrittenByPerson);
  // The same form sent again, because the answer got lost. Once the reporter has replied, the same text is a new message.
  const same = last?.purpose === purpose && last.text === message && last.by.user === by.user;
  if (same && last.delivery !== 'failed' && !ownReplies(report).some(({ event }) => event > last.event)) return [];
  return write(report, context, purpose, command);
}

/** The first message by a person acknowledges, whatever its purpose. Its author becomes the responder if there is none. */
export function write(
  report: Report,
  context: Context,
  purpose: MessagePurpose,
  written: OutgoingMessage,
): ReportEvent[] {
  const by = { kind: 'person', person: requireResponder(report, context) } as const;
  const { message, route, nextUpdate } = written;
  requireOpen(report);
  requireText(message);
  const gap = draftGap(message);
  if (gap !== undefined) throw new Refusal('message_has_gap', { gap });
  if (report.reporter.kind === 'elsewhere' && route === 'direct_message')
    throw new Refusal('reporter_not_on_slack', { id: report.id });
  if (nextUpdate !== undefined && nextUpdate <= context.now) throw new Refusal('next_update_not_ahead', {});
  const type = report.acknowledge.metAt === undefined ? 'ReportAcknowledged' : 'MessageSent';
  const promised = defined({ nextUpdate });
  const event: ReportEvent = { type, at: context.now, by, purpose, message, route, ...promised };
  return isUnclaimed(report) && report.responder?.user !== by.person.user
    ? [{ type: 'ResponderAssigned', at: context.now, by, responder: by.person }, event]
    : [event];
}

export function addNote({ text }: AddNote, report: Report, context: Context): ReportEvent[] {
  const person = requireResponder(report, context);
  const last = report.notes.at(-1);
  if (last?.text === text && last.by.user === person.user) return [];
  requireText(text);
  return [{ type: 'NoteAdded', at: context.now, by: { kind: 'person', person }, text }];
}

/** The reporter writes, or a responder records what a reporter outside Slack wrote. */
export function writeToTeam({ purpose, text }: WriteToTeam, report: Report, context: Context): ReportEvent[] {
  const person = requireReporterOrProxy(report, context);
  requireOpen(report);
  const last = ownReplies(report).at(-1);
  // The same form sent again. The same text after another message is a new reply.
  const asked = report.messages.some((message) => message.event > (last?.event ?? 0) && isWrittenByPerson(message));
  if (last?.text === text && last.purpose === purpose && !asked) return [];
  requireText(text);
  return [{ type: 'ReporterWrote', at: context.now, by: { kind: 'person', person }, purpose, text }];
}

/** Tells each missed promise once, while it is still owed and the bot can reach the reporter. */
export function tellMissed(command: TellMissed, report: Report, { actor, now }: Context): ReportEvent[] {
  if (actor.kind !== 'clock') throw new Refusal('not_for_you', {});
  const { type: _, ...missed } = command;
  const { duty, opening, dueAt } = missed;
  const told = report.messages.some(({ missed: other }) => other?.duty === duty && other.opening === opening);
  if (told || !isReached(report) || dueAt > now || !isOwed(report, missed)) return [];
  const { nextUpdate } = report;
  const ahead = nextUpdate?.metAt === undefined && nextUpdate !== undefined && nextUpdate.dueAt > now;
  const next = ahead ? { nextUpdate: nextUpdate.dueAt } : {};
  return [{ type: 'PromiseMissed', at: now, by: actor, missed: { ...missed, ...next } }];
}

/** Reminds of each rung once, while the question is open and the bot can reach the reporter. What they wrote in a pause may answer it. */
export function remindReporter(
  { opening, rung }: RemindReporter,
  report: Report,
  { actor, now }: Context,
): ReportEvent[] {
  if (actor.kind !== 'clock') throw new Refusal('not_for_you', {});
  const reminded = report.messages.some(({ reminder }) => reminder?.opening === opening && reminder.rung >= rung);
  if (reminded || report.paused !== undefined || !isReached(report) || !isAsked(report, { opening })) return [];
  return [{ type: 'ReporterReminded', at: now, by: actor, opening, rung }];
}

/** Whether the reporter still owes the answer of this opening. */
export function isAsked(report: Report, { opening }: Pick<QuestionReminder, 'opening'>): boolean {
  return openPolicyDuties(report).answer?.opening === opening;
}

/** Whether a message of the bot would reach the reporter. */
function isReached(report: Report): boolean {
  return !answersElsewhere(report) && undeliveredMessage(report) === undefined;
}

/** Whether the reporter still waits for what was promised. */
export function isOwed(report: Report, { duty, opening }: Pick<MissedPromise, 'duty' | 'opening'>): boolean {
  const { acknowledge, confirm } = report;
  switch (duty) {
    case 'acknowledge':
      return isUnacknowledged(report) && acknowledge.opening === opening;
    case 'confirm':
      return isUndecided(report) && !isPaused(report) && confirm.opening === opening;
    default:
      return promisedDates(report)[duty]?.opening === opening;
  }
}

function requireText(text: string): void {
  if (text.trim() === '') throw new Refusal('message_empty', {});
  if (text.length > messageLimit) throw new Refusal('message_too_long', { length: text.length, limit: messageLimit });
}
