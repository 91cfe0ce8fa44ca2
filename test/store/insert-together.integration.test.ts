import { type Collection, MongoBulkWriteError, MongoClient, MongoServerError } from 'mongodb';
import { insertTogether } from '../../src/store/insert-together.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

type Numbered = Readonly<{ _id: number }>;

let fresh: FreshDatabase;
let client: MongoClient;
let commands: string[] = [];
let collection: Collection<Numbered>;

beforeAll(async () => {
  fresh = await freshDatabase('together');
  client = await new MongoClient(fresh.uri, { monitorCommands: true }).connect();
  client.on('commandStarted', ({ commandName }) => commands.push(commandName));
});
beforeEach(async () => {
  collection = client.db(fresh.database).collection<Numbered>('numbers');
  await collection.deleteMany({});
  commands = [];
});
afterAll(async () => {
  await client.close();
  await fresh.drop();
});

const stored = async () =>
  (await fresh.db.collection('numbers').find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id);

/** What became of each number that was added in one turn: `stored`, or the code of its error. */
async function addAll(numbers: readonly number[], to = collection) {
  const insert = insertTogether(to);
  const outcomes = await Promise.allSettled(numbers.map((_id) => insert({ _id })));
  return outcomes.map((one) => (one.status === 'fulfilled' ? 'stored' : one.reason.code));
}

test('what is added in one turn is one command', async () => {
  expect(await addAll([1, 2, 3, 4])).toEqual(['stored', 'stored', 'stored', 'stored']);
  expect(commands).toEqual(['insert']);
  expect(await stored()).toEqual([1, 2, 3, 4]);
});

test('what comes later is a command of its own, and does not wait for the first', async () => {
  const insert = insertTogether(collection);
  const first = insert({ _id: 1 });
  await new Promise(setImmediate);
  await Promise.all([first, insert({ _id: 2 })]);
  expect(commands).toEqual(['insert', 'insert']);
  expect(await stored()).toEqual([1, 2]);
});

test('what MongoDB refuses of one says nothing of another, and quotes no other', async () => {
  await collection.insertMany([{ _id: 2 }, { _id: 5 }]);
  expect(await addAll([1, 2, 3, 5, 3])).toEqual(['stored', 11000, 'stored', 11000, 11000]);
  expect(await stored()).toEqual([1, 2, 3, 5]);
  const insert = insertTogether(collection);
  const [, refused] = await Promise.allSettled([insert({ _id: 7 }), insert({ _id: 2 })]);
  const { reason } = refused as PromiseRejectedResult;
  expect(reason).toBeInstanceOf(MongoServerError);
  expect(reason).not.toBeInstanceOf(MongoBulkWriteError);
});

test('where the command is refused as a whole, nothing counts as stored', async () => {
  const invalidNamespace = 73;
  const reserved = client.db(fresh.database).collection<Numbered>('system.reserved');
  expect(await addAll([1, 2, 3], reserved)).toEqual([invalidNamespace, invalidNamespace, invalidNamespace]);
});

test('while the database is away, nothing counts as stored', async () => {
  const away = new MongoClient('mongodb://127.0.0.1:1', { serverSelectionTimeoutMS: 100 });
  const insert = insertTogether(away.db(fresh.database).collection<Numbered>('numbers'));
  const outcomes = await Promise.allSettled([1, 2, 3].map((_id) => insert({ _id })));
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  await away.close();
});

test.each([
  ['all of them new', [1, 3]],
  ['one of them there', [1, 2, 3]],
])('where no majority confirms it, nothing counts as stored: %s', async (_, numbers) => {
  await collection.insertOne({ _id: 2 });
  const writeConcern = { w: 5, wtimeoutMS: 100 } as const;
  const unconfirmed = client.db(fresh.database).collection<Numbered>('numbers', { writeConcern });
  const unsatisfiable = 100;
  expect(await addAll(numbers, unconfirmed)).toEqual(numbers.map(() => unsatisfiable));
});
