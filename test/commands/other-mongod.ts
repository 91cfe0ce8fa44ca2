import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { findMongod, userCacheDir } from '../../src/store/local-mongod/find-mongod.js';
import { lineTo } from '../support/mongod-line.js';
import { freePort } from '../support/running-bot.js';

export type OtherMongod = Readonly<{ uri: string; stop(): Promise<void> }>;

// It ends with its input: also when the test run is killed.
const guarded = '"$@" </dev/null >/dev/null 2>&1 & read -r _; kill $!; wait $!';

/** A mongod by itself: no replica set. */
export async function standaloneMongod(): Promise<OtherMongod> {
  const search = { binary: process.env.MONGOD_BINARY, path: process.env.PATH, cacheDir: userCacheDir() };
  const program = await findMongod({ ...search, onProgress: () => undefined });
  const folder = await mkdtemp(join(tmpdir(), 'vulndesk-standalone-'));
  const port = await freePort();
  const options = ['--dbpath', folder, '--bind_ip', '127.0.0.1', '--port', String(port), '--nounixsocket'];
  const child = spawn('/bin/sh', ['-c', guarded, 'standalone', program, ...options], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const exited = once(child, 'exit');
  const uri = `mongodb://127.0.0.1:${port}/`;
  const client = await new MongoClient(uri, { serverSelectionTimeoutMS: 30_000 }).connect();
  await client.close();
  return {
    uri,
    stop: async () => {
      child.stdin.end();
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The same mongod, which says that it is a secondary; nothing else differs. */
export async function secondaryMongod(uri: string): Promise<OtherMongod> {
  const field = (name: string, is: boolean) => `\x08${name}\x00${is ? '\x01' : '\x00'}`;
  return await lineTo(uri, (said) => {
    let text = said.toString('latin1');
    for (const name of ['isWritablePrimary', 'ismaster']) text = text.replaceAll(field(name, true), field(name, false));
    return Buffer.from(text.replaceAll(field('secondary', false), field('secondary', true)), 'latin1');
  });
}

/** The same mongod, which now reports an older version; nothing else differs. */
export async function olderMongod(uri: string, major: number): Promise<OtherMongod> {
  const client = await new MongoClient(uri).connect();
  const { version } = (await client.db().command({ buildInfo: 1 })) as { version: string };
  await client.close();
  const older = version.replace(/^\d+/, String(major));
  if (older.length !== version.length) throw new Error('a version of another length would break the message');
  return await lineTo(uri, (said) => Buffer.from(said.toString('latin1').replaceAll(version, older), 'latin1'));
}
