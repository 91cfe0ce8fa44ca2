import { hkdfSync } from 'node:crypto';

/**
 * The team's keys, 32 random bytes each, by name. `active` seals what is written; every other one still opens. `index` makes
 * the ids and indexes, and must stay the same for the life of the database.
 */
export type Keyring = Readonly<{ active: string; index: string; keys: ReadonlyMap<string, Buffer> }>;

/** What a key of the ring is used for. No key does two things. */
export type Purpose = 'wrap' | 'index' | 'id' | 'check' | 'desk';

/** What was derived from a key before: each report that is sealed or opened takes one. */
const derived = new WeakMap<Buffer, Map<Purpose, Buffer>>();

/** The key for one purpose, by HKDF-SHA256; `undefined` when the ring has no key of this name. */
export function keyFor(ring: Keyring, name: string, purpose: Purpose): Buffer | undefined {
  const key = ring.keys.get(name);
  if (key === undefined) return undefined;
  const known = derived.get(key) ?? new Map<Purpose, Buffer>();
  derived.set(key, known);
  const found = known.get(purpose) ?? Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `vulndesk ${purpose}`, 32));
  known.set(purpose, found);
  return found;
}
