import type { Locale } from '../../../locales/locale-of.js';
import { lineName } from '../../../report/affected-line.js';
import type { ReportEvent } from '../../../report/events.js';
import type { DisclosureEvent } from '../../../report/events-disclosure.js';
import type { RemediationEvent } from '../../../report/events-remediation.js';
import type { TriageEvent } from '../../../report/events-triage.js';
import type { Actor } from '../../../report/person.js';
import { byProduct } from '../../../report/read-affected-lines.js';
import type { Report } from '../../../report/report.js';
import { nameOf } from '../kit/blocks.js';
import { cut } from '../kit/truncate.js';
import { reporterName, teamTime } from './labels.js';

/** Whether long lists stand in a sentence whole, or as far as a line of a thread has length. */
export type SentenceLength = 'line' | 'whole';
/** Characters of product lines that fit one sentence. */
const longestList = 600;

/** `voided`: the step changed what was prepared for publication. */
export type StepFacts = Readonly<{ report: Report; zone: string; voided: boolean }>;

/** One step of a report's history, and what follows from it: plain text of class B. The words of a message are never in it. */
export function eventSentence(
  event: ReportEvent,
  { report, zone, voided }: StepFacts,
  locale: Locale,
  length: SentenceLength = 'line',
): string {
  const sentence = stepSentence(event, report, zone, locale, length);
  return voided ? locale.terms.followed(sentence, locale.disclosure.thread.prepareAgain) : sentence;
}

function stepSentence(
  event: ReportEvent,
  report: Report,
  zone: string,
  locale: Locale,
  length: SentenceLength,
): string {
  const { thread: say, disclosure } = locale;
  const by = actorName(event.by, locale);
  switch (event.type) {
    case 'ReportReceived': {
      const due = teamTime(event.promise.dueAt, zone, locale);
      return event.reporter.kind === 'slack'
        ? say.received(reporterName(event), due)
        : say.filed(nameOf(event.reporter.filedBy), reporterName(event), teamTime(event.receivedAt, zone, locale), due);
    }
    case 'ReportAmended':
      return say.amended;
    case 'ReportSeen':
      return say.seen(by);
    case 'ResponderAssigned': {
      const responder = nameOf(event.responder);
      if (event.by.kind === 'clock') return say.assignedOnDuty(responder);
      const self = event.by.kind === 'person' && event.by.person.user === event.responder.user;
      if (event.from !== undefined) return say.handedOver(responder, nameOf(event.from));
      return self ? say.took(responder) : say.assigned(by, responder);
    }
    case 'HandOverOffered':
      return say.handOverOffered(by, nameOf(event.to));
    case 'HandOverDeclined':
      return say.handOverDeclined(by);
    case 'ResponderUnassigned':
      return say.unassigned(by);
    case 'RemindersSnoozed':
      return locale.reminder.thread.snoozed(by, teamTime(event.until, zone, locale));
    case 'ReportAcknowledged':
      return say.acknowledged(by, reporterName(report), event.purpose, event.route);
    case 'MessageSent':
      return say.messageSent(by, reporterName(report), event.purpose, event.route);
    case 'NoteAdded':
      return say.noted(by);
    case 'ReporterWrote':
      return say.wrote(reporterName(report), event.purpose);
    case 'PromiseMissed':
      return say.missed[event.missed.duty](reporterName(report));
    case 'ReporterReminded':
      return say.reminded(reporterName(report));
    case 'ReportWithdrawn':
      return say.withdrawn(reporterName(report));
    case 'LaterDateProposed':
      return locale.promise.thread.proposed(teamTime(event.until, zone, locale));
    case 'PromiseMoved': {
      const until = teamTime(event.promise.dueAt, zone, locale);
      return event.by.kind === 'person'
        ? locale.promise.thread.moved(by, until)
        : locale.promise.thread.movedItself(until, event.route === 'by_hand');
    }
    case 'PromiseKept':
      return locale.promise.thread.kept(by);
    case 'ReporterPaused':
      return locale.pause.thread.paused(by, reporterName(report), teamTime(event.until, zone, locale));
    case 'ReporterPauseEnded':
      return locale.pause.thread.ended(
        event.by.kind === 'person' ? by : undefined,
        reporterName(report),
        event.replies,
        event.newCredit === true,
      );
    case 'DeliveryDoubted':
      return announced(event.event, report) ? disclosure.thread.doubted : say.doubted;
    case 'DeliveryFailed':
      return announced(event.event, report) ? disclosure.thread.failed : say.failed;
    case 'DeliveryConfirmed':
      return announced(event.event, report) ? disclosure.thread.confirmed(by) : say.confirmed(by);
    case 'SentAgain':
      return announced(event.event, report) ? disclosure.thread.sentAgain(by) : say.sentAgain(by);
    default:
      return stageSentence(event, by, report, zone, locale, length);
  }
}

/** A step from triage to the thank-you in one sentence: plain text of class B. `by` is who took it. */
function stageSentence(
  event: TriageEvent | RemediationEvent | DisclosureEvent,
  by: string,
  report: Report,
  zone: string,
  locale: Locale,
  length: SentenceLength,
): string {
  const { triage, remediation, disclosure, cvss, terms } = locale;
  const listed = (things: readonly string[]) => {
    const list = terms.listed(things);
    return length === 'whole' ? list : cut(list, longestList);
  };
  switch (event.type) {
    case 'ReportAccepted': {
      const { severity, lines } = event;
      const named = listed([...byProduct(lines).keys()]);
      return triage.thread.accepted(by, cvss.rating[severity.rating], severity.score.toFixed(1), named);
    }
    case 'ReportDeclined':
      return triage.thread.declined(by, triage.reason[event.reason]);
    case 'PublicBugAgreed':
      return triage.thread.publicBugAgreed;
    case 'MarkedDuplicate':
      return triage.thread.markedDuplicate(by, event.of);
    case 'DuplicateNoted':
      return triage.thread.duplicateNoted(by, event.duplicate);
    case 'DuplicateDropped':
      return triage.thread.duplicateDropped(event.duplicate);
    case 'OriginalWithdrawn':
      return triage.thread.originalWithdrawn(event.of);
    case 'DuplicateCreditChanged':
      return disclosure.thread.duplicateCreditChanged;
    case 'ReportReopened':
      return triage.thread.reopened(by);
    case 'CveRequested':
      return remediation.thread.cveRequested(by);
    case 'CveRecorded':
      return remediation.thread.cveRecorded(by, listed([event.number, ...(event.others ?? [])]));
    case 'EmbargoProposed':
      return remediation.thread.embargoProposed(by, teamTime(event.until, zone, locale));
    case 'EmbargoAccepted':
      return remediation.thread.embargoAccepted(by);
    case 'EmbargoAgreed':
      return remediation.thread.embargoAgreed(by, teamTime(event.until, zone, locale));
    case 'EarlyDisclosureAgreed':
      return remediation.thread.earlyAgreed(by);
    case 'EmbargoBroken':
      return remediation.thread.embargoBroken(by);
    case 'FixRecorded': {
      const told = event.fixes.map((fix) => {
        const name = lineName({ line: fix.line, ...fix.range }, event.fixes);
        return fix.outcome === 'fixed' ? remediation.thread.fixed(name, fix.version) : remediation.thread.wontFix(name);
      });
      return remediation.thread.fixRecorded(by, listed(told));
    }
    case 'CreditChanged':
      return disclosure.thread.creditChanged(by);
    case 'DisclosurePrepared':
      return event.withdraws === true ? disclosure.thread.withdrawalPrepared(by) : disclosure.thread.prepared(by);
    case 'DisclosureApproved':
      return disclosure.thread.approved(by);
    case 'AdvisoryPublished': {
      const at = report.publications.find(({ prepared }) => prepared === event.prepared);
      return at?.withdrawn === true
        ? disclosure.thread.withdrawn(by)
        : disclosure.thread.published(by, at?.revision ?? 1);
    }
    case 'WithdrawalTold':
      return disclosure.thread.withdrawalTold(reporterName(report));
    case 'ReporterThanked':
      return disclosure.thread.thanked(reporterName(report));
    default:
      return event satisfies never;
  }
}

/** Whether an announcement stands at this place of the history, and not a message. */
function announced(place: number, { publications }: Report): boolean {
  return publications.some(({ event }) => event === place);
}

function actorName(by: Actor, { thread: say }: Locale): string {
  return by.kind === 'person' ? nameOf(by.person) : say.clock;
}
