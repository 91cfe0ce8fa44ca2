import { defined } from './defined.js';
import type { TriageEvent } from './events-triage.js';
import { unprepared } from './evolve-disclosure.js';
import { fixedOrAccepted } from './evolve-remediation.js';
import { fixesThatHold } from './fixed-lines.js';
import type { Report } from './report.js';
import type { Severity } from './severity.js';
import { isClosed, isUndecided, type Status } from './status.js';

/** A report after the decision on it, and after what makes it a duplicate or open again. */
export function evolveTriage(report: Report, event: TriageEvent): Report {
  switch (event.type) {
    case 'ReportAccepted': {
      const { severity, lines, at } = event;
      const { cwes: _, ...before } = report;
      const next = {
        ...before,
        severity,
        lines,
        ...defined({ cwes: event.cwes }),
        fixes: fixesThatHold({ lines, fixes: report.fixes }),
      };
      const rated = wasRatedSo(report, severity) ? report.rated : { at, event: report.events };
      return unprepared({
        ...next,
        status: fixedOrAccepted(next),
        confirm: decided(report, at),
        ...defined({ rated }),
      });
    }
    case 'ReportDeclined': {
      const decline = { reason: event.reason, publicBug: event.asksForPublicBug ? 'asked' : 'no' } as const;
      return { ...closed(report, 'declined'), decline, confirm: decided(report, event.at) };
    }
    case 'PublicBugAgreed':
      return report.decline === undefined ? report : { ...report, decline: { ...report.decline, publicBug: 'agreed' } };
    case 'MarkedDuplicate':
      return { ...closed(report, 'duplicate'), duplicateOf: event.of, confirm: decided(report, event.at) };
    case 'DuplicateNoted':
      return unprepared({ ...report, duplicates: [...report.duplicates, event.duplicate] });
    case 'DuplicateDropped':
      return unprepared({ ...report, duplicates: report.duplicates.filter((id) => id !== event.duplicate) });
    case 'OriginalWithdrawn':
    case 'ReportReopened':
      return reopened(report, event.at);
    default:
      return event satisfies never;
  }
}

/** A correction that leaves the rating begins nothing anew. */
function wasRatedSo(report: Report, { rating }: Severity): boolean {
  return report.rated !== undefined && report.severity?.rating === rating;
}

export function closed(report: Report, status: Status): Report {
  const closedFrom = isClosed(report) ? report.closedFrom : report.status;
  return unprepared({ ...report, status, ...defined({ closedFrom }) });
}

function decided({ confirm }: Report, at: Date): Report['confirm'] {
  const pauses = confirm.pauses.map((pause) => ({ ...pause, to: pause.to ?? at }));
  return { ...confirm, pauses, metAt: confirm.metAt ?? at };
}

/** Back to the status before. A report that was undecided then needs a new decision. */
function reopened(report: Report, at: Date): Report {
  const { closedFrom = 'received', decline: _, duplicateOf: __, ...rest } = report;
  if (!isUndecided({ status: closedFrom })) return { ...rest, status: closedFrom };
  const status = report.acknowledge.metAt === undefined ? 'received' : 'acknowledged';
  return { ...rest, status, confirm: { opening: report.confirm.opening + 1, reopenedAt: at, pauses: [] } };
}
