import type { ReportEvent } from './events.js';

const messages: readonly ReportEvent['type'][] = ['ReportAcknowledged', 'MessageSent'];
const decisions: readonly ReportEvent['type'][] = ['ReportAccepted', 'ReportDeclined', 'MarkedDuplicate'];

/**
 * The place in the history of the step as which the act is told that recorded the event at `place`. Whoever writes to the reporter
 * may take the report by that. A message goes with the decision after it, or with the reopening before it.
 */
export function stepOfAct(history: readonly ReportEvent[], place: number): number {
  const [next, before] = [place + 1, place - 1].map((other) =>
    isOneAct(history, place, other) ? history[other] : undefined,
  );
  if (isTaken(history[place]) && isOf(messages, next)) return stepOfAct(history, place + 1);
  if (!isOf(messages, history[place])) return place;
  if (isOf(decisions, next)) return place + 1;
  const first = isTaken(before) ? place - 2 : place - 1;
  return history[first]?.type === 'ReportReopened' && isOneAct(history, place, first) ? first : place;
}

/** What else the act recorded that is told as the step at `place`. What comes before `from` was told by itself. */
export function recordedAlong(history: readonly ReportEvent[], place: number, from: number): readonly ReportEvent[] {
  return history.filter((_, other) => other >= from && other !== place && stepOfAct(history, other) === place);
}

function isOneAct(history: readonly ReportEvent[], one: number, other: number): boolean {
  const [a, b] = [history[one], history[other]];
  if (a?.by.kind !== 'person' || b?.by.kind !== 'person') return false;
  return a.at.getTime() === b.at.getTime() && a.by.person.user === b.by.person.user;
}

/** Somebody took the report themselves. */
function isTaken(event: ReportEvent | undefined): boolean {
  if (event?.type !== 'ResponderAssigned' || event.by.kind !== 'person' || event.from !== undefined) return false;
  return event.by.person.user === event.responder.user;
}

function isOf(types: readonly ReportEvent['type'][], event: ReportEvent | undefined): boolean {
  return event !== undefined && types.includes(event.type);
}
