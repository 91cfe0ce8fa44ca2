import { Unreadable } from '../../src/handling/store-errors.js';
import type { Keyring } from '../../src/keys/keyring.js';
import { codeOf } from '../../src/store/authentication-code.js';
import { clearPart, type Rested } from '../../src/store/clear-part-mac.js';
import { reportSchema } from '../../src/store/report-schema.js';
import { later, morning } from './a-report.js';

const ring: Keyring = { active: 'k1', index: 'k1', keys: new Map([['k1', Buffer.alloc(32, 1)]]) };
const part = clearPart('vulndesk', ring);
const twoHours = 120;

type Document = Parameters<typeof part.macOf>[0] & Readonly<Record<string, unknown>>;
type AtRest = Omit<NonNullable<Rested['rested']>, 'mac'>;

const bytes = Buffer.alloc(12, 7);
const saved: Document = {
  _id: 'VR-7K2Q-9FDX',
  schema: reportSchema,
  version: 3,
  status: 'acknowledged',
  receivedAt: morning,
  duties: {},
  noticesFrom: morning,
  events: 3,
  index: { submission: '00', reporter: '01' },
  sealed: { v: 1, dk: { kid: 'k1', n: bytes, ct: bytes }, n: bytes, ct: bytes },
  said: { thread: 0, reporter: 0, rungs: {} },
  uncertain: false,
  wakeAt: later(1),
};
const coded = (over: object = {}): Document => {
  const document = { ...saved, ...over } as Document;
  return { ...document, mac: part.macOf(document) };
};
/** Put to rest at a version, with the code that the loop writes. */
const rested = (rest: AtRest, over: object = {}): Document => {
  const document = coded({ restedVersion: 2, card: { channel: 'C1', ts: '1.1', shownVersion: 2 }, ...over });
  const mac = part.restedMacOf({ ...document, rested: rest } as never);
  return { ...document, rested: { ...rest, mac } };
};
const verdictOf = (check: () => boolean): unknown => {
  try {
    return check();
  } catch (error) {
    return error instanceof Unreadable ? error.why : error;
  }
};
const checked = (document: unknown, by = part) => verdictOf(() => by.check(document));

test('codes stay as they are: with others every report would look changed', () => {
  const whole = { schema: 5, responder: 'U0MO', responderSince: later(1), dueAt: later(3000), restedVersion: 2 };
  const { mac } = coded(whole);
  expect(mac).toEqual({ v: 1, tag: expect.any(Buffer) });
  const rest = rested({ version: 3, wakeAt: later(600), uncertain: false }).rested as { mac: Buffer };
  expect([mac?.tag, rest.mac].map((code) => code?.toString('hex'))).toEqual([
    'df1dd7127008aff3221c347b8c587abf',
    'f1a05c1bf62d09920e09fca763178e92',
  ]);
});

test('a code is of 16 bytes, is the same with a field left out or undefined, and needs its key', () => {
  const code = codeOf(ring, 'k1', 'clear', { a: 1 });
  expect(code).toHaveLength(16);
  expect(codeOf(ring, 'k1', 'clear', { a: 1, b: undefined })).toEqual(code);
  expect(codeOf(ring, 'k1', 'rest', { a: 1 })).not.toEqual(code);
  expect(verdictOf(() => codeOf(ring, 'k7', 'clear', {}) && true)).toBe('key');
});

test.each<[string, object, unknown]>([
  ['as it was saved', coded(), true],
  ['of the first schema with codes', coded({ schema: 5 }), true],
  ['with fields that no code covers', { ...coded(), urgentFrom: later(9) }, true],
  ['without a code', saved, 'changed'],
  ['with a code of another kind', { ...coded(), mac: { ...part.macOf(saved), v: 2 } }, 'changed'],
  ['with a code that is cut', { ...coded(), mac: { v: 1, tag: part.macOf(saved)?.tag.subarray(1) } }, 'changed'],
  ['with another status', { ...coded(), status: 'declined' }, 'changed'],
  ['sealed anew', { ...coded(), sealed: { ...saved.sealed, n: Buffer.alloc(12, 8) } }, 'changed'],
  [
    'never at rest, though something was said',
    { ...coded({ restedVersion: 0 }), said: { thread: 1, reporter: 0, rungs: {} } },
    'changed',
  ],
  [
    'never at rest, though the reporter was told',
    { ...coded({ restedVersion: 0 }), said: { thread: 0, reporter: 1, rungs: {} } },
    'changed',
  ],
  [
    'never at rest, though people were reminded',
    { ...coded({ restedVersion: 0 }), said: { thread: 0, reporter: 0, rungs: { a: 1 } } },
    'changed',
  ],
  ['never at rest, though it has a card', { ...coded({ restedVersion: 0 }), card: { channel: 'C1' } }, 'changed'],
  ['never at rest, as its save knew', coded({ restedVersion: 0 }), true],
  ['once at rest, and now without that', coded({ restedVersion: 2 }), 'changed'],
  ['at rest', rested({ version: 3, uncertain: false }), true],
  ['at rest before its last save', rested({ version: 2, uncertain: false }), true],
  ['at rest before what its save knew', rested({ version: 1, uncertain: false }), 'changed'],
  ['at rest at a version to come', rested({ version: 4, uncertain: false }), 'changed'],
  ['at rest, uncertain', rested({ version: 3, uncertain: true }, { uncertain: true }), true],
  ['at rest, uncertain, and now certain', rested({ version: 3, uncertain: true }), 'changed'],
  ['at rest, and certain then', rested({ version: 3, uncertain: false }, { uncertain: true }), true],
  ['at rest with another card', { ...rested({ version: 3, uncertain: false }), card: { channel: 'C2' } }, 'changed'],
  ['of an older schema', { ...saved, schema: 4 }, false],
  ['of an older schema, with a code', { ...coded(), schema: 4 }, 'changed'],
  ['with its schema raised', { ...coded(), schema: 99 }, 'changed'],
  ['of an earlier coded schema, raised', { ...coded({ schema: 5 }), schema: 99 }, 'changed'],
  ['of a later version', { ...saved, schema: 99 }, 'newer'],
  ['of a later version, in another shape', { schema: 99 }, 'newer'],
  ['without a part that the codes need', { ...coded(), said: undefined }, 'damaged'],
])('a document %s', (_, document, verdict) => {
  expect(checked(document)).toBe(verdict);
});

test('a document is of its database, and needs the key that sealed it', () => {
  expect(checked(coded(), clearPart('copy', ring))).toBe('changed');
  const other = { ...ring, keys: new Map([['k2', Buffer.alloc(32, 2)]]) };
  expect(checked(coded(), clearPart('vulndesk', other))).toBe('key');
});

const asleep = { version: 3, uncertain: false };
const atRest = { ...asleep, wakeAt: later(600) };
const lease = (ms: number) => ({ token: 'x', until: new Date(Date.now() + ms) });
test.each<[string, object, unknown]>([
  ['wakes soon', coded(), true],
  ['wakes in two hours', { ...coded({ restedVersion: 0 }), wakeAt: later(twoHours) }, true],
  ['wakes later, as nothing says', { ...coded({ restedVersion: 0 }), wakeAt: later(twoHours + 1) }, 'changed'],
  ['never wakes, before its first rest', { ...coded(), wakeAt: undefined }, true],
  ['never wakes, as its save did not know', { ...coded({ restedVersion: 0 }), wakeAt: undefined }, 'changed'],
  ['wakes when its rest says', { ...rested(atRest), wakeAt: later(600) }, true],
  ['wakes after its rest says', { ...rested(atRest), wakeAt: later(601) }, 'changed'],
  [
    'wakes after its rest says, which no save knew',
    { ...rested(atRest, { restedVersion: undefined }), wakeAt: later(601) },
    'changed',
  ],
  ['never wakes, against its rest', { ...rested(atRest), wakeAt: undefined }, 'changed'],
  ['never wakes, as its rest says', { ...rested(asleep), wakeAt: undefined }, true],
  ['wakes soon, though its rest says never', { ...rested(asleep), wakeAt: later(1) }, true],
  ['wakes late, though its rest says never', { ...rested(asleep), wakeAt: later(600) }, true],
  [
    'wakes when a rest before its last save says',
    { ...rested({ ...atRest, version: 2 }), wakeAt: later(600) },
    'changed',
  ],
  ['never wakes, as only an earlier rest says', { ...rested({ ...asleep, version: 2 }), wakeAt: undefined }, 'changed'],
  ['is held for a while', { ...coded(), lease: lease(59 * 60_000) }, true],
  ['is held far ahead', { ...coded(), lease: lease(61 * 60_000) }, 'changed'],
  ['has no codes, and wakes late', { ...saved, schema: 4, wakeAt: later(600) }, false],
])('a document that %s', (_, document, verdict) => {
  expect(verdictOf(() => part.checkWaits(document, morning))).toBe(verdict);
});
