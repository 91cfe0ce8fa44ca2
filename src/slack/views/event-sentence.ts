import type { Words } from '../../locales/words.js';
import type { ReportEvent } from '../../report/events.js';
import type { Actor, Report } from '../../report/report.js';
import { nameOf } from './kit/blocks.js';
import { reporterName, teamTime } from './labels.js';
import { lifeSentence, type Room } from './life-sentence.js';

/** One step of a report's history in one sentence: plain text of class B. The words of a message are never in it. */
export function eventSentence(
  event: ReportEvent,
  report: Report,
  zone: string,
  words: Words,
  room: Room = 'line',
): string {
  const { thread: say, remedy } = words;
  const by = actorName(event.by, words);
  switch (event.type) {
    case 'ReportReceived': {
      const due = teamTime(event.promise.dueAt, zone, words);
      return event.reporter.kind === 'slack'
        ? say.received(reporterName(event), due)
        : say.filed(nameOf(event.reporter.filedBy), reporterName(event), teamTime(event.receivedAt, zone, words), due);
    }
    case 'ReportAmended':
      return say.amended;
    case 'ResponderAssigned': {
      const responder = nameOf(event.responder);
      const self = event.by.kind === 'person' && event.by.person.user === event.responder.user;
      return self ? say.took(responder) : say.assigned(by, responder);
    }
    case 'ReportAcknowledged':
      return say.acknowledged(by, reporterName(report), event.route);
    case 'MessageSent':
      return say.messageSent(by, reporterName(report), event.purpose, event.route);
    case 'NoteAdded':
      return say.noted(by);
    case 'ReporterWrote':
      return say.wrote(reporterName(report), event.purpose);
    case 'ReportWithdrawn':
      return say.withdrawn(reporterName(report));
    case 'DeliveryDoubted':
      return announced(event.event, report) ? remedy.lineDoubted : say.doubted;
    case 'DeliveryFailed':
      return announced(event.event, report) ? remedy.lineFailed : say.failed;
    case 'DeliveryConfirmed':
      return announced(event.event, report) ? remedy.lineConfirmed(by) : say.confirmed(by);
    case 'SentAgain':
      return announced(event.event, report) ? remedy.lineSentAgain(by) : say.sentAgain(by);
    default:
      return lifeSentence(event, by, report, zone, words, room);
  }
}

/** Whether an announcement stands at this place of the history, and not a message. */
function announced(place: number, { publications }: Report): boolean {
  return publications.some(({ event }) => event === place);
}

function actorName(by: Actor, { thread: say }: Words): string {
  return by.kind === 'person' ? nameOf(by.person) : say.clock;
}
