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
  await store.rosters.putAbsences(away.user, [away]);
  await store.rosters.putAbsences('U0MEI', [{ user: 'U0MEI', from: '2026-12-20', to: '2026-12-31' }]);
  expect(await store.rosters.read()).toEqual({
    absences: [away, { user: 'U0MEI', from: '2026-12-20', to: '2026-12-31' }],
    covers: [],
  });
  expect(JSON.stringify(await documents())).not.toMatch(/U0SUBSTITUTE|2026-10/);
  await store.rosters.putAbsences('U0MEI', []);
  expect((await store.rosters.read()).absences).toEqual([away]);
});

test('they are sealed anew with everything else, and open under the new key alone', async () => {
  const keys = new Map([...ring.keys, ['k2', randomBytes(32)] as const]);
  const rotated = await openWith({ ...ring, active: 'k2', keys });
  expect(await rotated.keys.rotate(() => undefined)).toEqual({ resealed: 1, left: [] });
  expect((await rotated.keys.uses()).map(({ name, documents: count }) => [name, count])).toEqual([
    ['k1', 0],
    ['k2', 1],
  ]);
  expect((await rotated.rosters.read()).absences).toEqual([away]);
});

test('an absence that cannot be opened is nobody’s: what was copied to another person, or changed', async () => {
  const [document] = await documents();
  if (document === undefined) throw new Error('nothing is stored');
  await fresh.db.collection<{ _id: string }>('desk').insertOne({ ...document, _id: 'away/U0BO' });
  const rotated = opened.at(-1);
  expect((await rotated?.rosters.read())?.absences).toEqual([away]);
});
