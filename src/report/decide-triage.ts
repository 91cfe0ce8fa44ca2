import { isDeepStrictEqual } from 'node:util';
import type { AffectedLine } from './affected-line.js';
import type { Context } from './commands.js';
import type { OutgoingMessage } from './commands-messages.js';
import type {
  AcceptReport,
  DeclineReport,
  DropDuplicate,
  LeaveOriginal,
  MarkDuplicate,
  NoteDuplicate,
  ReopenReport,
} from './commands-triage.js';
import { cweOf } from './cwe.js';
import { write } from './decide-messages.js';
import type { ReportEvent } from './events.js';
import { evolve } from './evolve.js';
import { isWrittenByPerson } from './message.js';
import { requireOpen, requireReporterOrProxy, requireResponder } from './permissions.js';
import type { Person } from './person.js';
import { overlap } from './range-overlap.js';
import { Refusal } from './refusal.js';
import type { Report } from './report.js';
import { isAccepted, isClosed, isUndecided } from './status.js';

/** Accepts an undecided report, or corrects what was accepted. */
export function accept(command: AcceptReport, report: Report, context: Context): ReportEvent[] {
  const { severity, lines, tell } = command;
  const cwes = [...new Set(command.cwes)];
  const by = { kind: 'person', person: requireResponder(report, context) } as const;
  const correcting = isAccepted(report);
  if (!isUndecided(report) && !correcting) throw wrongStatus(report);
  if (lines.length === 0) throw new Refusal('no_affected_lines', {});
  refuseRepeated(lines);
  if (cwes.length === 0) throw new Refusal('no_weakness', {});
  const unknown = cwes.find((id) => cweOf(id) === undefined);
  if (unknown !== undefined) throw new Refusal('unknown_cwe', { id: unknown });
  const same = correcting && isDeepStrictEqual([report.severity, report.lines, report.cwes], [severity, lines, cwes]);
  if (same && isSent(tell, report, by.person)) return [];
  const message = messageWith(tell, report, context, true);
  // Nothing to correct, but a message that somebody wrote is still sent.
  if (same) return message;
  return [...message, { type: 'ReportAccepted', at: context.now, by, severity, lines: [...lines], cwes }];
}

export function decline(command: DeclineReport, report: Report, context: Context): ReportEvent[] {
  const { reason, asksForPublicBug, tell } = command;
  const by = { kind: 'person', person: requireResponder(report, context) } as const;
  const before = report.status === 'declined' && report.decline?.reason === reason;
  if (before && isSent(tell, report, by.person)) return [];
  if (!isUndecided(report) && report.status !== 'accepted') throw wrongStatus(report);
  return [
    ...messageWith(tell, report, context, reason !== 'spam'),
    { type: 'ReportDeclined', at: context.now, by, reason, asksForPublicBug },
  ];
}

export function agreeToPublicBug(report: Report, context: Context): ReportEvent[] {
  const person = requireReporterOrProxy(report, context);
  const { decline: declined } = report;
  if (report.status !== 'declined' || declined === undefined || declined.publicBug === 'no')
    throw new Refusal('no_public_bug_asked', { id: report.id });
  if (declined.publicBug === 'agreed') return [];
  return [{ type: 'PublicBugAgreed', at: context.now, by: { kind: 'person', person } }];
}

/** `noteDuplicate` checks on the other report that it exists and is no duplicate itself. */
export function markDuplicate({ of, tell }: MarkDuplicate, report: Report, context: Context): ReportEvent[] {
  const by = { kind: 'person', person: requireResponder(report, context) } as const;
  if (of === report.id) throw new Refusal('duplicate_of_itself', { id: of });
  if (report.status === 'duplicate' && report.duplicateOf === of && isSent(tell, report, by.person)) return [];
  if (!isUndecided(report) && report.status !== 'accepted') throw wrongStatus(report);
  const [first] = report.duplicates;
  if (first !== undefined) throw new Refusal('duplicate_of_a_duplicate', { id: of, original: report.id });
  return [...messageWith(tell, report, context, true), { type: 'MarkedDuplicate', at: context.now, by, of }];
}

export function noteDuplicate({ duplicate }: NoteDuplicate, report: Report, context: Context): ReportEvent[] {
  const { actor, now } = context;
  if (actor.kind !== 'person') throw new Refusal('not_for_you', {});
  if (duplicate === report.id) throw new Refusal('duplicate_of_itself', { id: duplicate });
  if (report.duplicateOf !== undefined && report.status === 'duplicate')
    throw new Refusal('duplicate_of_a_duplicate', { id: report.id, original: report.duplicateOf });
  if (report.duplicates.includes(duplicate)) return [];
  // Nobody works on a withdrawn report, so its duplicate would be forgotten.
  requireOpen(report);
  return [{ type: 'DuplicateNoted', at: now, by: { kind: 'person', person: actor.person }, duplicate }];
}

/** The caller checks that the duplicate was reopened. */
export function dropDuplicate({ duplicate }: DropDuplicate, report: Report, { actor, now }: Context): ReportEvent[] {
  if (actor.kind !== 'clock') throw new Refusal('not_for_you', {});
  return report.duplicates.includes(duplicate) ? [{ type: 'DuplicateDropped', at: now, by: actor, duplicate }] : [];
}

/** Nobody works on a withdrawn original, so its duplicate has to stand for itself again. */
export function leaveOriginal({ of }: LeaveOriginal, report: Report, { actor, now }: Context): ReportEvent[] {
  if (actor.kind !== 'clock') throw new Refusal('not_for_you', {});
  if (report.status !== 'duplicate' || report.duplicateOf !== of) return [];
  return [{ type: 'OriginalWithdrawn', at: now, by: actor, of }];
}

export function reopen({ tell }: ReopenReport, report: Report, context: Context): ReportEvent[] {
  const person: Person = requireResponder(report, context);
  if (!isClosed(report)) throw wrongStatus(report);
  const reopened: ReportEvent = { type: 'ReportReopened', at: context.now, by: { kind: 'person', person } };
  return [reopened, ...messageWith(tell, evolve(report, reopened), context, false)];
}

/** Whether there is no new message: the same decision sent twice counts once, but a second person's message is new. */
function isSent(tell: OutgoingMessage | undefined, { messages }: Report, { user }: Person): boolean {
  const last = messages.findLast(isWrittenByPerson);
  return tell === undefined || (last?.text === tell.message && last.by.user === user);
}

/** A product has one spelling, and no version of it is in two ranges. */
function refuseRepeated(lines: readonly AffectedLine[]): void {
  for (const [i, line] of lines.entries())
    for (const before of lines.slice(0, i).filter((other) => sameName(other.line, line.line))) {
      if (before.line !== line.line) throw new Refusal('line_named_twice', { line: line.line });
      if (overlap(before, line)) throw new Refusal('ranges_overlap', { line: line.line });
    }
}

/** Two spellings of a line's name are the same line. */
function sameName(one: string, other: string): boolean {
  return one.normalize('NFKC').toLowerCase() === other.normalize('NFKC').toLowerCase();
}

export function wrongStatus({ id, status }: Report): Refusal {
  return status === 'disclosed'
    ? new Refusal('already_disclosed', { id })
    : new Refusal('not_in_this_status', { id, status });
}

/** The message that goes with a decision. While nobody has acknowledged it is required, and it acknowledges. */
function messageWith(
  tell: OutgoingMessage | undefined,
  report: Report,
  context: Context,
  needed: boolean,
): ReportEvent[] {
  if (tell !== undefined) {
    const purpose = report.acknowledge.metAt === undefined ? 'acknowledgement' : 'information';
    return write(report, context, purpose, tell);
  }
  if (needed && report.acknowledge.metAt === undefined) throw new Refusal('message_needed', { id: report.id });
  return [];
}
