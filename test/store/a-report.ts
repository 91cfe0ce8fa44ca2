import { randomBytes } from 'node:crypto';
import { BSON, type Db } from 'mongodb';
import type { Keyring } from '../../src/keys/keyring.js';
import type { OpenDuties } from '../../src/report/duty.js';
import type { ReportEvent } from '../../src/report/events.js';
import { replay } from '../../src/report/evolve.js';
import type { Person } from '../../src/report/person.js';
import type { Report } from '../../src/report/report.js';
import { type ReportId, reportIdFrom } from '../../src/report/report-id.js';
import { keyedIds } from '../../src/store/keyed-ids.js';
import { reportDocuments } from '../../src/store/report-document.js';
import { seal } from '../../src/store/sealing.js';
import { aForm } from '../support/a-form.js';

export const morning = new Date('2026-09-22T02:00:00.000Z');
export const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);

export const rin: Person = { team: 'T0HOME', user: 'U0RIN', name: 'Rin' };
export const mo: Person = { team: 'T0HOME', user: 'U0MO', name: 'Mo' };

/** The history of a report that has just been received. */
export function received(over: Partial<Extract<ReportEvent, { type: 'ReportReceived' }>> = {}): ReportEvent[] {
  return [
    {
      type: 'ReportReceived',
      at: morning,
      by: { kind: 'person', person: rin },
      id: reportIdFrom(randomBytes(5)),
      submission: randomBytes(16).toString('hex'),
      reporter: { kind: 'slack', person: rin },
      form: aForm({ versions: ['v3.4.x'] }),
      affected: [{ version: 'v3.4.x', verdict: 'supported' }],
      receivedAt: morning,
      promise: { dueAt: later(3000), provisional: false, policyRevision: 'a1b2c3d4e5f6' },
      ...over,
    },
  ];
}

export function assignedTo(responder: Person, at = morning): ReportEvent {
  return { type: 'ResponderAssigned', at, by: { kind: 'person', person: responder }, responder };
}

export function acknowledged(by: Person, message = 'We have it.', at = morning): ReportEvent {
  return {
    type: 'ReportAcknowledged',
    at,
    by: { kind: 'person', person: by },
    purpose: 'acknowledgement',
    message,
    route: 'direct_message',
  };
}

export function reportOf(history: readonly ReportEvent[]): Report {
  return replay(history);
}

export function dutiesUntil(dueAt: Date, policyRevision = 'a1b2c3d4e5f6'): OpenDuties {
  return { acknowledge: { opening: 1, since: morning, dueAt, provisional: false, policyRevision } };
}

/** Makes a stored report one of an earlier schema: nothing in the clear has a code, and the report is sealed beside its history. */
export async function makeEarlier(
  db: Db,
  ring: Keyring,
  id: ReportId,
  schema = 4,
  gone: readonly string[] = [],
): Promise<void> {
  const reports = db.collection<{ _id: string }>('reports');
  const stored = await reports.findOne({ _id: id }, { promoteBuffers: true });
  const { history } = reportDocuments(db.databaseName, ring, keyedIds(ring)).read(stored);
  const { replies, ...report } = replay(history);
  const named = schema < 4 ? { ...report, letters: replies } : { ...report, replies };
  const place = { database: db.databaseName, id, version: Number((stored as { version?: unknown } | null)?.version) };
  const sealed = seal(BSON.serialize({ report: named, history }), place, ring);
  const unset = Object.fromEntries([...gone, 'mac', 'rested', 'restedVersion'].map((field) => [field, '']));
  await reports.updateOne({ _id: id }, { $set: { schema, sealed }, $unset: unset } as never);
}

export function newRing(name = 'k1'): Keyring {
  return { active: name, index: name, keys: new Map([[name, randomBytes(32)]]) };
}
