import type { PersonRest, TrackedPerson } from '../../src/handling/ports.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import type { SetAside } from '../../src/store/quarantine.js';
import { until } from '../support/bounded-poll.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { later, morning, newRing } from './a-report.js';

const minute = 60_000;
let fresh: FreshDatabase;
let store: Store;
let commands: string[] = [];
const aside: SetAside[] = [];

beforeAll(async () => {
  fresh = await freshDatabase('desk');
  store = await openStore({
    uri: fresh.uri,
    database: fresh.database,
    ring: newRing(),
    onCommand: (name) => commands.push(name),
    onSetAside: (one) => aside.push(one),
  });
});
beforeEach(async () => {
  await fresh.db.collection<{ _id: string }>('desk').deleteMany({ _id: /^person\// });
});
afterAll(async () => {
  await store.close();
  await fresh.drop();
});

const personDocument = (user: string) =>
  fresh.db.collection<{ _id: string }>('desk').findOne({ _id: `person/${user}` });

async function claimed(now = later(100)): Promise<{ token: string; person: TrackedPerson }> {
  const { token, items } = await store.people.queue.claimDue(now, 10, minute);
  const [person] = items;
  if (person === undefined) throw new Error('nobody was due');
  return { token, person };
}

function restOf({ user, version }: TrackedPerson, over: Partial<PersonRest> = {}): PersonRest {
  return {
    user,
    version,
    rungs: {},
    today: { date: '2026-09-22', count: 1 },
    uncertain: false,
    wakeAt: later(200),
    ...over,
  };
}

describe('waking a person', () => {
  it('makes the document with one command, and wakes at the earliest moment asked for', async () => {
    commands = [];
    await store.people.wake(['U1'], later(5));
    expect(commands).toEqual(['update']);
    await store.people.wake(['U1'], later(9));
    expect(await store.people.queue.nextWake()).toEqual(later(5));
    await store.people.wake(['U1'], later(2));
    expect(await store.people.queue.nextWake()).toEqual(later(2));
    const { person } = await claimed();
    expect(person).toEqual({ user: 'U1', version: 3, rungs: {}, today: { date: '', count: 0 }, uncertain: false });
  });

  it('wakes several with one command, and does nothing for nobody', async () => {
    commands = [];
    await store.people.wake(['U1', 'U2', 'U1'], later(5));
    await store.people.wake([], later(5));
    expect(commands).toEqual(['update']);
    const claim = await store.people.queue.claimDue(later(5), 10, minute);
    expect(claim.items.map(({ user, version }) => ({ user, version }))).toEqual([
      { user: 'U1', version: 1 },
      { user: 'U2', version: 1 },
    ]);
  });
});

describe('a person’s rest', () => {
  it('records which reminders were sent and how often today, and sleeps until the moment given', async () => {
    await store.people.wake(['U1'], morning);
    const { token, person } = await claimed();
    const rungs = { 'VR-7K2Q-9FDX/acknowledge_1': 2, 'VR-0000.0001/acknowledge_1': 1 };
    expect(await store.people.queue.rest(token, [restOf(person, { rungs })], morning)).toBe(1);
    expect(await store.people.queue.nextWake()).toEqual(later(200));
    const { person: again } = await claimed(later(200));
    expect(again).toEqual({ user: 'U1', version: 1, rungs, today: { date: '2026-09-22', count: 1 }, uncertain: false });
  });

  it('is for good when there is no moment', async () => {
    await store.people.wake(['U1'], morning);
    const { token, person } = await claimed();
    await store.people.queue.rest(token, [restOf(person, { wakeAt: undefined })], morning);
    expect(await store.people.queue.nextWake()).toBeUndefined();
    expect(await personDocument('U1')).not.toHaveProperty('wakeAt');
  });

  it('does not lose a wake that came meanwhile', async () => {
    await store.people.wake(['U1'], later(50));
    const { token, person } = await claimed();
    await store.people.wake(['U1'], later(120));
    await store.people.queue.rest(token, [restOf(person, { wakeAt: undefined })], morning);
    expect((await store.people.queue.nextWake())?.getTime()).toBeLessThanOrEqual(later(120).getTime());
    expect(await personDocument('U1')).toMatchObject({ today: { count: 1 }, version: 2 });
  });

  it('does not put off an earlier moment of its own when a later wake came meanwhile', async () => {
    await store.people.wake(['U1'], later(90));
    const { token, person } = await claimed();
    await store.people.wake(['U1'], later(300));
    await store.people.queue.rest(token, [restOf(person, { wakeAt: later(30) })], morning);
    expect(await store.people.queue.nextWake()).toEqual(later(30));
  });
});

describe('the collection of people', () => {
  it('leaves alone what is no person, is of a later program, or cannot be read', async () => {
    const desk = fresh.db.collection<{ _id: string }>('desk');
    for (const user of ['U1', 'U2', 'U3']) await store.people.wake([user], morning);
    await desk.updateOne({ _id: 'person/U2' }, { $set: { schema: 9 } });
    await desk.updateOne({ _id: 'person/U3' }, { $set: { today: 'no' } });
    await desk.insertOne({ _id: 'door/C1', wakeAt: morning, schema: 1 } as { _id: string });
    const claim = await store.people.queue.claimDue(later(1), 10, minute);
    expect(claim.items.map(({ user }) => user)).toEqual(['U1']);
    expect(claim.unreadable).toBe(1);
    await desk.deleteOne({ _id: 'door/C1' });
  });
});

test('a snooze makes the person due, and a rest that began before it does not undo it', async () => {
  await store.people.wake(['U0MEI'], morning);
  const { token, person } = await claimed();
  await store.people.snooze('U0MEI', later(60), later(1));
  await store.people.queue.rest(token, [restOf(person)], later(2));
  const { token: next, person: again } = await claimed();
  expect(again).toMatchObject({ user: 'U0MEI', snoozedUntil: later(60) });
  expect(again.snoozeOver).toBeUndefined();
  await store.people.queue.rest(next, [restOf(again, { snoozeOver: later(60), wakeAt: later(70) })], later(65));
  expect((await claimed()).person).toMatchObject({ snoozedUntil: later(60), snoozeOver: later(60) });
});

test('a snooze with a reason holds back more until its end, and only what the program wrote', async () => {
  const keys = ['VR-7K2Q-9FDX:acknowledge_1'];
  const desk = fresh.db.collection<{ _id: string }>('desk');
  const excusedAfter = async (update: object) => {
    await store.people.snooze('U0MEI', later(60), morning, keys);
    await desk.updateOne({ _id: 'person/U0MEI' }, update);
    const { token, person } = await claimed();
    await store.people.queue.rest(token, [restOf(person)], later(2));
    return person.excused;
  };
  expect(await excusedAfter({ $set: {} })).toEqual(keys);
  expect(await excusedAfter({ $set: { 'excused.keys': [...keys, 'VR-0000-0001:acknowledge_1'] } })).toBeUndefined();
  expect(await excusedAfter({ $set: { 'excused.until': later(61) } })).toBeUndefined();
  await store.people.snooze('U0MEI', later(90), morning);
  const { person } = await claimed();
  expect(person).toMatchObject({ snoozedUntil: later(90) });
  expect(person.excused).toBeUndefined();
});

describe('a person whose reminders somebody changed in the database', () => {
  const day = 24 * 60;
  const rungs = { 'VR-7K2Q-9FDX:acknowledge_1': 2 };
  const change = (update: object) =>
    fresh.db.collection<{ _id: string }>('desk').updateOne({ _id: 'person/U1' }, update);
  beforeEach(async () => {
    await store.people.wake(['U1'], morning);
    const { token, person } = await claimed();
    await store.people.queue.rest(token, [restOf(person, { rungs })], morning);
    aside.length = 0;
    await fresh.db.collection<{ _id: string }>('desk').deleteMany({ _id: /^quarantine/ });
  });

  it.each([
    ['put off', { $set: { wakeAt: later(9000 * day) } }],
    ['never due', { $unset: { wakeAt: '' } }],
    ['held for ever', { $set: { lease: { token: 't', until: new Date('2099-01-01') } } }],
    ['of a later program', { $set: { schema: 99 } }],
    ['said to have been sent', { $set: { 'said.VR-7K2Q-9FDX:acknowledge_1': 99 } }],
    ['as many as a day may have', { $set: { 'today.count': 99 } }],
    ['snoozed', { $set: { snoozedUntil: later(9000 * day), snoozeMac: Buffer.alloc(16) } }],
    ['without a code', { $unset: { rested: '' } }],
  ])('is alarmed, and reminded all the same: %s', async (_, update) => {
    await change(update);
    await store.people.inspect(later(201));
    expect(aside).toMatchObject([{ id: 'person/U1', why: 'changed', alarm: true }]);
    const { token, person } = await claimed(later(201));
    expect(person.snoozedUntil).toBeUndefined();
    expect(person.rungs['VR-7K2Q-9FDX:acknowledge_1'] ?? 0).toBeLessThanOrEqual(2);
    expect(person.today.count).toBeLessThanOrEqual(1);
    await store.people.queue.rest(token, [restOf(person)], later(201));
    // Another fault would make the document due at that moment.
    await store.people.inspect(later(202));
    expect(await store.people.queue.nextWake()).toEqual(later(200));
  });

  it('is alarmed when the loop comes to it first, and begins anew', async () => {
    await change({ $set: { 'said.VR-7K2Q-9FDX:acknowledge_1': 99 } });
    const { person } = await claimed(later(201));
    expect(person.rungs).toEqual({});
    await until('the alarm', () => aside.length === 1);
  });

  it('is not alarmed of what the program did itself', async () => {
    await store.people.snooze('U1', later(5 * day), later(100));
    await store.people.wake(['U1'], later(120));
    await store.people.inspect(later(121));
    const { token, person } = await claimed(later(121));
    expect(person).toMatchObject({ snoozedUntil: later(5 * day), rungs });
    await store.people.inspect(later(121));
    await store.people.queue.rest(token, [restOf(person, { wakeAt: undefined })], later(121));
    await store.people.inspect(later(122));
    expect(aside).toEqual([]);
  });

  it('a document of an older version is read, and has a code after its next rest', async () => {
    await change({ $set: { schema: 1 }, $unset: { rested: '' } });
    await store.people.inspect(later(199));
    const { token, person } = await claimed(later(201));
    expect(person.rungs).toEqual(rungs);
    await store.people.queue.rest(token, [restOf(person)], later(201));
    expect(await personDocument('U1')).toMatchObject({ schema: 2, rested: { uncertain: false } });
    expect(aside).toEqual([]);
  });
});

test('what somebody is to be told is kept until they were told, also what was handed over meanwhile', async () => {
  const [first, second] = ['VR-7K2Q-9FDX:told_0', 'VR-7K2Q-9FDX:told_3'] as const;
  commands = [];
  await store.people.tell([], morning);
  await store.people.tell([{ user: 'U1', key: first, because: 'on_duty' }], morning);
  expect(commands).toEqual(['update']);
  const { token, person } = await claimed();
  expect(person.news).toEqual({ [first]: 'on_duty' });
  await store.people.tell([{ user: 'U1', key: second, because: 'offered' }], later(1));
  await store.people.queue.rest(token, [restOf(person, { rungs: { [first]: 1 } })], later(2));
  const { token: next, person: again } = await claimed();
  expect(again).toMatchObject({ news: { [first]: 'on_duty', [second]: 'offered' }, rungs: { [first]: 1 } });
  await store.people.queue.rest(next, [restOf(again)], later(3));
  expect((await claimed(later(200))).person).not.toHaveProperty('news');
});
