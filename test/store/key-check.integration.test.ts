import type { Keyring } from '../../src/keys/keyring.js';
import { checkKeys, examineKeys, retiredKeys, retireKey, withoutRetired } from '../../src/store/key-check.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase('keycheck');
});
beforeEach(async () => {
  for (const name of ['reports', 'desk']) await fresh.db.collection(name).deleteMany({});
});
afterAll(() => fresh.drop());

const k1: Keyring = { active: 'k1', index: 'k1', keys: new Map([['k1', Buffer.alloc(32, 1)]]) };
const both: Keyring = { ...k1, keys: new Map([...k1.keys, ['k2', Buffer.alloc(32, 2)]]) };
const forged: Keyring = { ...k1, keys: new Map([['k1', Buffer.alloc(32, 9)]]) };
const desk = () => fresh.db.collection<{ _id: string }>('desk');
const sealedUnder = (kid: string) =>
  fresh.db.collection<{ _id: string }>('reports').insertOne({ _id: kid, sealed: { dk: { kid } } } as never);
const stored = async () => await desk().findOne({ _id: 'keys' });
const why = (refused: Promise<unknown>) =>
  refused.then(
    () => 'it is taken',
    (error: Error) => `${error.name}: ${error.message}`,
  );

test('the first start writes which key makes ids, and a check value of each key that was active', async () => {
  await checkKeys(fresh.db, k1);
  expect(await stored()).toEqual({ _id: 'keys', index: 'k1', checks: { k1: expect.stringMatching(/^[\da-f]{16}$/) } });
  await sealedUnder('k1');
  await checkKeys(fresh.db, { ...both, active: 'k2' });
  const after = await stored();
  expect(after).toMatchObject({ index: 'k1', checks: { k1: expect.any(String), k2: expect.any(String) } });
  await checkKeys(fresh.db, both);
  expect(await stored()).toEqual(after);
});

test('an empty database takes any ring, and forgets the one before', async () => {
  await checkKeys(fresh.db, forged);
  await checkKeys(fresh.db, both);
  expect(await stored()).not.toHaveProperty('checks.k2');
  await sealedUnder('k1');
  expect(await why(checkKeys(fresh.db, k1))).toBe('it is taken');
});

describe.each([
  ['a start', checkKeys],
  ['doctor', examineKeys],
])('of a database with reports, %s', (_, check) => {
  beforeEach(async () => {
    await checkKeys(fresh.db, k1);
    await sealedUnder('k1');
  });

  test.each<[string, Keyring, string]>([
    ['takes the ring that it was used with', k1, 'it is taken'],
    ['takes a ring with more keys', both, 'it is taken'],
    ['refuses another key of the same name', forged, 'The key "k1" is not the key of this name that the database'],
    [
      'refuses another key for ids',
      { ...both, index: 'k2' },
      'ids and indexes, but the key ring uses "k2". Add "index": "k1"',
    ],
    [
      'refuses a ring without its key',
      { ...both, active: 'k2', keys: new Map([['k2', Buffer.alloc(32, 2)]]) },
      'sealed under "k1", which the key ring lacks',
    ],
    [
      'refuses a ring in which its key is retired',
      { ...k1, retired: new Set(['k1']) },
      'A retired key counts as lacking.',
    ],
  ])('%s', async (__, ring, message) => {
    const before = await stored();
    expect(await why(check(fresh.db, ring))).toContain(message);
    if (message !== 'it is taken') expect(await stored()).toMatchObject({ ...before, index: 'k1' });
  });
});

test('all keys that are lacking are named', async () => {
  await sealedUnder('k3');
  await sealedUnder('k4');
  expect(await why(checkKeys(fresh.db, k1))).toContain('are sealed under "k3", "k4", which');
});

test('doctor writes nothing, and asks for nothing where there is no report yet', async () => {
  await examineKeys(fresh.db, k1);
  expect(await stored()).toBeNull();
  await checkKeys(fresh.db, k1);
  expect(await why(examineKeys(fresh.db, forged))).toBe('it is taken');
});

test('a key is retired by its name, once the database was used with it', async () => {
  await checkKeys(fresh.db, k1);
  expect(await retireKey(fresh.db, 'k2')).toBe(false);
  expect([...(await retiredKeys(fresh.db))]).toEqual([]);
  expect([await retireKey(fresh.db, 'k1'), await retireKey(fresh.db, 'k1')]).toEqual([true, true]);
  expect(await stored()).toMatchObject({ retired: ['k1'] });
  expect(await withoutRetired(fresh.db, { ...both, active: 'k2' })).toEqual({
    ...both,
    active: 'k2',
    retired: new Set(['k1']),
  });
  expect(await why(withoutRetired(fresh.db, k1))).toContain('StoreRefusal: The key "k1" is retired. Name another one');
});

test('nothing is retired in a database that nobody has started with', async () => {
  expect(await withoutRetired(fresh.db, k1)).toEqual({ ...k1, retired: new Set() });
});
