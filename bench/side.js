// What the benches share: programs of their own that are measured, and the figures made of what was measured.
import { fork } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** Starts bench/FILE and resolves when it says that it is ready. `ask(question)` resolves with what it sends back. */
export async function startSide(file, env = {}) {
  const port = await freePort();
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const answer = () =>
    new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
    });
  await answer();
  const ask = async (question) => {
    const answered = answer();
    child.send(question);
    return await answered;
  };
  return { child, port, ask };
}

export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The CPU time that a process has used, in milliseconds. Linux only; elsewhere 0. */
export function cpuMsOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}

/** Resolves when a process has nearly nothing to do any more. Linux only; elsewhere at once. */
export async function untilIdle(pid) {
  for (let [before, now] = [Number.NEGATIVE_INFINITY, cpuMsOf(pid)]; now - before > 20; ) {
    await after(200);
    [before, now] = [now, cpuMsOf(pid)];
  }
}

/** The process of the mongod that keeps its data below a folder. Linux only; elsewhere 0. */
export function mongodOf(dataDir) {
  const processes = existsSync('/proc') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  const found = processes.find((pid) => {
    const [program = '', ...args] = commandOf(pid);
    return /mongod$/.test(program) && args.some((arg) => arg.startsWith(dataDir));
  });
  return Number(found ?? 0);
}

function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

export function figures(taken) {
  const sorted = taken.toSorted((a, b) => a - b);
  return { p50: at(sorted, 0.5), p99: at(sorted, 0.99) };
}
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

export const median = (values) =>
  at(
    values.toSorted((a, b) => a - b),
    0.5,
  );
export const round2 = (value) => Math.round(value * 100) / 100;
