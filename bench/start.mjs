// How long the bot takes to start, as the image starts it, and how much memory it has then, against a bare Bolt app that is
// connected to the same database. They take turns. And how long `vulndesk --help` takes.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { sandbox, sandboxWorld } from '../dist/sandbox/sandbox-world.js';
import { startSlackEmulator } from '../dist/sandbox/slack-emulator.js';
import { startLocalMongod } from '../dist/store/local-mongod/local-mongod.js';
import { freePort, median, round2 } from './side.js';

const fileAt = (name) => fileURLToPath(new URL(name, import.meta.url));

export async function bench({ progress, rounds = 5 }) {
  execFileSync(process.execPath, [fileAt('../scripts/bundle.mjs')], { stdio: 'inherit' });
  const dataDir = mkdtempSync(join(tmpdir(), 'vulndesk-bench-'));
  const mongod = await startLocalMongod({ dataDir, onProgress: progress });
  const keys = { botToken: 'xoxb-bench', appToken: 'xapp-bench', signingSecret: '0123456789abcdef0123456789abcdef' };
  const slack = await startSlackEmulator({ world: sandboxWorld(), ...keys, clock: () => new Date() });
  try {
    const keyring = join(dataDir, 'keyring.json');
    const key = Buffer.from(Array.from({ length: 32 }, (_, n) => (n * 89 + 41) % 256)).toString('base64');
    writeFileSync(keyring, JSON.stringify({ active: 'k1', keys: { k1: key } }));
    chmodSync(keyring, 0o600);
    const env = {
      ...process.env,
      SLACK_BOT_TOKEN: keys.botToken,
      SLACK_SIGNING_SECRET: keys.signingSecret,
      SLACK_MODE: 'http',
      SLACK_API_URL: slack.apiUrl,
      SECURITY_CHANNEL: sandbox.securityChannel,
      MONGODB_URI: mongod.uri,
      MONGODB_DATABASE: 'bench_start',
      KEYRING_FILE: keyring,
    };
    const asTheImage = { ...env, MALLOC_ARENA_MAX: '2' };
    const ours = () => timed([fileAt('../dist/bundled/main.js'), 'start'], asTheImage);
    const bare = () => timed([fileAt('start/bare-bolt.js')], env);
    const help = () => timed([fileAt('../dist/bundled/main.js'), '--help'], env, 'Commands:');
    await ours();
    await bare();
    const seen = [];
    for (let round = 0; round < rounds; round += 1) {
      const one = {};
      const turns = round % 2 === 0 ? { ours, bare, help } : { help, bare, ours };
      for (const [name, run] of Object.entries(turns)) one[name] = await run();
      progress(`round ${round + 1}: ${JSON.stringify(one)}`);
      seen.push(one);
    }
    const of = (read) => round2(median(seen.map(read)));
    return {
      ratio: of((one) => one.ours.ms / one.bare.ms),
      rounds,
      against: 'a bare Bolt app over HTTP that is connected to the same database',
      memoryRatio: of((one) => one.ours.mb / one.bare.mb),
      oursMs: of((one) => one.ours.ms),
      bareMs: of((one) => one.bare.ms),
      oursMb: of((one) => one.ours.mb),
      bareMb: of((one) => one.bare.mb),
      helpMs: of((one) => one.help.ms),
    };
  } finally {
    await slack.stop();
    await mongod.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Milliseconds until the program says `ready`, and its memory then. */
async function timed(args, env, ready = 'started') {
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...env, PORT: String(await freePort()) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let said = '';
  const ms = await new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        said += text;
        if (said.includes(ready)) resolve(performance.now() - began);
      });
    }
    child.once('exit', () => reject(new Error(`it ended: ${said}`)));
  });
  const mb = memoryOf(child.pid);
  child.kill('SIGTERM');
  await ended;
  return { ms: round2(ms), mb };
}

function memoryOf(pid) {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
  } catch {
    return 0;
  }
}
