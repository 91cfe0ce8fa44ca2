import type { PromiseEvent } from './events-promise.js';
import { withMessageByBot } from './evolve-disclosure.js';
import type { Report } from './report.js';
import { isUnacknowledged, isUndecided } from './status.js';

/** A report after a step that may move its first deadline. */
export function evolvePromise(report: Report, event: PromiseEvent): Report {
  switch (event.type) {
    case 'LaterDateProposed':
      return { ...report, laterDate: { event: report.events, until: event.until } };
    case 'PromiseKept':
      return report.laterDate === undefined
        ? report
        : { ...report, laterDate: { ...report.laterDate, answer: 'kept' } };
    case 'PromiseMoved': {
      const { acknowledge, confirm, laterDate } = report;
      const { promise, days, at } = event;
      // The ladder begins anew: a rung that was posted for the earlier date says nothing about this one.
      const next: Report = {
        ...report,
        promise: { ...promise, moved: { at, days } },
        acknowledge: isUnacknowledged(report) ? { ...acknowledge, opening: acknowledge.opening + 1 } : acknowledge,
        confirm: isUndecided(report) ? { ...confirm, opening: confirm.opening + 1 } : confirm,
        ...(laterDate === undefined ? {} : { laterDate: { ...laterDate, answer: 'moved' } }),
      };
      return withMessageByBot(next, 'promise_moved', event);
    }
    default:
      return event satisfies never;
  }
}
