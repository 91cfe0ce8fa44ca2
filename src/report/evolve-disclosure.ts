import { creditOf } from './credit.js';
import { cveNumbersOf } from './cve-numbers.js';
import { defined } from './defined.js';
import type { MovableDuty } from './duty.js';
import type { AdvisoryPublished, DisclosureEvent } from './events-disclosure.js';
import type { Message, MessagePurpose, Route, WithdrawnOriginal } from './message.js';
import type { Actor } from './person.js';
import type { Publication } from './publication.js';
import type { Report } from './report.js';

/** A report after a step towards its advisory. */
export function evolveDisclosure(report: Report, event: DisclosureEvent): Report {
  switch (event.type) {
    case 'DisclosurePrepared': {
      const { text, credits, change, withdraws, at, by } = event;
      const prepared = { event: report.events, at, by: by.person, text, credits, ...defined({ change, withdraws }) };
      // What withdraws an advisory says nothing new about the vulnerability.
      const next = { ...report, ...(withdraws === true ? {} : { draft: text }), prepared };
      // A correction shows nobody their credit again.
      return report.publications.length > 0 ? next : withMessageByBot(next, 'credit', event);
    }
    case 'DisclosureApproved': {
      const { prepared } = report;
      if (prepared?.event !== event.prepared) return report;
      return { ...report, prepared: { ...prepared, approved: { at: event.at, by: event.by.person } } };
    }
    case 'AdvisoryPublished':
      return published(report, event);
    case 'ReporterThanked':
      return withMessageByBot(report, 'thanks', event);
    case 'WithdrawalTold':
      return withMessageByBot(report, 'withdrawal', event);
    case 'DuplicateCreditChanged':
      return unprepared(report);
    default:
      return event satisfies never;
  }
}

/** The facts behind a prepared advisory changed, so its approval no longer holds. The text stays as a draft. */
export function unprepared(report: Report): Report {
  const { prepared: _, ...rest } = report;
  return rest;
}

function published(report: Report, event: AdvisoryPublished): Report {
  const { prepared, severity, lines, fixes, publications } = report;
  if (prepared?.event !== event.prepared || severity === undefined) return report;
  const { text, change, credits, withdraws } = prepared;
  const publication: Publication = {
    event: report.events,
    at: event.at,
    by: event.by.person,
    revision: publications.length + 1,
    prepared: prepared.event,
    text,
    ...defined({ change, withdrawn: withdraws }),
    severity,
    lines,
    fixes,
    cves: [...cveNumbersOf(report)],
    ...defined({ cwes: report.cwes }),
    credits: [creditOf(report), ...credits],
    channel: event.channel,
    delivery: 'sent',
  };
  return unprepared({ ...report, status: 'disclosed', publications: [...publications, publication] });
}

type Sent = Readonly<{
  at: Date;
  by: Actor;
  route: Route;
  withdrawn?: WithdrawnOriginal | undefined;
  duty?: MovableDuty | undefined;
}>;

/** The bot writes to the reporter itself. Its text is made when it is sent. A reporter outside Slack gets none. */
export function withMessageByBot(
  report: Report,
  purpose: MessagePurpose,
  told: Sent,
  about: Pick<Message, 'until'> = {},
): Report {
  if (report.reporter.kind !== 'slack') return report;
  const { at, by, route, withdrawn, duty } = told;
  const message: Message = {
    event: report.events,
    at,
    ...(by.kind === 'person' ? { by: by.person } : {}),
    purpose,
    text: '',
    route,
    delivery: 'sent',
    ...defined({ withdrawn, duty }),
    ...about,
  };
  return { ...report, messages: [...report.messages, message] };
}
