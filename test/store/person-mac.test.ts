import { lookAheadMs } from '../../src/handling/rungs-for-person.js';
import { Unreadable } from '../../src/handling/store-errors.js';
import type { Keyring } from '../../src/keys/keyring.js';
import { leaseIsFarAhead, type PersonDocument, personMac, personSchema } from '../../src/store/person-mac.js';
import { later, morning } from './a-report.js';

const ring: Keyring = { active: 'k1', index: 'k1', keys: new Map([['k1', Buffer.alloc(32, 1)]]) };
const mac = personMac('vulndesk', ring);
const id = 'person/0123';
const hourMs = 3_600_000;

const person: PersonDocument = {
  _id: id,
  schema: personSchema,
  version: 1,
  said: { 'VR-7K2Q-9FDX/acknowledge/1': 2 },
  today: { date: '2026-09-22', count: 1 },
  uncertain: false,
  wakeAt: later(600),
};
type Rest = Omit<NonNullable<PersonDocument['rested']>, 'mac'>;
const awake: Rest = { uncertain: false, wakeAt: later(600) };
/** Put to rest, with the code that the loop writes. */
const rested = (over: Partial<PersonDocument> = {}, rest: Rest = awake): PersonDocument => {
  const document = { ...person, ...over };
  return { ...document, rested: { ...rest, mac: mac.macOf({ ...document, rested: rest }) } };
};
const fresh: PersonDocument = { ...person, said: {}, today: { date: '2026-09-22', count: 0 } };
const verdictOf = (check: () => unknown): unknown => {
  try {
    return check();
  } catch (error) {
    return error instanceof Unreadable ? error.why : error;
  }
};

test('codes stay as they are: with others nobody would be snoozed, and all be reminded again', () => {
  const codes = [
    rested().rested?.mac,
    mac.snoozeMacOf(id, morning),
    mac.excuseMacOf(id, morning, ['VR-7K2Q-9FDX/confirm/1']),
  ];
  expect(codes.map((code) => code?.toString('hex'))).toEqual([
    'dca581fe369dfb9196e24038ca66cce8',
    '6835a00a29a353bd388deb4c820b044a',
    'd4d570f6cb07d9a979b0992f29199e41',
  ]);
});

const { rested: atRest } = rested();
test.each<[string, PersonDocument, unknown]>([
  ['at rest', rested(), true],
  ['at rest, with a snooze that is over', rested({ snoozeOver: morning }), true],
  ['that is fresh', fresh, false],
  ['that was reminded, and was never at rest', person, 'changed'],
  ['that was reminded today, and was never at rest', { ...person, said: {} }, 'changed'],
  ['that something was said to, and was never at rest', { ...person, today: fresh.today }, 'changed'],
  ['of schema 1, which had no codes', { ...person, schema: 1 }, false],
  ['of schema 1 with a code', rested({ schema: 1 }), 'changed'],
  ['of a later version', { ...rested(), schema: 3, said: {} }, 'newer'],
  ['with its schema raised', { ...rested(), schema: 3 }, 'changed'],
  ['with other reminders', { ...rested(), said: {} }, 'changed'],
  ['with another count', { ...rested(), today: { date: '2026-09-22', count: 0 } }, 'changed'],
  ['with another day', { ...rested(), today: { date: '2026-09-23', count: 1 } }, 'changed'],
  ['with another end of a snooze', { ...rested(), snoozeOver: later(9) }, 'changed'],
  [
    'with another wake of its rest',
    { ...rested(), rested: { uncertain: false, mac: atRest?.mac as Buffer } },
    'changed',
  ],
  ['of another person', { ...rested(), _id: 'person/4567' }, 'changed'],
  ['that was uncertain', rested({ uncertain: true }, { ...awake, uncertain: true }), true],
  ['that was uncertain, and is certain', rested({}, { ...awake, uncertain: true }), 'changed'],
  ['that became uncertain', rested({ uncertain: true }), true],
  ['with a snooze', rested({ snoozedUntil: morning, snoozeMac: mac.snoozeMacOf(id, morning) }), true],
  ['with a longer snooze', rested({ snoozedUntil: later(9), snoozeMac: mac.snoozeMacOf(id, morning) }), 'changed'],
  ['with a code of no snooze', rested({ snoozeMac: mac.snoozeMacOf(id, morning) }), 'changed'],
  ['with a snooze that has no code', rested({ snoozedUntil: morning }), true],
])('a person %s', (_, document, verdict) => {
  expect(verdictOf(() => mac.check(document))).toBe(verdict);
});

test('the codes are of one database', () => {
  expect(verdictOf(() => personMac('copy', ring).check(rested()))).toBe('changed');
});

const keys = ['VR-7K2Q-9FDX/confirm/1'];
const excuse = { until: morning, keys, mac: mac.excuseMacOf(id, morning, keys) };
test.each<[string, Partial<PersonDocument>, unknown]>([
  ['as they were written', { snoozedUntil: morning, excused: excuse }, keys],
  ['none', { snoozedUntil: morning }, undefined],
  ['of no deadline', { snoozedUntil: morning, excused: { ...excuse, keys: [] } }, undefined],
  ['of an earlier snooze', { snoozedUntil: later(9), excused: excuse }, undefined],
  ['without a snooze', { excused: excuse }, undefined],
  [
    'of another deadline',
    { snoozedUntil: morning, excused: { ...excuse, keys: ['VR-0000-0000/confirm/1'] } },
    undefined,
  ],
])('excused deadlines %s', (_, over, found) => {
  expect(mac.excusedIn({ ...person, ...over })).toEqual(found);
});

const lease = (ms: number) => ({ token: 'x', until: new Date(Date.now() + ms) });
const far = new Date(morning.getTime() + lookAheadMs);
const never: Rest = { uncertain: false };
const asleep = { wakeAt: undefined } as unknown as Partial<PersonDocument>;
test.each<[string, PersonDocument, unknown]>([
  ['when the rest says', rested(), true],
  ['after the rest says', { ...rested(), wakeAt: later(601) }, 'changed'],
  ['earlier than the rest says', { ...rested(), wakeAt: later(1) }, true],
  ['in two hours, though the rest says never', { ...rested({}, never), wakeAt: later(120) }, true],
  ['later, though the rest says never', { ...rested({}, never), wakeAt: later(121) }, 'changed'],
  ['never, as the rest says', rested(asleep, never), true],
  ['never, against the rest', rested(asleep), 'changed'],
  ['never, without a code', { ...fresh, ...asleep }, false],
  ['as far ahead as reminders are looked for, without a code', { ...fresh, wakeAt: far }, false],
  ['further ahead, without a code', { ...fresh, wakeAt: new Date(far.getTime() + 1) }, 'changed'],
  ['when the rest says, while it is held', { ...rested(), lease: lease(hourMs / 2) }, true],
  ['when the rest says, while it is held far ahead', { ...rested(), lease: lease(2 * hourMs) }, 'changed'],
])('a person who wakes %s', (_, document, verdict) => {
  expect(verdictOf(() => mac.checkWaits(document, morning))).toBe(verdict);
});

test('a lease is far ahead when it ends in more than an hour', () => {
  expect([59, 61].map((minutes) => leaseIsFarAhead(lease(minutes * 60_000)))).toEqual([false, true]);
});
