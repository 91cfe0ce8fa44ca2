import { createHmac, timingSafeEqual } from 'node:crypto';
import { BSON, type Document } from 'mongodb';
import { Unreadable } from '../handling/store-errors.js';
import { type Keyring, keyFor, type Purpose } from '../keys/keyring.js';

/** The code of some fields, 16 bytes. @throws Unreadable `key` */
export function codeOf(ring: Keyring, name: string, purpose: Purpose, covered: Document): Buffer {
  const key = keyFor(ring, name, purpose);
  if (key === undefined) throw new Unreadable('key');
  // BSON tells dates, numbers and texts apart. Its order is that of the document, which MongoDB keeps.
  return createHmac('sha256', key)
    .update(BSON.serialize(covered, { ignoreUndefined: true }))
    .digest()
    .subarray(0, 16);
}

export function sameCode(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
