import { MongoClient } from 'mongodb';
import type { PlacedEntry } from '../../src/handling/audit.js';
import { mongoAudit } from '../../src/store/mongo-audit.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { mo, morning, newRing } from './a-report.js';

let fresh: FreshDatabase;
let client: MongoClient;
const ring = newRing();

beforeAll(async () => {
  fresh = await freshDatabase('audit');
  client = await new MongoClient(fresh.uri).connect();
});
afterAll(async () => {
  await client.close();
  await fresh.drop();
});

const entry = (number: number): PlacedEntry => ({
  place: { writer: 'w', number },
  entry: { at: morning, what: 'list', deed: 'opened', by: { kind: 'team', person: mo } },
});
const batch = [entry(1), entry(2), entry(3)];

test('a batch that is added again is there once, and what is new in it is added', async () => {
  const audit = mongoAudit(client.db(fresh.database), ring);
  await audit.add(batch.slice(0, 2));
  await audit.add(batch);
  expect(await fresh.db.collection('audit').countDocuments()).toBe(3);
  expect(await audit.missing()).toBe(0);
});

test('a batch that MongoDB refuses as a whole is not taken for one that is there already', async () => {
  // A space is not allowed in the name of a database.
  const audit = mongoAudit(client.db('not a name'), ring);
  await expect(audit.add(batch)).rejects.toMatchObject({ codeName: 'InvalidNamespace' });
});
