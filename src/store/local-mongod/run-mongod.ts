import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const replicaSet = 'vulndesk';

/** The exit code of a mongod; 128 plus the number after a signal, as in a shell. */
export type MongodExit = Readonly<{ code: number }>;

export type RunningMongod = Readonly<{
  pid: number;
  exited: Promise<MongodExit>;
  /** Stops it cleanly, or by force after ten seconds. */
  stop(): Promise<void>;
}>;

// The shell is mongod's parent, and its input is a pipe from us. When the pipe closes, because we close it or because we
// were killed, the shell stops mongod. A signal to our process group does not reach mongod.
const guard = `
exec 3<&0
"$@" 3<&- </dev/null >/dev/null 2>&1 & m=$!
echo $m
{ read -r _ <&3; kill -TERM $m; i=0; while kill -0 $m && [ $i -lt 100 ]; do sleep 0.1; i=$((i+1)); done; kill -KILL $m; } >/dev/null 2>&1 & g=$!
exec 3<&-
wait $m; code=$?
kill $g 2>/dev/null
exit $code`;

/** Starts a mongod on loopback as a member of a replica set, with its data and log below `dataDir`. */
export async function runMongod(binary: string, dataDir: string, port: number): Promise<RunningMongod> {
  const dbPath = join(dataDir, 'db');
  await mkdir(dbPath, { recursive: true, mode: 0o700 });
  const options = [
    ...['--dbpath', dbPath, '--logpath', logOf(dataDir), '--logappend', '--replSet', replicaSet, '--oplogSize', '256'],
    ...['--bind_ip', '127.0.0.1', '--port', String(port), '--nounixsocket', '--wiredTigerCacheSizeGB', '0.25'],
    ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
  ];
  const shell = spawn('/bin/sh', ['-c', guard, 'vulndesk-mongod', binary, ...options], {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  });
  // The pipe breaks when the shell ends, which its exit event reports.
  shell.stdin.on('error', () => undefined);
  const exited = new Promise<MongodExit>((resolve) => {
    shell.on('error', () => resolve({ code: 127 }));
    shell.on('close', (code, signal) => resolve({ code: code ?? (signal === null ? 1 : 128) }));
  });
  const first = await Promise.race([once(createInterface({ input: shell.stdout }), 'line'), exited]);
  const pid = Array.isArray(first) ? Number(first[0]) : Number.NaN;
  if (!Number.isInteger(pid)) throw new Error('the shell that guards mongod did not start');
  return {
    pid,
    exited,
    stop: async () => {
      shell.stdin.end();
      await exited;
    },
  };
}

export function logOf(dataDir: string): string {
  return join(dataDir, 'mongod.log');
}
