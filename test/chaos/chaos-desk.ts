import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPolicyFile, readPolicy } from '../../src/config-policy.js';
import { sandbox, sandboxWorld } from '../../src/sandbox/sandbox-world.js';
import { startSmallSlack } from '../../src/sandbox/small-slack.js';
import { openStore } from '../../src/store/open-store.js';
import { freshDatabase } from '../support/fresh-database.js';
import { freePort, type TransportName, tuesday } from '../support/whole-desk.js';
import { type BotProcess, startBot } from './bot-process.js';
import { type Desk, untilSettled } from './settled.js';
import { clockAt } from './shared-clock.js';

/** A lease just longer than a post may take, so that a crash is over soon. Milliseconds. */
export const leaseMs = 10_000;

export type ChaosDesk = Desk &
  Readonly<{
    /** A bot in a process of its own, reachable when this resolves. Over HTTP, Slack delivers to the latest. */
    startBot(transport: TransportName): Promise<BotProcess>;
    /** Moves the clock of everybody. */
    jump(to: Date): void;
    /** The claims that hold a document now, by document: what a bot that is killed had begun. */
    claims(): Promise<readonly string[]>;
    /** Resolves when nothing is owed and nobody holds a lease. @throws when that takes longer than 90 s */
    settled(): Promise<void>;
    stop(): Promise<void>;
  }>;

/** One small Slack, one database, and as many bots in processes of their own as are started. */
export async function startChaosDesk(): Promise<ChaosDesk> {
  const database = await freshDatabase('chaos');
  const folder = await mkdtemp(join(tmpdir(), 'vulndesk-chaos-'));
  const key = randomBytes(32);
  const keyringFile = join(folder, 'keyring.json');
  const ring = { active: 'k1', keys: { k1: key.toString('base64') } };
  await writeFile(keyringFile, JSON.stringify(ring), { mode: 0o600 });
  let clock = { at: tuesday.getTime(), real: Date.now() };
  const now = () => clockAt(clock);
  const secrets = { botToken: 'xoxb-chaos', appToken: 'xapp-chaos', signingSecret: '0123456789abcdef' };
  const slack = await startSmallSlack({ world: sandboxWorld(), ...secrets, clock: now });
  const store = await openStore({
    ...{ uri: database.uri, database: database.database },
    ring: { active: 'k1', index: 'k1', keys: new Map([['k1', key]]) },
  });
  const policy = readPolicy(defaultPolicyFile);
  const bots = new Set<BotProcess>();
  const collections = ['reports', 'desk'] as const;

  const env = (transport: TransportName, port: number) => ({
    SLACK_BOT_TOKEN: secrets.botToken,
    SLACK_APP_TOKEN: secrets.appToken,
    SLACK_SIGNING_SECRET: secrets.signingSecret,
    SLACK_MODE: transport,
    SLACK_API_URL: slack.apiUrl,
    PORT: String(port),
    SECURITY_CHANNEL: sandbox.securityDesk,
    MONGODB_URI: database.uri,
    MONGODB_DATABASE: database.database,
    KEYRING_FILE: keyringFile,
  });
  const reports = () => store.reports.list({ limit: 10_000 });
  const claims = async () => {
    const held = await Promise.all(
      collections.map((name) =>
        database.db
          .collection(name)
          .find({ lease: { $exists: true } })
          .toArray(),
      ),
    );
    return held.flat().map(({ _id, lease }) => `${_id} ${lease.token}`);
  };
  return {
    slack,
    database,
    policy,
    now,
    startBot: async (transport) => {
      const port = await freePort();
      const started = await startBot({ env: env(transport, port), clock, leaseMs });
      const bot: BotProcess = {
        ...started,
        kill: async () => {
          bots.delete(bot);
          await started.kill();
        },
      };
      bots.add(bot);
      bot.setClock(clock);
      slack.deliverTo(transport === 'http' ? `http://127.0.0.1:${port}/slack/events` : 'socket');
      return bot;
    },
    jump: (to) => {
      clock = { at: to.getTime(), real: Date.now() };
      for (const bot of bots) bot.setClock(clock);
    },
    reports,
    claims,
    settled: () =>
      untilSettled({ slack, database, policy, now, reports }, () =>
        [...bots].map((bot) => bot.output().slice(-2000)).join('\n'),
      ),
    stop: async () => {
      await Promise.all([...bots].map((bot) => bot.kill()));
      await store.close();
      await slack.stop();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
