import { createHmac } from 'node:crypto';
import type { SubmissionIds } from '../handling/ports.js';
import { type Keyring, keyFor, type Purpose } from '../keys/keyring.js';
import { type ReportId, reportIdFrom } from '../report/report-id.js';

export type KeyedIds = SubmissionIds &
  Readonly<{
    /** Stands for a reporter in the clear part of a report: 128 bits in hex. */
    reporter(team: string, user: string): string;
    /** Stands for a person or workspace in the id of a small document: 128 bits in hex. */
    pseudonym(about: string): string;
  }>;

/**
 * Keyed digests. Without the ring's `index` key nobody can tell whose report it is, or guess an id.
 * @throws RangeError when the ring lacks that key.
 */
export function keyedIds(ring: Keyring): KeyedIds {
  const keyOf = (purpose: Purpose): Buffer => {
    const key = keyFor(ring, ring.index, purpose);
    if (key === undefined) throw new RangeError(`the key ring has no key "${ring.index}"`);
    return key;
  };
  const [index, id, desk] = [keyOf('index'), keyOf('id'), keyOf('desk')];
  return {
    submission: (team, user, viewId) => digest(index, [team, user, viewId]).toString('hex', 0, 16),
    reporter: (team, user) => digest(index, [team, user]).toString('hex', 0, 16),
    pseudonym: (about) => digest(desk, [about]).toString('hex', 0, 16),
    reportId: (submission, n): ReportId => reportIdFrom(digest(id, [submission, n])),
  };
}

function digest(key: Buffer, parts: readonly (string | number)[]): Buffer {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest();
}
