import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandbox, sandboxWorld } from '../../../src/sandbox/sandbox-world.js';
import { type SlackEmulator, startSlackEmulator } from '../../../src/sandbox/slack-emulator.js';
import { freshDatabase } from '../../support/fresh-database.js';
import { root } from '../../support/project.js';
import { freePort } from '../../support/running-bot.js';

export type FuzzedBot = Readonly<{
  slack: SlackEmulator;
  url: string;
  secret: string;
  /** Bytes that the process holds. */
  memory(): Promise<number>;
  /** Still the process that was started. */
  alive(): boolean;
  /** What it logged, and what it said on its way down. */
  output(): string;
  /** Reports stored. */
  reports(): Promise<number>;
  stop(): Promise<void>;
}>;

const support = join(root, 'test', 'support');

/** The bot over HTTP in a process of its own, with MongoDB and the Slack emulator. @throws with its output when it does not start */
export async function startFuzzedBot(): Promise<FuzzedBot> {
  const database = await freshDatabase('fuzz');
  const folder = await mkdtemp(join(tmpdir(), 'vulndesk-fuzz-'));
  const keyring = join(folder, 'keyring.json');
  const ring = { active: 'k1', keys: { k1: randomBytes(32).toString('base64') } };
  await writeFile(keyring, JSON.stringify(ring), { mode: 0o600 });
  const secret = randomBytes(16).toString('hex');
  const tokens = { botToken: 'xoxb-fuzz', appToken: 'xapp-fuzz', signingSecret: secret };
  const slack = await startSlackEmulator({ world: sandboxWorld(), ...tokens, clock: () => new Date() });
  const port = await freePort();
  const loader = ['--expose-gc', '--import', join(support, 'typescript.mjs')];
  const child = spawn(process.execPath, [...loader, join(import.meta.dirname, 'fuzzed-bot-child.ts')], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH: process.env.PATH ?? '',
      SLACK_BOT_TOKEN: tokens.botToken,
      SLACK_SIGNING_SECRET: secret,
      SLACK_MODE: 'http',
      SLACK_API_URL: slack.apiUrl,
      PORT: String(port),
      SECURITY_CHANNEL: sandbox.securityChannel,
      INTAKE_CHANNELS: sandbox.reports,
      MONGODB_URI: database.uri,
      MONGODB_DATABASE: database.database,
      KEYRING_FILE: keyring,
      LOG_LEVEL: 'debug',
    },
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => said.push(String(data)));
  const exited = once(child, 'exit');
  const told = async (): Promise<unknown> => {
    const [message] = await Promise.race([once(child, 'message'), exited.then(() => [])]);
    if (message === undefined) throw new Error(`the bot ended: ${said.join('').slice(-4000)}`);
    return message;
  };
  await told();
  return {
    slack,
    url: `http://127.0.0.1:${port}/slack/events`,
    secret,
    memory: async () => {
      const answer = told();
      child.send('memory');
      return ((await answer) as { rss: number }).rss;
    },
    alive: () => child.exitCode === null && child.signalCode === null,
    output: () => said.join(''),
    reports: () => database.db.collection('reports').countDocuments(),
    stop: async () => {
      child.kill('SIGKILL');
      await exited;
      await slack.stop();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
