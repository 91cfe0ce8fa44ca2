import { creditOf } from './credit.js';
import { defined } from './defined.js';
import type { ReportEvent } from './events.js';
import { fixesThatHold, isFixed } from './fixed-lines.js';
import type { Message, MessagePurpose, Person, Report, Route, Status } from './report.js';
import { isClosed, isUndecided } from './status.js';

type Early =
  | 'ReportReceived'
  | 'ReportAmended'
  | 'ResponderAssigned'
  | 'ReportAcknowledged'
  | 'MessageSent'
  | 'NoteAdded'
  | 'ReporterWrote'
  | 'DeliveryDoubted'
  | 'DeliveryConfirmed'
  | 'SentAgain'
  | 'DeliveryFailed';
/** The events of the life from triage to the thank-you, and the reporter's taking it back. */
export type StageEvent = Exclude<ReportEvent, { type: Early }>;

/** A report after an event of the life from triage to the thank-you. */
export function evolveStage(report: Report, event: StageEvent): Report {
  switch (event.type) {
    case 'ReportAccepted': {
      const { severity, lines, at } = event;
      const next = { ...report, severity, lines, fixes: fixesThatHold({ lines, fixes: report.fixes }) };
      return unprepared({ ...next, status: remedied(next), confirm: decided(report, at) });
    }
    case 'ReportDeclined': {
      const decline = { reason: event.reason, publicBug: event.asksForPublicBug ? 'asked' : 'no' } as const;
      return { ...closed(report, 'declined'), decline, confirm: decided(report, event.at) };
    }
    case 'PublicBugAgreed':
      return report.decline === undefined ? report : { ...report, decline: { ...report.decline, publicBug: 'agreed' } };
    case 'MarkedDuplicate':
      return { ...closed(report, 'duplicate'), duplicateOf: event.of, confirm: decided(report, event.at) };
    case 'ReportWithdrawn':
      return closed(report, 'withdrawn');
    case 'DuplicateNoted':
      return unprepared({ ...report, duplicates: [...report.duplicates, event.duplicate] });
    case 'DuplicateDropped':
      return unprepared({ ...report, duplicates: report.duplicates.filter((id) => id !== event.duplicate) });
    case 'DuplicateCreditChanged':
      return unprepared(report);
    case 'OriginalWithdrawn':
    case 'ReportReopened':
      return reopened(report, event.at);
    case 'CveRequested':
      return { ...report, cve: { ...report.cve, requestedAt: event.at } };
    case 'CveRecorded':
      return unprepared({ ...report, cve: { ...report.cve, number: event.number } });
    case 'EmbargoAgreed': {
      const { earlyAgreedAt: _, ...rest } = report;
      const embargo = { opening: (report.embargo?.opening ?? 0) + 1, since: event.at, dueAt: event.until };
      return told({ ...rest, embargo }, 'embargo', event);
    }
    case 'EarlyDisclosureAgreed':
      return { ...report, earlyAgreedAt: event.at };
    case 'EmbargoBroken':
      return { ...report, embargoBroken: { at: event.at, by: event.by.person, where: event.where } };
    case 'FixRecorded': {
      const next = { ...report, fixes: event.fixes };
      return unprepared({ ...next, status: remedied(next) });
    }
    case 'CreditChanged':
      return unprepared({ ...report, credit: event.credit });
    case 'DisclosurePrepared': {
      const { text, credits, change, at, by } = event;
      const about = { event: report.events, at, by: by.person, text, credits };
      const prepared = change === undefined ? about : { ...about, change };
      const next = { ...report, draft: text, prepared };
      // What is public already has been thanked for.
      return report.publications.length > 0 ? next : told(next, 'credit', event);
    }
    case 'DisclosureApproved': {
      const { prepared } = report;
      if (prepared?.event !== event.prepared) return report;
      return { ...report, prepared: { ...prepared, approved: { at: event.at, by: event.by.person } } };
    }
    case 'AdvisoryPublished':
      return published(report, event);
    case 'ReporterThanked':
      return told(report, 'thanks', event);
    default:
      return event satisfies never;
  }
}

function remedied(report: Report): Status {
  if (report.status === 'disclosed') return 'disclosed';
  return isFixed(report) ? 'fixed' : 'accepted';
}

function decided({ confirm }: Report, at: Date): Report['confirm'] {
  const pauses = confirm.pauses.map((pause) => ({ ...pause, to: pause.to ?? at }));
  return { ...confirm, pauses, metAt: confirm.metAt ?? at };
}

function closed(report: Report, status: Status): Report {
  const closedFrom = isClosed(report) ? report.closedFrom : report.status;
  return unprepared({ ...report, status, ...defined({ closedFrom }) });
}

/** Back to where it was; a report that was undecided then has to be decided anew. */
function reopened(report: Report, at: Date): Report {
  const { closedFrom = 'received', decline: _, duplicateOf: __, ...rest } = report;
  const { opening } = report.confirm;
  const answered = report.acknowledge.metAt === undefined ? 'received' : 'acknowledged';
  if (!isUndecided({ status: closedFrom })) return { ...rest, status: closedFrom };
  return { ...rest, status: answered, confirm: { opening: opening + 1, reopenedAt: at, pauses: [] } };
}

/** What an advisory is made of has changed: whoever agreed to it agreed to something else. Its words stay as a draft. */
function unprepared(report: Report): Report {
  const { prepared: _, ...rest } = report;
  return rest;
}

function published(report: Report, event: Extract<ReportEvent, { type: 'AdvisoryPublished' }>): Report {
  const { prepared, severity, lines, fixes, cve, publications } = report;
  if (prepared?.event !== event.prepared || severity === undefined) return report;
  const { at, by, channel } = event;
  const { text, change, credits } = prepared;
  const number = cve?.number ?? report.form.cve;
  return unprepared({
    ...report,
    status: 'disclosed',
    publications: [
      ...publications,
      {
        event: report.events,
        at,
        by: by.person,
        revision: publications.length + 1,
        prepared: prepared.event,
        text,
        ...defined({ change }),
        severity,
        lines,
        fixes,
        ...defined({ cve: number }),
        credits: [creditOf(report), ...credits],
        channel,
        delivery: 'sent',
      },
    ],
  });
}

type Told = Readonly<{ at: Date; by: Readonly<{ person: Person }>; route: Route }>;

/** The reporter is told of it in the bot's words, where the bot can reach them. */
function told(report: Report, purpose: MessagePurpose, { at, by, route }: Told): Report {
  if (report.reporter.kind !== 'slack') return report;
  const message: Message = { event: report.events, at, by: by.person, purpose, text: '', route, delivery: 'sent' };
  return { ...report, messages: [...report.messages, message] };
}
