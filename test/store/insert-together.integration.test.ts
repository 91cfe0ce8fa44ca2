import { type Db, MongoBulkWriteError, MongoClient } from 'mongodb';
import { insertTogether } from '../../src/store/insert-together.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { lineTo } from '../support/mongod-line.js';

type Numbered = Readonly<{ _id: number; empty?: undefined }>;
const majority = { w: 'majority', journal: true } as const;

let fresh: FreshDatabase;
let client: MongoClient;
let db: Db;
let commands: string[] = [];

beforeAll(async () => {
  fresh = await freshDatabase('together');
  client = await new MongoClient(fresh.uri, { monitorCommands: true, ignoreUndefined: true }).connect();
  client.on('commandStarted', ({ commandName }) => commands.push(commandName));
  db = client.db(fresh.database, { writeConcern: majority });
});
beforeEach(async () => {
  await db.collection('numbers').deleteMany({});
  commands = [];
});
afterAll(async () => {
  await client.close();
  await fresh.drop();
});

const there = async (...numbers: number[]) =>
  await db.collection<Numbered>('numbers').insertMany(numbers.map((_id) => ({ _id })));
const stored = async () =>
  (await fresh.db.collection('numbers').find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id);

/** What became of each number that was added in one turn: `stored`, or the code of its error. */
async function addAll(numbers: readonly number[], to = db, name = 'numbers') {
  const insert = insertTogether<Numbered>(to, name);
  const outcomes = await Promise.allSettled(numbers.map((_id) => insert({ _id })));
  return outcomes.map((one) => (one.status === 'fulfilled' ? 'stored' : one.reason.code));
}

test('what is added in one turn is one command', async () => {
  expect(await addAll([1, 2, 3, 4])).toEqual(['stored', 'stored', 'stored', 'stored']);
  expect(commands).toEqual(['insert']);
  expect(await stored()).toEqual([1, 2, 3, 4]);
});

test('what comes later is a command of its own, and does not wait for the first', async () => {
  const insert = insertTogether<Numbered>(db, 'numbers');
  const first = insert({ _id: 1 });
  await new Promise(setImmediate);
  await Promise.all([first, insert({ _id: 2 })]);
  expect(commands).toEqual(['insert', 'insert']);
  expect(await stored()).toEqual([1, 2]);
});

test('a field that is not there is not stored as null', async () => {
  const insert = insertTogether<Numbered>(db, 'numbers');
  await insert({ _id: 1, empty: undefined });
  expect(await fresh.db.collection('numbers').find().toArray()).toEqual([{ _id: 1 }]);
});

test('what MongoDB refuses of one says nothing of another, and quotes no other', async () => {
  await there(2, 5);
  expect(await addAll([1, 2, 3, 5, 3])).toEqual(['stored', 11000, 'stored', 11000, 11000]);
  expect(await stored()).toEqual([1, 2, 3, 5]);
  const insert = insertTogether<Numbered>(db, 'numbers');
  const [, refused] = await Promise.allSettled([insert({ _id: 7 }), insert({ _id: 2 })]);
  const { reason } = refused as PromiseRejectedResult;
  expect(reason.keyValue).toEqual({ _id: 2 });
  expect(reason).not.toBeInstanceOf(MongoBulkWriteError);
});

test('where the command is refused as a whole, nothing counts as stored', async () => {
  const invalidNamespace = 73;
  expect(await addAll([1, 2, 3], db, 'system.reserved')).toEqual(Array(3).fill(invalidNamespace));
});

test('while the database is away, nothing counts as stored', async () => {
  const away = new MongoClient('mongodb://127.0.0.1:1', { serverSelectionTimeoutMS: 100, writeConcern: majority });
  const insert = insertTogether<Numbered>(away.db(fresh.database), 'numbers');
  const outcomes = await Promise.allSettled([1, 2, 3].map((_id) => insert({ _id })));
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  await away.close();
});

test.each([
  ['all of them new', [1, 3]],
  ['one of them there', [1, 2, 3]],
])('where no majority confirms it, nothing counts as stored: %s', async (_, numbers) => {
  await there(2);
  const unconfirmed = client.db(fresh.database, { writeConcern: { w: 5, wtimeoutMS: 100 } });
  const unsatisfiable = 100;
  expect(await addAll(numbers, unconfirmed)).toEqual(numbers.map(() => unsatisfiable));
});

test('where MongoDB counts fewer than it did not refuse, nothing counts as stored', async () => {
  const count = (n: number) => `\x10n\x00${String.fromCharCode(n)}\x00\x00\x00`;
  const line = await lineTo(fresh.uri, (said) =>
    Buffer.from(said.toString('latin1').replace(count(2), count(1)), 'latin1'),
  );
  const other = await new MongoClient(line.uri, { writeConcern: majority }).connect();
  try {
    // Each is inserted once more, and is there already.
    expect(await addAll([1, 2], other.db(fresh.database))).toEqual([11000, 11000]);
    expect(await stored()).toEqual([1, 2]);
  } finally {
    await other.close();
    await line.stop();
  }
});

test('it is written as the database promises', async () => {
  const sent: unknown[] = [];
  client.once('commandStarted', ({ command }) => sent.push(command.writeConcern, command.txnNumber));
  await addAll([1]);
  expect(sent).toEqual([{ w: 'majority', j: true }, undefined]);
  expect(() => insertTogether(client.db(fresh.database), 'numbers')).toThrow('no write concern for numbers');
});
