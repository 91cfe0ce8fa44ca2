import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { MongoClient } from 'mongodb';
import { type LocalMongod, startLocalMongod } from '../../../src/store/local-mongod/local-mongod.js';
import { until } from '../../support/bounded-poll.js';
import { isAlive } from '../../support/is-alive.js';
import { root } from '../../support/project.js';

jest.setTimeout(120_000);

let dataDir: string;
let told: string[];
let running: LocalMongod[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'vulndesk-mongod-'));
  told = [];
  running = [];
});
afterEach(async () => {
  for (const mongod of running) await mongod.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(leaveMs = 20_000): Promise<LocalMongod> {
  const tell = (line: string) => void told.push(line);
  const mongod = await startLocalMongod({ dataDir, leaveMs, onProgress: tell });
  running.push(mongod);
  return mongod;
}

async function inNotes<T>(
  uri: string,
  work: (notes: ReturnType<ReturnType<MongoClient['db']>['collection']>) => Promise<T>,
): Promise<T> {
  const client = await new MongoClient(uri, { serverSelectionTimeoutMS: 20_000 }).connect();
  try {
    return await work(client.db('notes').collection('notes'));
  } finally {
    await client.close();
  }
}

const write = (uri: string, text: string) =>
  inNotes(uri, (notes) => notes.insertOne({ text }, { writeConcern: { w: 'majority', journal: true } }));
const read = (uri: string) =>
  inNotes(uri, async (notes) => (await notes.find().sort({ _id: 1 }).toArray()).map(({ text }) => text));

describe('the local MongoDB', () => {
  it('listens on loopback alone, takes writes, and keeps them from run to run on whatever port', async () => {
    const first = await start();
    expect(first.uri).toMatch(/^mongodb:\/\/127\.0\.0\.1:\d+\/\?replicaSet=vulndesk$/);
    await write(first.uri, 'one');
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    const second = await start();
    expect(second.uri).not.toBe(first.uri);
    await write(second.uri, 'two');
    expect(await read(second.uri)).toEqual(['one', 'two']);
  });

  it('is started again at the same address when it is killed, and has what was written', async () => {
    const mongod = await start();
    await write(mongod.uri, 'kept');
    const { pid } = mongod;
    process.kill(pid, 'SIGKILL');
    await until('another one runs', () => (mongod.pid !== pid && isAlive(mongod.pid) ? true : undefined));
    await until('it is told', () => (told.includes('The local MongoDB runs again.') ? true : undefined));
    expect(await read(mongod.uri)).toEqual(['kept']);
    expect(told.some((line) => line.startsWith('The local MongoDB ended (code 137)'))).toBe(true);
  });

  it('ends within seconds when its parent is killed, and the next run takes the data over', async () => {
    const child = spawn(
      process.execPath,
      ['--import', join(root, 'test/support/typescript.mjs'), join(root, 'test/support/mongod-process.ts'), dataDir],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    const { uri, pid } = JSON.parse(line);
    await write(uri, 'left behind');
    child.kill('SIGKILL');
    const next = await start();
    expect(isAlive(pid)).toBe(false);
    expect(await read(next.uri)).toEqual(['left behind']);
  });

  it('says who holds the data when another program does', async () => {
    await start();
    await expect(start(1000)).rejects.toThrow(/Another MongoDB uses the data in .* or set DATA_DIR to another folder/);
  });

  it('stops while it is being started again', async () => {
    const mongod = await start();
    process.kill(mongod.pid, 'SIGKILL');
    await until('it is noticed', () => (told.some((line) => line.includes('Restarting it')) ? true : undefined));
    await mongod.stop();
    await mongod.whenExited;
    expect(Number.isNaN(mongod.pid) || !isAlive(mongod.pid)).toBe(true);
  });
});
