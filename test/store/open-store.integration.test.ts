import { examineStore } from '../../src/store/examine-store.js';
import { openStore } from '../../src/store/open-store.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { dutiesUntil, later, morning, newRing, received, reportOf } from './a-report.js';

let fresh: FreshDatabase;
const ring = newRing();

beforeEach(async () => {
  fresh = await freshDatabase('open');
});
afterEach(async () => {
  await fresh.drop();
});

const opened = (keys = ring) => openStore({ uri: fresh.uri, database: fresh.database, ring: keys });

async function withReport(keys = ring): Promise<string> {
  const store = await opened(keys);
  const history = received();
  await store.reports.add(history, reportOf(history), dutiesUntil(later(9)), morning);
  await store.close();
  return reportOf(history).id;
}

describe('opening the store', () => {
  it('makes the indexes, and finds them the next time', async () => {
    await (await opened()).close();
    await (await opened()).close();
    const names = (await fresh.db.collection('reports').indexes()).map(({ name }) => name);
    expect(names).toEqual([
      '_id_',
      'submission',
      'reporter',
      'newest',
      'wake',
      'urgent',
      'due',
      'responder_due',
      'rested_under',
      'open_under',
      'undecided',
      'sealed_under',
      'kind',
    ]);
  });

  it('is refused when a key is lacking that reports are sealed under, by its name', async () => {
    await withReport();
    await expect(opened(newRing('k2'))).rejects.toThrow(
      /sealed under "k1", which the key ring lacks\. Put the key back/,
    );
  });

  it('is refused when a key is another than it was', async () => {
    await withReport();
    await expect(opened(newRing())).rejects.toThrow(/The key "k1" is not the key of this name/);
  });

  it('is refused when ids and indexes would be made with another key', async () => {
    await withReport();
    const keys = new Map([...newRing('k2').keys, ...ring.keys]);
    await expect(opened({ active: 'k2', index: 'k2', keys })).rejects.toThrow(/Add "index": "k1" to the file/);
  });

  it('takes a new active key, and still reads what was sealed under the old one', async () => {
    const id = await withReport();
    const store = await opened({ active: 'k2', index: 'k1', keys: new Map([...ring.keys, ...newRing('k2').keys]) });
    expect(await store.reports.find(id)).toMatchObject({ report: { id } });
    await store.ping();
    await store.close();
  });

  it('does not hold an empty database to the first ring that was tried', async () => {
    await (await opened(newRing())).close();
    await (await opened()).close();
    await withReport();
  });

  it('is refused within a few seconds when no server is there, without a word of the address', async () => {
    const uri = 'mongodb://someone:sesame@127.0.0.1:9/?replicaSet=vulndesk';
    const fault = await openStore({ uri, database: 'x', ring }).catch((error: Error) => error);
    expect(fault).toMatchObject({ name: 'StoreRefusal' });
    expect(String(fault)).toContain('MONGODB_URI');
    expect(String(fault)).not.toContain('sesame');
  });

  it.each(['mongodb://someone:sesame@db.invalid/?replicaSet=rs0', 'mongodb+srv://someone:sesame@db.invalid/'])(
    'is refused when the name of the host is not found, without the address: %s',
    async (uri) => {
      const options = { uri, database: 'x', ring };
      const fault = await openStore(options).catch((error: Error) => error);
      expect(fault).toMatchObject({ name: 'StoreRefusal' });
      expect(String(fault)).toMatch(
        /host in MONGODB_URI is not found \((ENOTFOUND|EAI_AGAIN|ESERVFAIL|ECONNREFUSED)\)/,
      );
      expect(String(fault)).not.toMatch(/sesame|db\.invalid/);
      expect(await examineStore(options)).toMatchObject({
        answers: false,
        code: expect.stringMatching(/^E[A-Z_]+$/),
      });
    },
  );

  it('is refused when the address is none', async () => {
    await expect(openStore({ uri: 'localhost', database: 'x', ring })).rejects.toThrow(
      'MONGODB_URI is not a MongoDB address',
    );
  });

  it('shows no key in any refusal', async () => {
    await withReport();
    for (const wrong of [newRing(), newRing('k2')]) {
      const fault = await opened(wrong).catch((error: Error) => error);
      for (const key of [...wrong.keys.values(), ...ring.keys.values()]) {
        expect(String(fault)).not.toContain(key.toString('base64'));
        expect(String(fault)).not.toContain(key.toString('hex'));
      }
    }
  });
});
