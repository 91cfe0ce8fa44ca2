import { Unreadable } from '../../src/handling/store-errors.js';
import type { Keyring } from '../../src/keys/keyring.js';
import { checkKeys } from '../../src/store/key-check.js';
import { type Reseal, storedKeys } from '../../src/store/key-rotation.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

const names = ['reports', 'audit', 'desk', 'sent'] as const;
const [one, two, three] = [1, 2, 3].map((byte) => Buffer.alloc(32, byte)) as [Buffer, Buffer, Buffer];
const old: Keyring = { active: 'k1', index: 'k1', keys: new Map([['k1', one]]) };
const ring: Keyring = {
  active: 'k2',
  index: 'k1',
  keys: new Map([
    ['k2', two],
    ['k1', one],
    ['k3', three],
  ]),
};

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase('rotation');
});
beforeEach(async () => {
  for (const name of names) await fresh.db.collection(name).deleteMany({});
  await checkKeys(fresh.db, old);
});
afterAll(() => fresh.drop());

type Sealed = { _id: string; sealed?: { dk: { kid: string } }; retired?: string[] };
const collection = (name: string) => fresh.db.collection<Sealed>(name);
const put = (name: string, id: string, kid: string) => collection(name).insertOne({ _id: id, sealed: { dk: { kid } } });
const kidsIn = async () => {
  const found = await Promise.all(names.map((name) => collection(name).find().sort({ _id: 1 }).toArray()));
  return found.flat().flatMap(({ _id, sealed }) => (sealed === undefined ? [] : [`${_id} ${sealed.dk.kid}`]));
};
/** What a collection does to seal a document anew. */
const sealsAnew =
  (name: string): Reseal =>
  async (id) => {
    const changed = await collection(name).updateOne({ _id: id }, { $set: { 'sealed.dk.kid': 'k2' } });
    return changed.modifiedCount === 1;
  };
const keysWith = (reports: Reseal = sealsAnew('reports')) =>
  storedKeys(fresh.db, ring, { reports, audit: sealsAnew('audit'), desk: sealsAnew('desk'), sent: sealsAnew('sent') });
const why = (refused: Promise<unknown>) =>
  refused.then(
    () => 'done',
    (error: Error) => `${error.name}: ${error.message}`,
  );

test('each key is listed by name: those of the ring, of a document, and those retired', async () => {
  await put('reports', 'VR-1', 'k1');
  await put('audit', 'a', 'k1');
  await put('sent', 's', 'k9');
  await collection('desk').updateOne({ _id: 'keys' }, { $set: { retired: ['k0'] } });
  const none = { fingerprint: undefined, active: false, index: false, retired: false, documents: 0 };
  const fingerprint = expect.stringMatching(/^[\da-f-]{19}$/);
  expect(await keysWith().uses()).toEqual([
    { ...none, name: 'k0', retired: true },
    { ...none, name: 'k1', fingerprint, index: true, documents: 2 },
    { ...none, name: 'k2', fingerprint, active: true },
    { ...none, name: 'k3', fingerprint },
    { ...none, name: 'k9', documents: 1 },
  ]);
});

test('everything that is sealed under another key is sealed under the active one, and progress is told', async () => {
  for (const [name, id] of [
    ['reports', 'VR-2'],
    ['reports', 'VR-1'],
    ['audit', 'a'],
    ['desk', 'd'],
    ['sent', 's'],
  ] as const)
    await put(name, id, 'k1');
  await put('reports', 'VR-3', 'k2');
  const told: string[] = [];
  const asked: string[] = [];
  const keys = keysWith(async (id) => {
    asked.push(id);
    return await sealsAnew('reports')(id);
  });
  expect(await keys.rotate((done, of) => void told.push(`${done}/${of}`))).toEqual({ resealed: 5, left: [] });
  expect(told).toEqual(['1/5', '2/5', '3/5', '4/5', '5/5']);
  expect(asked).toEqual(['VR-1', 'VR-2']);
  expect(await kidsIn()).toEqual(['VR-1 k2', 'VR-2 k2', 'VR-3 k2', 'a k2', 'd k2', 's k2']);
  expect(await keys.rotate(() => told.push('again'))).toEqual({ resealed: 0, left: [] });
  expect(told).toHaveLength(5);
});

test('what somebody saves meanwhile is tried twice, what can’t be opened is left, and what fails stops it', async () => {
  for (const id of ['VR-1', 'VR-2', 'VR-3']) await put('reports', id, 'k1');
  const asked: string[] = [];
  const keys = keysWith(async (id) => {
    asked.push(id);
    if (id === 'VR-2') throw new Unreadable('damaged');
    return id === 'VR-3' ? false : asked.length > 1;
  });
  expect(await keys.rotate(() => undefined)).toEqual({ resealed: 1, left: ['VR-2', 'VR-3'] });
  expect(asked).toEqual(['VR-1', 'VR-1', 'VR-2', 'VR-2', 'VR-3', 'VR-3']);
  const failing = keysWith(async () => {
    throw new TypeError('no answer');
  });
  expect(await why(failing.rotate(() => undefined))).toBe('TypeError: no answer');
});

test('more than was counted at first is told as such', async () => {
  await put('reports', 'VR-1', 'k1');
  const keys = keysWith(async (id) => {
    await put('sent', `after ${id}`, 'k1');
    return true;
  });
  const told: string[] = [];
  await keys.rotate((done, of) => void told.push(`${done}/${of}`));
  expect(told).toEqual(['1/1', '2/2']);
});

test.each([
  ['the active key', 'k2', [], 'StoreRefusal: "k2" is the active key.'],
  ['a key of one document', 'k1', ['VR-1'], '1 document is still sealed under "k1". Run keys rotate first.'],
  ['a key of more', 'k1', ['VR-1', 'VR-2'], '2 documents are still sealed under "k1". Run keys rotate first.'],
  ['a key that was never used', 'k3', [], 'was never used with a key "k3". Check the name.'],
  ['a key that seals nothing any more', 'k1', [], 'done'],
])('%s is retired, or not', async (_, name, ids, answer) => {
  for (const id of ids) await put('reports', id, 'k1');
  expect(await why(keysWith().retire(name))).toContain(answer);
  const kept = await collection('desk').findOne({ _id: 'keys' });
  expect(kept?.retired).toEqual(answer === 'done' ? [name] : undefined);
});
