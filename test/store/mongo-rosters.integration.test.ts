import { randomBytes } from 'node:crypto';
import { openStore, type Store } from '../../src/store/open-store.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { newRing } from './a-report.js';

let fresh: FreshDatabase;
let store: Store;
const ring = newRing();
const opened: Store[] = [];
const openWith = async (keys: typeof ring) => {
  const one = await openStore({ uri: fresh.uri, database: fresh.database, ring: keys });
  opened.push(one);
  return one;
};

beforeAll(async () => {
  fresh = await freshDatabase('desk');
  store = await openWith(ring);
});
afterAll(async () => {
  for (const one of opened) await one.close();
  await fresh.drop();
});

const away = { user: 'U0LIN', from: '2026-10-01', to: '2026-10-07', substitute: 'U0SUBSTITUTE' };
const documents = () =>
  fresh.db
    .collection<{ _id: string }>('desk')
    .find({ _id: /^away\// })
    .toArray();

test('absences are kept by person, and whoever stands in is nowhere in the clear', async () => {
  await store.rosters.putOwn(away.user, { absences: [away] });
  await store.rosters.putOwn('U0MEI', {
    absences: [{ user: 'U0MEI', from: '2026-12-20', to: '2026-12-31' }],
    weekend: [5, 6],
  });
  expect(await store.rosters.read()).toEqual({
    absences: [away, { user: 'U0MEI', from: '2026-12-20', to: '2026-12-31' }],
    covers: [],
    weekends: new Map([['U0MEI', [5, 6]]]),
  });
  // What older versions read stays as they know it.
  expect((await documents()).map((one) => Reflect.get(one, 'v'))).toEqual([1, 2]);
  expect(JSON.stringify(await documents())).not.toMatch(/U0SUBSTITUTE|2026-10/);
  await store.rosters.putOwn('U0MEI', { absences: [], weekend: [7] });
  expect(await store.rosters.read()).toMatchObject({ absences: [away], weekends: new Map([['U0MEI', [7]]]) });
  await store.rosters.putOwn('U0MEI', { absences: [] });
  expect((await store.rosters.read()).weekends.size).toBe(0);
});

test('covers are kept in the order in which they were made, each once, and name nobody in the clear', async () => {
  const cover = (responder: string, at: string) =>
    store.rosters.addCover({ from: days[0], to: days[1], responder, insteadOf: 'U0ADA' }, new Date(at));
  const days = [new Date('2026-10-01T00:00:00Z'), new Date('2026-10-08T00:00:00Z')] as const;
  await cover('U0LATER', '2026-09-23');
  await cover('U0FIRST', '2026-09-22');
  await cover('U0LATER', '2026-09-24');
  expect((await store.rosters.read()).covers.map(({ responder }) => responder)).toEqual(['U0FIRST', 'U0LATER']);
  const stored = fresh.db.collection<{ _id: string }>('desk').find({ _id: /^cover\// });
  expect(JSON.stringify(await stored.toArray())).not.toMatch(/U0LATER|U0FIRST|U0ADA|2026-10/);
  await fresh.db.collection<{ _id: string }>('desk').deleteMany({ _id: /^cover\// });
});

test('the break of the team is kept until another one, or its end, is said', async () => {
  const since = new Date('2026-09-22T02:00:00Z');
  for (const until of ['2026-09-24', '2026-10-08']) {
    await store.rosters.putTeamBreak({ since, until });
    expect(await store.rosters.read()).toMatchObject({ teamBreak: { since, until } });
  }
  await store.rosters.putTeamBreak(undefined);
  expect(await store.rosters.read()).not.toHaveProperty('teamBreak');
});

test('they are sealed anew with everything else, and open under the new key alone', async () => {
  const keys = new Map([...ring.keys, ['k2', randomBytes(32)] as const]);
  const rotated = await openWith({ ...ring, active: 'k2', keys });
  const teamBreak = { since: new Date('2026-09-22T02:00:00Z'), until: '2026-09-24' };
  await store.rosters.putTeamBreak(teamBreak);
  expect(await rotated.keys.rotate(() => undefined)).toEqual({ resealed: 2, left: [] });
  expect((await rotated.keys.uses()).map(({ name, documents: count }) => [name, count])).toEqual([
    ['k1', 0],
    ['k2', 2],
  ]);
  expect(await rotated.rosters.read()).toMatchObject({ absences: [away], teamBreak });
});

test('an absence that cannot be opened is nobody’s: what was copied to another person, or changed', async () => {
  const [document] = await documents();
  if (document === undefined) throw new Error('nothing is stored');
  await fresh.db.collection<{ _id: string }>('desk').insertOne({ ...document, _id: 'away/U0BO' });
  const rotated = opened.at(-1);
  expect((await rotated?.rosters.read())?.absences).toEqual([away]);
});
