import { createHash, createHmac } from 'node:crypto';
import { type Keyring, keyFor } from './keyring.js';

/** 64 bits of a keyed digest, in hex: enough to tell keys apart, useless for finding one. `undefined`: no key of this name. */
export function keyCheck(ring: Keyring, name: string): string | undefined {
  const key = keyFor(ring, name, 'check');
  return key && createHmac('sha256', key).update(name).digest('hex').slice(0, 16);
}

/** The same as people compare it: `a1b2-c3d4-e5f6-0718`. */
export function keyFingerprint(ring: Keyring, name: string): string {
  return inGroups(keyCheck(ring, name) ?? '');
}

/** Of all keys with their names, and of which one makes ids. Which key is active does not count: a copy in a safe stays the same. */
export function ringFingerprint(ring: Keyring): string {
  const all = [...ring.keys.keys()].sort().map((name) => [name, keyCheck(ring, name)]);
  return inGroups(
    createHash('sha256')
      .update(JSON.stringify([ring.index, all]))
      .digest('hex')
      .slice(0, 16),
  );
}

function inGroups(hex: string): string {
  return hex.match(/.{4}/g)?.join('-') ?? '';
}
