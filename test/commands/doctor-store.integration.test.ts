import { openStore } from '../../src/store/open-store.js';
import { newRing } from '../store/a-report.js';
import { openSurgery, type Surgery } from './a-doctor.js';
import { type OtherMongod, olderMongod, secondaryMongod, standaloneMongod } from './other-mongod.js';

describe('an unsuitable MongoDB', () => {
  let surgery: Surgery;
  const others: OtherMongod[] = [];
  beforeAll(async () => {
    surgery = await openSurgery();
  });
  afterAll(async () => {
    for (const other of others) await other.stop();
    await surgery.close();
  });
  const startWith = (uri: string) => openStore({ uri, database: 'other', ring: newRing() });

  test('that is no replica set is red for doctor and refused at the start', async () => {
    const alone = await standaloneMongod();
    others.push(alone);
    const found = await surgery.doctor({ MONGODB_URI: alone.uri });
    expect(found).toMatchObject({ code: 1, states: { MongoDB: 'green', 'replica set': 'red' } });
    expect(found.of('replica set')?.what).toContain('--replSet');
    await expect(startWith(alone.uri)).rejects.toThrow(/is not a replica set.*--replSet/);
  });

  test('that is a secondary, by a direct connection, is told alike by doctor and at the start', async () => {
    const secondary = await secondaryMongod(surgery.fresh.uri);
    others.push(secondary);
    const found = await surgery.doctor({ MONGODB_URI: secondary.uri });
    expect(found).toMatchObject({ code: 1, states: { MongoDB: 'green', 'replica set': 'red' } });
    const what = found.of('replica set')?.what ?? '';
    expect(what).toMatch(/leads to a secondary, .*Take directConnection out/);
    await expect(startWith(secondary.uri)).rejects.toThrow(what);
  });

  test('that is older than 6.0 is red for doctor and refused at the start', async () => {
    const older = await olderMongod(surgery.fresh.uri, 5);
    others.push(older);
    const found = await surgery.doctor({ MONGODB_URI: older.uri });
    expect(found).toMatchObject({ code: 1, states: { MongoDB: 'red', 'replica set': 'green' } });
    expect(found.of('MongoDB')?.what).toMatch(/Is version 5\.\S+ Use 6\.0 or later/);
    await expect(startWith(older.uri)).rejects.toThrow(/is version 5\.\S+.*6\.0 or later/);
  });
});
