import { defined } from './defined.js';
import type { ReportEvent } from './events.js';
import { isReporter } from './permissions.js';
import type { Reporter } from './person.js';
import { Refusal } from './refusal.js';

const mebibyte = 1024 * 1024;

/**
 * Bytes of history that one report may hold. MongoDB stores 16 MiB in a document, with the clear part and the sealing in it.
 *
 * - `reporter`: what its reporter may write. That is 230 of the longest messages in Chinese and 650 in English.
 * - `team`: how large everything together may become by what the team writes. Ten times the reporter's share is left for it.
 * - `short`: the same for acts of at most `shortAct` bytes, so that a report full of text can still be decided and closed.
 *
 * The bot itself is not limited: it adds a few hundred bytes for each act of a person.
 */
export const sizeLimits = {
  reporter: 2 * mebibyte,
  team: 12 * mebibyte,
  short: 14 * mebibyte,
  shortAct: 2048,
} as const;

/** From here on the reporter is told how much still fits. Bytes. */
const warnedFrom = sizeLimits.reporter - 200 * 1024;
/** With less left, no form is opened in which the reporter would write in vain. Bytes. */
const leastToWrite = 1024;

/**
 * Whether there is room for new events. A reporter can always withdraw and agree.
 * @throws Refusal `share_used_up` for the reporter, `report_full` for the team
 */
export function requireSpace(
  history: readonly ReportEvent[],
  events: readonly ReportEvent[],
  contact: string | undefined,
): void {
  const { id, reporter } = receivedIn(history);
  const added = sizeOf(events);
  if (events.some((event) => isWrittenByReporter(event, reporter))) {
    if (ownSize(history) + added <= sizeLimits.reporter) return;
    throw new Refusal('share_used_up', { id, ...defined({ contact }) });
  }
  if (events.every(({ by }) => by.kind === 'clock' || isReporter(by.person, { reporter }))) return;
  const most = added <= sizeLimits.shortAct ? sizeLimits.short : sizeLimits.team;
  if (sizeOf(history) + added > most) throw new Refusal('report_full', { id });
}

/**
 * Characters that the reporter can still write, whatever the script, once that is worth saying; else `undefined`.
 * @throws Refusal `share_used_up` when nothing worth writing fits any more
 */
export function charactersLeft(history: readonly ReportEvent[], contact: string | undefined): number | undefined {
  const used = ownSize(history);
  const left = sizeLimits.reporter - used;
  if (left < leastToWrite) throw new Refusal('share_used_up', { id: receivedIn(history).id, ...defined({ contact }) });
  // A character takes three bytes at most, or four for two of the units that Slack counts.
  return used < warnedFrom ? undefined : Math.floor(left / 3);
}

function ownSize(history: readonly ReportEvent[]): number {
  const { reporter } = receivedIn(history);
  return sizeOf(history.filter((event) => isWrittenByReporter(event, reporter)));
}

function isWrittenByReporter({ type, by }: ReportEvent, reporter: Reporter): boolean {
  const written =
    type === 'ReportReceived' || type === 'ReportAmended' || type === 'ReporterWrote' || type === 'CreditChanged';
  return written && by.kind === 'person' && isReporter(by.person, { reporter });
}

function receivedIn([first]: readonly ReportEvent[]) {
  if (first?.type !== 'ReportReceived') throw new TypeError('a history begins with ReportReceived');
  return first;
}

/** Bytes of JSON in UTF-8. A test holds that what MongoDB stores is never more. */
function sizeOf(events: readonly ReportEvent[]): number {
  return events.reduce((size, event) => size + Buffer.byteLength(JSON.stringify(event)), 0);
}
