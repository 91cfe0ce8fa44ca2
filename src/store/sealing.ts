import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Unreadable } from '../handling/store-errors.js';
import { type Keyring, keyFor } from '../keys/keyring.js';

/** The format of sealed parts that this program writes and reads. */
const format = 1;
const keyLength = 32;
const nonceLength = 12;
const tagLength = 16;

const bytes = z.custom<Buffer>(Buffer.isBuffer);
/** AES-256-GCM. `ct` ends with the 16 bytes of the tag; `dk` is the data key, itself sealed under the ring's key `kid`. */
export const Sealed = z.object({
  v: z.number().int(),
  dk: z.object({ kid: z.string(), n: bytes, ct: bytes }),
  n: bytes,
  ct: bytes,
});
export type Sealed = z.infer<typeof Sealed>;

/** Where a sealed part belongs. It opens only there: not in another database, report or version. */
export type Place = Readonly<{ database: string; id: string; version: number }>;

/** Seals under a fresh data key: no nonce is used twice with a key, and a save need not open the old content. */
export function seal(plain: Uint8Array, place: Place, ring: Keyring): Sealed {
  const wrap = keyFor(ring, ring.active, 'wrap');
  if (wrap === undefined) throw new Unreadable('key');
  const random = randomBytes(keyLength + 2 * nonceLength);
  const [dataKey, nonces] = [random.subarray(0, keyLength), random.subarray(keyLength)];
  const dk = encrypt(dataKey, wrap, nonces.subarray(0, nonceLength), keyContext(format, place, ring.active));
  const text = encrypt(plain, dataKey, nonces.subarray(nonceLength), reportContext(format, place));
  return { v: format, dk: { kid: ring.active, ...dk }, ...text };
}

/** @throws Unreadable `newer`, `key` or `damaged`. */
export function open(sealed: Sealed, place: Place, ring: Keyring): Buffer {
  if (sealed.v > format) throw new Unreadable('newer');
  const { kid } = sealed.dk;
  const wrap = keyFor(ring, kid, 'wrap');
  if (wrap === undefined) throw new Unreadable('key');
  const dataKey = decrypt(sealed.dk, wrap, keyContext(sealed.v, place, kid));
  return decrypt(sealed, dataKey, reportContext(sealed.v, place));
}

// JSON arrays, since joined strings could be read in two ways.
function keyContext(v: number, { database, id }: Place, kid: string): Buffer {
  return Buffer.from(JSON.stringify(['vulndesk', 'key', v, database, id, kid]));
}

function reportContext(v: number, { database, id, version }: Place): Buffer {
  return Buffer.from(JSON.stringify(['vulndesk', 'report', v, database, id, version]));
}

function encrypt(plain: Uint8Array, key: Buffer, n: Buffer, context: Buffer): { n: Buffer; ct: Buffer } {
  const cipher = createCipheriv('aes-256-gcm', key, n).setAAD(context);
  return { n, ct: Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]) };
}

function decrypt({ n, ct }: Readonly<{ n: Buffer; ct: Buffer }>, key: Buffer, context: Buffer): Buffer {
  const text = ct.subarray(0, -tagLength);
  try {
    // Refuses a shorter tag, also of a text that is cut short.
    const decipher = createDecipheriv('aes-256-gcm', key, n, { authTagLength: tagLength });
    decipher.setAAD(context).setAuthTag(ct.subarray(-tagLength));
    return Buffer.concat([decipher.update(text), decipher.final()]);
  } catch {
    throw new Unreadable('damaged');
  }
}
