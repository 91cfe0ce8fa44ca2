import type { MovableDuty } from './duty.js';
import type { PromiseEvent } from './events-promise.js';
import { withMessageByBot } from './evolve-disclosure.js';
import type { Report } from './report.js';
import { isUnacknowledged, isUndecided } from './status.js';

/** A report after a step that may move its first deadline. */
export function evolvePromise(report: Report, event: PromiseEvent): Report {
  switch (event.type) {
    case 'LaterDateProposed':
      return { ...report, [proposalKey(event)]: { event: report.events, until: event.until } };
    case 'PromiseKept':
      return { ...report, ...answered(event, 'kept', report) };
    case 'PromiseMoved': {
      if (event.duty === 'next_update') return withMessageByBot(withUpdateMoved(report, event), 'promise_moved', event);
      const { acknowledge, confirm } = report;
      const { promise, days, at } = event;
      // The ladder begins anew: a rung that was posted for the earlier date says nothing about this one.
      const next: Report = {
        ...report,
        promise: { ...promise, moved: { at, days } },
        acknowledge: isUnacknowledged(report) ? { ...acknowledge, opening: acknowledge.opening + 1 } : acknowledge,
        confirm: isUndecided(report) ? { ...confirm, opening: confirm.opening + 1 } : confirm,
        ...answered(event, 'moved', report),
      };
      // Nobody has told them yet, so it is no message.
      const untold = event.by.kind === 'clock' && event.route === 'by_hand';
      return untold ? next : withMessageByBot(next, 'promise_moved', event);
    }
    default:
      return event satisfies never;
  }
}

type About = Readonly<{ duty?: MovableDuty | undefined }>;

const proposalKey = ({ duty }: About) => (duty === 'next_update' ? 'laterUpdate' : 'laterDate');

function answered(event: About, answer: 'moved' | 'kept', report: Report): Partial<Report> {
  const key = proposalKey(event);
  const proposal = report[key];
  return proposal === undefined ? {} : { [key]: { ...proposal, answer } };
}

/** As with the first promise, the ladder begins anew. */
function withUpdateMoved(report: Report, event: Extract<PromiseEvent, { type: 'PromiseMoved' }>): Report {
  const { nextUpdate } = report;
  const { promise, days, at } = event;
  if (nextUpdate === undefined) return report;
  const moved = { ...nextUpdate, opening: nextUpdate.opening + 1, dueAt: promise.dueAt, moved: { at, days } };
  return { ...report, nextUpdate: moved, ...answered(event, 'moved', report) };
}
