import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomInt } from 'node:crypto';
import { Unreadable } from '../../src/handling/store-errors.js';
import { open, type Place, type Sealed, seal } from '../../src/store/sealing.js';
import { newRing } from './a-report.js';

const ring = newRing();
const place: Place = { database: 'vulndesk', id: 'VR-7K2Q-9FDX', version: 3 };
const text = Buffer.from('The token of a removed member still works. '.repeat(60));

function flipped(bytes: Buffer, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

function whyNot(sealed: Sealed, at: Place = place, keys = ring): string {
  try {
    open(sealed, at, keys);
  } catch (error) {
    if (error instanceof Unreadable) return error.why;
    throw error;
  }
  return 'it opened';
}

/** The four sealed byte strings of a sealed part, each replaced by turns. */
const parts: Readonly<Record<string, (s: Sealed) => { bytes: Buffer; with: (bytes: Buffer) => Sealed }>> = {
  text: (s) => ({ bytes: s.ct, with: (ct) => ({ ...s, ct }) }),
  'nonce of the text': (s) => ({ bytes: s.n, with: (n) => ({ ...s, n }) }),
  'data key': (s) => ({ bytes: s.dk.ct, with: (ct) => ({ ...s, dk: { ...s.dk, ct } }) }),
  'nonce of the data key': (s) => ({ bytes: s.dk.n, with: (n) => ({ ...s, dk: { ...s.dk, n } }) }),
};

describe('a sealed part', () => {
  const sealed = seal(text, place, ring);

  it('opens in its place', () => {
    expect(open(sealed, place, ring).equals(text)).toBe(true);
    expect(open(seal(Buffer.alloc(0), place, ring), place, ring)).toHaveLength(0);
  });

  it('shows nothing of the text, and never looks the same twice', () => {
    const again = seal(text, place, ring);
    expect(sealed.ct.includes('token')).toBe(false);
    for (const part of Object.values(parts)) expect(part(again).bytes.equals(part(sealed).bytes)).toBe(false);
  });

  it.each([
    ['another database', { ...place, database: 'copy' }],
    ['another report', { ...place, id: 'VR-0000-0001' }],
    ['another version', { ...place, version: 2 }],
  ])('does not open in %s', (_, elsewhere) => {
    expect(whyNot(sealed, elsewhere)).toBe('damaged');
  });

  it('does not open with the data key of another report', () => {
    const other = seal(text, { ...place, id: 'VR-0000-0001' }, ring);
    expect(whyNot({ ...sealed, dk: other.dk })).toBe('damaged');
    expect(whyNot({ ...sealed, n: other.n, ct: other.ct })).toBe('damaged');
  });

  it('does not open after any of 10,000 flips of one bit', () => {
    const bytes = Object.values(parts).map((part) => part(sealed));
    const opened = Array.from({ length: 10_000 }, (_, i) => {
      const chosen = bytes[i % bytes.length];
      if (chosen === undefined) throw new Error('there are four parts');
      return whyNot(chosen.with(flipped(chosen.bytes, randomInt(chosen.bytes.length * 8))));
    }).filter((why) => why !== 'damaged');
    expect(opened).toEqual([]);
  });

  it('does not open when any of its parts is cut short anywhere', () => {
    const opened = Object.values(parts)
      .map((part) => part(sealed))
      .flatMap((part) =>
        Array.from({ length: part.bytes.length }, (_, length) => whyNot(part.with(part.bytes.subarray(0, length)))),
      );
    expect(opened.length).toBeGreaterThan(2500);
    expect(opened.filter((why) => why !== 'damaged')).toEqual([]);
  });

  it('says that a key is lacking, not that the text is damaged', () => {
    const other = { ...ring, keys: new Map([['k2', randomBytes(32)]]) };
    expect(whyNot(sealed, place, other)).toBe('key');
    expect(() => seal(text, place, other)).toThrow(new Unreadable('key'));
  });

  it('does not open under another key of the same name', () => {
    expect(whyNot(sealed, place, newRing())).toBe('damaged');
    expect(
      whyNot({ ...sealed, dk: { ...sealed.dk, kid: 'k2' } }, place, {
        ...ring,
        keys: new Map([...ring.keys, ['k2', ring.keys.get('k1') ?? text]]),
      }),
    ).toBe('damaged');
  });

  it('says that it is of a later format', () => {
    expect(whyNot({ ...sealed, v: 2 })).toBe('newer');
    expect(whyNot({ ...sealed, v: 0 })).toBe('damaged');
  });

  it('opens under a key that is active no more, while new ones are sealed under the active', () => {
    const rotated = { ...ring, active: 'k2', keys: new Map([...ring.keys, ['k2', randomBytes(32)]]) };
    expect(open(sealed, place, rotated).equals(text)).toBe(true);
    expect(seal(text, place, rotated).dk.kid).toBe('k2');
  });

  /** By the written format alone: without `open`. */
  const opened = (part: { n: Buffer; ct: Buffer }, by: Uint8Array, context: unknown[]) => {
    const decipher = createDecipheriv('aes-256-gcm', by, part.n).setAAD(Buffer.from(JSON.stringify(context)));
    decipher.setAuthTag(part.ct.subarray(-16));
    return Buffer.concat([decipher.update(part.ct.subarray(0, -16)), decipher.final()]);
  };
  const dataKeyOf = ({ dk }: Sealed) => {
    const wrap = new Uint8Array(hkdfSync('sha256', ring.keys.get('k1') ?? '', '', 'vulndesk wrap', 32));
    return opened(dk, wrap, ['vulndesk', 'key', 1, 'vulndesk', 'VR-7K2Q-9FDX', 'k1']);
  };

  it('keeps to the written format: AES-256-GCM, contexts as JSON arrays, the wrapping key by HKDF', () => {
    const context = ['vulndesk', 'report', 1, 'vulndesk', 'VR-7K2Q-9FDX', 3];
    expect(opened(sealed, dataKeyOf(sealed), context).equals(text)).toBe(true);
  });

  it('shows nothing of its data key in the nonces, which are stored in the clear', () => {
    const key = dataKeyOf(sealed);
    const nonces = [sealed.n, sealed.dk.n];
    // Four bytes that are the same by chance: once in eight million runs.
    const shown = Array.from({ length: key.length - 3 }, (_, at) => key.subarray(at, at + 4)).filter((some) =>
      nonces.some((nonce) => nonce.includes(some)),
    );
    expect(key).toHaveLength(32);
    expect(shown).toEqual([]);
    expect(sealed.n.equals(sealed.dk.n)).toBe(false);
  });

  it('does not take the beginning of a tag for a tag', () => {
    const empty = seal(Buffer.alloc(0), place, ring);
    const whys = Array.from({ length: 16 }, (_, length) => whyNot({ ...empty, ct: empty.ct.subarray(0, length) }));
    expect(new Set(whys)).toEqual(new Set(['damaged']));
  });

  it('does not take a tag that is shorter than 16 bytes', () => {
    const key = randomBytes(32);
    const n = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, n, { authTagLength: 8 });
    const short = Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
    expect(whyNot({ ...sealed, n, ct: short })).toBe('damaged');
  });
});
