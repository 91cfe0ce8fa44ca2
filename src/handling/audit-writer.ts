import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { defined } from '../report/defined.js';
import type { AuditEntry, AuditTrail, PlacedEntry } from './audit.js';
import type { Log } from './log.js';

/** The most entries that wait while the database is away. What comes then is lost, and its number is missing in the trail. */
const mostWaiting = 10_000;
/** The longest pause between two attempts, in milliseconds. */
const longestPauseMs = 5000;
/** Refusals of one person that have an entry each in an hour. Those after them share one: nobody may fill the database. */
const refusalsInAnHour = 20;
const hourMs = 3_600_000;

export type AuditWriter = Readonly<{
  /** Begins to write the entry at once and returns. An answer to a person does not wait for it. Never throws. */
  note(entry: AuditEntry): void;
  /** Tries once more, and resolves. */
  stop(): Promise<void>;
}>;

/** `rest`: the entry of those after the first twenty. */
type Shared = { from: number; refusals: number; rest?: AuditEntry };

/** Writes the audit trail, in the order in which things happened. What can't be written is tried again for as long as it runs. */
export function createAuditWriter({ trail, log }: Readonly<{ trail: AuditTrail; log: Log }>): AuditWriter {
  const writer = randomUUID();
  const stopping = new AbortController();
  const refused = new Map<string, Shared>();
  let number = 0;
  let waiting: PlacedEntry[] = [];
  let writing: Promise<void> | undefined;

  const writeAll = async () => {
    for (let failures = 0; waiting.length > 0; ) {
      const batch = waiting.slice(0, 500);
      try {
        await trail.add(batch);
        waiting = waiting.slice(batch.length);
        failures = 0;
      } catch (error) {
        if (failures === 0) log.fail('audit trail not written yet', error, { waiting: waiting.length });
        if (stopping.signal.aborted) return;
        failures += 1;
        const pause = Math.min(longestPauseMs, 100 * 2 ** failures);
        await after(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  };
  const begin = () => {
    writing ??= writeAll().finally(() => {
      writing = undefined;
      if (waiting.length > 0 && !stopping.signal.aborted) begin();
    });
  };
  const put = (entry: AuditEntry) => {
    number += 1;
    if (waiting.length >= mostWaiting) {
      log.fail('audit entry lost', undefined, { number, ...defined({ id: entry.about }) });
      return;
    }
    waiting.push({ place: { writer, number }, entry });
    begin();
  };
  const putShared = (shared: Shared) => {
    if (shared.rest !== undefined) put(shared.rest);
    delete shared.rest;
  };
  const putRefusal = (entry: AuditEntry) => {
    const who = 'person' in entry.by ? entry.by.person.user : '';
    let shared = refused.get(who);
    if (shared === undefined || entry.at.getTime() - shared.from >= hourMs) {
      if (shared !== undefined) putShared(shared);
      shared = { from: entry.at.getTime(), refusals: 0 };
      refused.set(who, shared);
    }
    shared.refusals += 1;
    if (shared.refusals <= refusalsInAnHour) return put(entry);
    const { about: _, ...withoutReport } = entry;
    shared.rest = { ...withoutReport, times: (shared.rest?.times ?? 0) + 1 };
  };

  return {
    note: (entry) => (entry.deed === 'refused' ? putRefusal(entry) : put(entry)),
    stop: async () => {
      for (const shared of refused.values()) putShared(shared);
      stopping.abort();
      await writing;
      await writeAll();
      if (waiting.length > 0) log.fail('audit entries lost', undefined, { count: waiting.length });
    },
  };
}
