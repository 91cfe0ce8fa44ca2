import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Db, MongoClient, MongoError, MongoServerError } from 'mongodb';
import { replicaSet } from './run-mongod.js';

/**
 * Makes the mongod at this port the primary of its replica set of one, whatever port it had before.
 * @throws Error when that takes longer than `patienceMs`, or when `gone` says that mongod ended.
 */
export async function becomePrimary(port: number, patienceMs: number, gone: AbortSignal): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!gone.aborted) {
    if ((await listens(port)) && (await isPrimary(port))) return;
    if (Date.now() > deadline) throw new Error(`mongod did not become ready within ${patienceMs / 1000} seconds`);
    await pause(50);
  }
  throw new Error('mongod ended while it was starting');
}

async function isPrimary(port: number): Promise<boolean> {
  const host = `127.0.0.1:${port}`;
  // A new client each time: one that failed to connect stays closed.
  const client = new MongoClient(`mongodb://${host}/?directConnection=true`, { serverSelectionTimeoutMS: 2000 });
  try {
    const admin = client.db('admin');
    const hello = await admin.command({ hello: 1 });
    if (hello.setName === undefined || hello.me !== host) await configure(admin, host);
    return hello.isWritablePrimary === true && hello.me === host;
  } catch (error) {
    if (error instanceof MongoError) return false;
    throw error;
  } finally {
    await client.close();
  }
}

type ReplicaSetConfig = Readonly<{ version: number; members: readonly Readonly<{ host: string }>[] }>;

async function configure(admin: Db, host: string): Promise<void> {
  try {
    await admin.command({ replSetInitiate: { _id: replicaSet, members: [{ _id: 0, host }] } });
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.codeName !== 'AlreadyInitialized') throw error;
    const { config } = (await admin.command({ replSetGetConfig: 1 })) as { config: ReplicaSetConfig };
    if (config.members[0]?.host === host) return;
    const members = [{ ...config.members[0], host }];
    await admin.command({ replSetReconfig: { ...config, version: config.version + 1, members }, force: true });
  }
}

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
