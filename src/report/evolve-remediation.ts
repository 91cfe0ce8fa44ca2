import type { RemediationEvent } from './events-remediation.js';
import { unprepared, withMessageByBot } from './evolve-disclosure.js';
import { isFixed, mergedFixes } from './fixed-lines.js';
import { mayBeReporter } from './permissions.js';
import type { Person } from './person.js';
import type { Report } from './report.js';
import type { Status } from './status.js';

/** A report after the work between its acceptance and the advisory. */
export function evolveRemediation(report: Report, event: RemediationEvent): Report {
  switch (event.type) {
    case 'CveRequested':
      return { ...report, cve: { numbers: [], ...report.cve, requestedAt: event.at } };
    case 'CveRecorded':
      return unprepared({ ...report, cve: { ...report.cve, numbers: [event.number, ...(event.others ?? [])] } });
    case 'EmbargoProposed':
      return withMessageByBot(
        { ...embargoed(report, event), embargoProposal: report.events },
        'embargo_proposal',
        event,
      );
    case 'EmbargoAccepted':
      return agreed(report);
    case 'EmbargoAgreed':
      return withMessageByBot(agreed(embargoed(report, event)), 'embargo', event);
    case 'EarlyDisclosureAgreed':
      return { ...report, earlyAgreedAt: event.at };
    case 'EmbargoBroken':
      return { ...report, embargoBroken: { at: event.at, by: event.by.person, where: event.where } };
    case 'FixRecorded': {
      // An older event does not say for which range of a product it is.
      const next = { ...report, fixes: mergedFixes({ ...report, fixes: [] }, event.fixes) };
      return unprepared({ ...next, status: fixedOrAccepted(next) });
    }
    case 'CreditChanged':
      return unprepared({ ...wished(report, event), credit: event.credit });
    default:
      return event satisfies never;
  }
}

/** The channel hears at the end of a pause that the reporter wished something else. */
function wished(report: Report, { by }: Readonly<{ by: Readonly<{ person: Person }> }>): Report {
  const { paused } = report;
  if (paused === undefined || !mayBeReporter(by.person, report)) return report;
  return { ...report, paused: { ...paused, newCredit: true } };
}

/** With another date, whatever was agreed about the one before. */
function embargoed(report: Report, { at, until }: Readonly<{ at: Date; until: Date }>): Report {
  const { earlyAgreedAt: _, ...rest } = report;
  return { ...rest, embargo: { opening: (report.embargo?.opening ?? 0) + 1, since: at, dueAt: until } };
}

function agreed({ embargoProposal: _, ...rest }: Report): Report {
  return rest;
}

/** The status of an accepted report by its fixes. A disclosed one stays disclosed. */
export function fixedOrAccepted(report: Report): Status {
  if (report.status === 'disclosed') return 'disclosed';
  return isFixed(report) ? 'fixed' : 'accepted';
}
