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

describe('covers', () => {
  const week = (n: number) => ({
    from: new Date(Date.UTC(2026, 9, 7 * n)),
    to: new Date(Date.UTC(2026, 9, 7 * n + 7)),
  });
  const cover = (n: number, responder: string) => ({ ...week(n), responder, insteadOf: 'U0ADA' });
  const read = async () => (await store.rosters.read()).covers;
  const add = async (covers: readonly ReturnType<typeof cover>[], at: string) =>
    await store.rosters.addCovers(covers, await read(), new Date(at));
  const stored = async () =>
    await fresh.db
      .collection<{ _id: string }>('desk')
      .find({ _id: /^cover\// })
      .toArray();
  afterEach(async () => {
    await fresh.db.collection<{ _id: string }>('desk').deleteMany({ _id: /^cover\// });
  });

  test('are kept in the order in which they were made, and name nobody in the clear', async () => {
    await add([cover(1, 'U0LATER')], '2026-09-23');
    await add([cover(1, 'U0FIRST')], '2026-09-22');
    await add([cover(1, 'U0LATER')], '2026-09-24');
    expect((await read()).map(({ responder }) => responder)).toEqual(['U0FIRST', 'U0LATER', 'U0LATER']);
    expect(JSON.stringify(await stored())).not.toMatch(/U0LATER|U0FIRST|U0ADA|2026-10/);
  });

  test('of one decision are one document, which an older version leaves alone; one cover alone it reads', async () => {
    expect(await add([cover(1, 'U0BO'), cover(2, 'U0MEI')], '2026-09-22')).toBe(true);
    expect(await read()).toEqual([cover(1, 'U0BO'), cover(2, 'U0MEI')]);
    expect(await add([cover(3, 'U0BO')], '2026-09-22')).toBe(true);
    expect(new Set((await stored()).map((one) => Number(Reflect.get(one, 'v'))))).toEqual(new Set([1, 2]));
  });

  test('of a turn that two take at once are stored for one of them, whole; whoever is late changes nothing', async () => {
    const seen = await read();
    const at = new Date('2026-09-22');
    const swaps = [
      [cover(1, 'U0BO'), cover(2, 'U0MEI')],
      [cover(1, 'U0BO'), cover(2, 'U0MEI')],
      [cover(3, 'U0BO'), cover(2, 'U0WEN')],
    ] as const;
    const other = await openWith(ring);
    const done = await Promise.all(
      swaps.map((covers, i) => (i % 2 === 0 ? store : other).rosters.addCovers(covers, seen, at)),
    );
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await read()).toEqual(swaps[done.indexOf(true)]);
    // Looked at anew, the turn can be taken again.
    expect(await add([cover(2, 'U0WEN')], '2026-09-23')).toBe(true);
  });
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
