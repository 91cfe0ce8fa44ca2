import type { ResponderEvent } from './events-responder.js';
import type { Report } from './report.js';

/** A report after a change of its responder, or of when somebody is reminded of it. */
export function evolveResponder(report: Report, event: ResponderEvent): Report {
  switch (event.type) {
    case 'ResponderAssigned': {
      const { assignedOnDuty: _, offer: __, ...rest } = report;
      const byBot = event.by.kind === 'clock' ? ({ assignedOnDuty: true } as const) : {};
      return { ...rest, responder: event.responder, assignedAt: event.at, ...byBot };
    }
    case 'ResponderUnassigned': {
      const { responder: _, assignedAt: __, assignedOnDuty: ___, offer: ____, ...rest } = report;
      return rest;
    }
    case 'HandOverOffered':
      return { ...report, offer: { to: event.to, by: event.by.person, event: report.events } };
    case 'HandOverDeclined': {
      const { offer: _, ...rest } = report;
      return rest;
    }
    case 'RemindersSnoozed': {
      const { at, until, reason } = event;
      const by = event.by.person;
      // Whoever opens the report reads it beside the notes.
      const notes = [...report.notes, { event: report.events, at, by, text: reason }];
      return { ...report, notes, snoozed: { by, until, reason } };
    }
    default:
      return event satisfies never;
  }
}
