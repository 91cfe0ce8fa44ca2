import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { findMongod, userCacheDir } from '../../src/store/local-mongod/find-mongod.js';
import { replicaSet, runMongod } from '../../src/store/local-mongod/run-mongod.js';
import { until } from './bounded-poll.js';
import { freePort } from './running-bot.js';

export type Member = Readonly<{
  host: string;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Starts it again with its data. */
  restart(): Promise<void>;
  /** Stops it where it is: its connections stay open, and nobody answers on them. */
  hang(): void;
  goOn(): void;
}>;
export type ReplicaSet = Readonly<{
  uri: string;
  members: readonly Member[];
  /** The member that is primary now. */
  primary(): Promise<Member>;
  stop(): Promise<void>;
}>;

/** A replica set of real mongods on loopback. The first member becomes primary, as long as it runs. */
export async function startReplicaSet(...roles: readonly ('data' | 'arbiter')[]): Promise<ReplicaSet> {
  const search = { binary: process.env.MONGOD_BINARY, path: process.env.PATH, cacheDir: userCacheDir() };
  const program = await findMongod({ ...search, onProgress: () => undefined });
  const folder = await mkdtemp(join(tmpdir(), 'vulndesk-set-'));
  const started = await Promise.all(
    roles.map(async (_, n) => {
      const port = await freePort();
      const start = () => runMongod(program, join(folder, String(n)), port);
      let running = await start();
      const member: Member = {
        host: `127.0.0.1:${port}`,
        kill: async () => {
          process.kill(running.pid, 'SIGKILL');
          await running.exited;
        },
        restart: async () => {
          running = await start();
        },
        hang: () => void process.kill(running.pid, 'SIGSTOP'),
        goOn: () => void process.kill(running.pid, 'SIGCONT'),
      };
      return { member, stop: () => running.stop() };
    }),
  );
  const members = started.map(({ member }) => member);
  const hello = async ({ host }: Member) => await asked(host, { hello: 1 });
  const config = members.map(({ host }, _id) =>
    roles[_id] === 'arbiter' ? { _id, host, arbiterOnly: true } : { _id, host, priority: _id === 0 ? 2 : 1 },
  );
  const settings = { electionTimeoutMillis: 2000, heartbeatTimeoutSecs: 2 };
  const initiate = { replSetInitiate: { _id: replicaSet, members: config, settings } };
  await until('the members to answer', async () => (await Promise.all(members.map(hello))).every(Boolean));
  await asked(members[0]?.host ?? '', initiate);
  const primary = () =>
    until(
      'a primary',
      async () => {
        for (const member of members) if ((await hello(member))?.isWritablePrimary === true) return member;
        return undefined;
      },
      60_000,
    );
  await primary();
  // A member that still copies the data confirms no write.
  const ready = async () =>
    (await Promise.all(members.map(hello))).every(
      (one) => one?.isWritablePrimary === true || one?.secondary === true || one?.arbiterOnly === true,
    );
  await until('the members to join', ready, 60_000);
  return {
    uri: `mongodb://${members.map(({ host }) => host).join(',')}/?replicaSet=${replicaSet}`,
    members,
    primary,
    stop: async () => {
      await Promise.all(started.map(({ stop }) => stop()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** `undefined` while the member does not answer. */
async function asked(host: string, command: object) {
  const client = new MongoClient(`mongodb://${host}/?directConnection=true`, { serverSelectionTimeoutMS: 2000 });
  try {
    return await client.db('admin').command({ ...command });
  } catch {
    return undefined;
  } finally {
    await client.close();
  }
}
