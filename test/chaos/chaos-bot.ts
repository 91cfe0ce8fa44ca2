import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { defaultPolicyFile, readPolicy } from '../../src/config/policy.js';
import { createHandle, type Handle } from '../../src/handling/handle.js';
import { createSubmit, type SubmitForm } from '../../src/handling/submit-report.js';
import { sandbox, sandboxWorld } from '../../src/sandbox/sandbox-world.js';
import { startSlackEmulator } from '../../src/sandbox/slack-emulator.js';
import { openStore } from '../../src/store/open-store.js';
import { freshDatabase } from '../support/fresh-database.js';
import { freePort, type TransportName, tuesday } from '../support/running-bot.js';
import { type BotProcess, startBot } from './bot-process.js';
import { type Observed, untilSettled } from './settled.js';
import { clockAt } from './shared-clock.js';

/** A lease just longer than a post may take, so that a crash is over soon. Milliseconds. */
export const leaseMs = 11_000;

export type ChaosBot = Observed &
  Readonly<{
    /** What a bot of this bot is told by its environment. */
    settings(transport: TransportName, port?: number): Readonly<Record<string, string>>;
    /** A bot in a process of its own, reachable when this resolves. Over HTTP, Slack delivers to the latest. */
    startBot(transport: TransportName): Promise<BotProcess>;
    /** What people do to a report, without their hands: the bots find it when they look. */
    handle: Handle;
    submit: SubmitForm;
    /** Moves the clock of everybody. */
    jump(to: Date): void;
    /** The claims that hold a document now, by document: what a bot that is killed had begun. */
    claims(): Promise<readonly string[]>;
    /** Resolves when nothing is due and nobody holds a lease. @throws when that takes longer than 90 s */
    settled(): Promise<void>;
    stop(): Promise<void>;
  }>;

/**
 * One Slack emulator, one database, and as many bots in processes of their own as are started. It is Tuesday at the start, unless
 * another moment is given.
 */
export async function startChaosBot({ at = tuesday }: { at?: Date } = {}): Promise<ChaosBot> {
  const database = await freshDatabase('chaos');
  const folder = await mkdtemp(join(tmpdir(), 'vulndesk-chaos-'));
  const key = randomBytes(32);
  const keyringFile = join(folder, 'keyring.json');
  const ring = { active: 'k1', keys: { k1: key.toString('base64') } };
  await writeFile(keyringFile, JSON.stringify(ring), { mode: 0o600 });
  const policyFile = await generousPolicy(folder);
  let clock = { at: at.getTime(), real: Date.now() };
  const now = () => clockAt(clock);
  const secrets = { botToken: 'xoxb-chaos', appToken: 'xapp-chaos', signingSecret: '0123456789abcdef' };
  const slack = await startSlackEmulator({ world: sandboxWorld(), ...secrets, clock: now });
  const store = await openStore({
    ...{ uri: database.uri, database: database.database },
    ring: { active: 'k1', index: 'k1', keys: new Map([['k1', key]]) },
  });
  const policy = readPolicy(policyFile);
  const deeds = { reports: store.reports, policy, clock: now, saved: () => undefined };
  const bots = new Set<BotProcess>();
  const collections = ['reports', 'desk'] as const;

  const settings = (transport: TransportName, port = 0) => ({
    SLACK_BOT_TOKEN: secrets.botToken,
    SLACK_APP_TOKEN: secrets.appToken,
    SLACK_SIGNING_SECRET: secrets.signingSecret,
    SLACK_MODE: transport,
    SLACK_API_URL: slack.apiUrl,
    PORT: String(port),
    SECURITY_CHANNEL: sandbox.securityChannel,
    ANNOUNCE_CHANNEL: sandbox.announcements,
    MONGODB_URI: database.uri,
    MONGODB_DATABASE: database.database,
    KEYRING_FILE: keyringFile,
    POLICY_FILE: policyFile,
  });
  const reports = () => store.reports.list({ limit: 10_000 }).then((page) => page.reports);
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
    settings,
    handle: createHandle(deeds),
    submit: createSubmit({ ...deeds, current: { known: () => policy } }),
    startBot: async (transport) => {
      const port = await freePort();
      const started = await startBot({ env: settings(transport, port), clock, leaseMs });
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

/** The policy of the project, but for how many forms somebody may open: a test files more than a person would. */
async function generousPolicy(folder: string): Promise<string> {
  await cp(dirname(defaultPolicyFile), join(folder, 'policy'), { recursive: true });
  const file = join(folder, 'policy', basename(defaultPolicyFile));
  const text = await readFile(defaultPolicyFile, 'utf8');
  await writeFile(file, text.replace(/^( {2}(?:personHour|personDay|workspaceHour)): \d+$/gm, '$1: 1000'));
  return file;
}
