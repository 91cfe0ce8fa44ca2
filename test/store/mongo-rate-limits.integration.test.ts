import { openStore, type Store } from '../../src/store/open-store.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { morning, newRing } from './a-report.js';

let fresh: FreshDatabase;
let store: Store;
beforeAll(async () => {
  fresh = await freshDatabase('limits');
  store = await openStore({ uri: fresh.uri, database: fresh.database, ring: newRing() });
});
afterAll(async () => {
  await store.close();
  await fresh.drop();
});

test('a person gets back what was counted for them before the limit of their workspace refused', async () => {
  const hour = { seconds: 3600 };
  const person = { key: 'somebody', limit: 2, ...hour };
  const full = { key: 'a full workspace', limit: 1, ...hour };
  expect(await store.rateLimits.pass([full], morning)).toBeUndefined();
  for (let times = 0; times < 5; times += 1)
    expect(await store.rateLimits.pass([person, full], morning)).toMatchObject({ rule: full });
  for (const _ of [1, 2]) expect(await store.rateLimits.pass([person], morning)).toBeUndefined();
  expect(await store.rateLimits.pass([person], morning)).toMatchObject({ rule: person });
});
