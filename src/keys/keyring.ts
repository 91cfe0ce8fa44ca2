import { hkdfSync } from 'node:crypto';

/**
 * The team's keys by name, 32 random bytes each. `active` seals what is written; the others still open what they sealed, except
 * those that are `retired`. `index` makes ids and indexes, and must never change for a database.
 */
export type Keyring = Readonly<{
  active: string;
  index: string;
  keys: ReadonlyMap<string, Buffer>;
  retired?: ReadonlySet<string>;
}>;

/**
 * What a derived key is for: a key has one purpose only. `desk` makes the pseudonyms in the collection of that name; `clear` and
 * `rest` authenticate what is not sealed.
 */
export type Purpose = 'wrap' | 'index' | 'id' | 'check' | 'desk' | 'clear' | 'rest';

/** Keys derived before: every report that is sealed or opened needs one. */
const derived = new WeakMap<Buffer, Map<Purpose, Buffer>>();

/** What a retired key must not do: open a report, or vouch for its clear part. */
const notWhenRetired: readonly Purpose[] = ['wrap', 'clear'];

/** The key for one purpose, by HKDF-SHA256. `undefined` when the ring has no key of this name, or it is retired from this purpose. */
export function keyFor(ring: Keyring, name: string, purpose: Purpose): Buffer | undefined {
  const key = ring.keys.get(name);
  if (key === undefined || (notWhenRetired.includes(purpose) && ring.retired?.has(name))) return undefined;
  const known = derived.get(key) ?? new Map<Purpose, Buffer>();
  derived.set(key, known);
  const found = known.get(purpose) ?? Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `vulndesk ${purpose}`, 32));
  known.set(purpose, found);
  return found;
}
