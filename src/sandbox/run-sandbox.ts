import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type BotApp, createApp } from '../app.js';
import { readConfig } from '../config/read-config.js';
import { namedMoments } from './dates-in-messages.js';
import type { PageClock } from './page/page-clock.js';
import { createPageHandler, type PageHandler } from './page/page-handler.js';
import { createSandboxClock } from './sandbox-clock.js';
import { sandboxFolder } from './sandbox-folder.js';
import { sandbox, sandboxWorld } from './sandbox-world.js';
import { type SlackEmulator, startSlackEmulator } from './slack-emulator.js';

export type SandboxOptions = Readonly<{
  /** Of the page, on loopback. 4000 if absent, 0 for any free one. */
  port?: number;
  /** How the small Slack reaches the bot. `socket` if absent. */
  mode?: 'socket' | 'http';
  /** MONGODB_URI, POLICY_FILE, LOG_LEVEL and MONGOD_BINARY are taken from it; everything else is the sandbox's own. */
  env?: NodeJS.ProcessEnv;
  /** Progress for a person at a terminal. */
  tell?: (line: string) => void;
  /** The clock stands still between jumps: for pictures. */
  stillClock?: boolean;
}>;

export type Sandbox = Readonly<{
  /** Of the page. */
  url: string;
  slack: SlackEmulator;
  clock: PageClock;
  /** Resolves when the bot has nothing to do. */
  quiet(): Promise<void>;
  stop(): Promise<void>;
}>;

/**
 * The real bot against the small Slack, with a page to use it. Every start is a fresh world: keys and data are made for this run
 * and removed at its end (a database named by MONGODB_URI stays, under a name of its own).
 * @throws an Error whose message is a sentence for the person at the terminal
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 4000, mode = 'socket', env = process.env, tell = () => {}, stillClock = false } = options;
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (let next = stops.pop(); next !== undefined; next = stops.pop()) await next();
  };
  try {
    const folder = await sandboxFolder(join('.vulndesk', 'sandbox'));
    stops.push(folder.remove);
    const secrets = {
      botToken: 'xoxb-sandbox',
      appToken: 'xapp-sandbox',
      signingSecret: randomBytes(16).toString('hex'),
    };

    let app: BotApp | undefined;
    let slack: SlackEmulator | undefined;
    const upSlack = () => {
      if (slack === undefined) throw new Error('The small Slack is not up yet.');
      return slack;
    };
    const world = sandboxWorld();
    // The tour is in English and leads through her eyes; Wen of the same team reads Chinese.
    world.changePerson(sandbox.mei, { locale: 'en-US' });
    const botPort = mode === 'http' ? await freePort() : undefined;
    const config = (apiUrl: string) =>
      readConfig({
        ...picked(env, ['POLICY_FILE', 'LOG_LEVEL', 'MONGOD_BINARY', 'MONGODB_URI']),
        LOG_LEVEL: env.LOG_LEVEL ?? 'warn',
        MONGODB_URI: env.MONGODB_URI ?? 'local',
        MONGODB_DATABASE: `vulndesk_sandbox_${randomBytes(4).toString('hex')}`,
        DATA_DIR: folder.path,
        KEYRING_FILE: folder.keyringFile,
        SLACK_API_URL: apiUrl,
        SLACK_MODE: mode,
        SLACK_BOT_TOKEN: secrets.botToken,
        SLACK_APP_TOKEN: secrets.appToken,
        SLACK_SIGNING_SECRET: secrets.signingSecret,
        ...(botPort === undefined ? {} : { PORT: String(botPort) }),
        SECURITY_CHANNEL: sandbox.securityChannel,
        INTAKE_CHANNELS: sandbox.reports,
        ANNOUNCE_CHANNEL: sandbox.announcements,
      });
    // The policy's calendar is needed for the clock before there is an address: any loopback address will do to read it.
    const { calendar } = config('http://127.0.0.1:1/api/').policy;
    const quiet = async () => {
      await slack?.settled();
      await app?.idle();
    };
    let page: PageHandler | undefined;
    const clock = createSandboxClock({
      calendar,
      still: stillClock,
      deadlines: () => namedMoments(world, sandbox.securityChannel),
      idle: async () => app?.idle(),
      nextWake: async () => app?.nextWake(),
      moved: () => {
        app?.clockMoved();
        page?.changed();
      },
    });
    const pages = createPageHandler(upSlack, clock);
    page = pages;
    slack = await startSlackEmulator({ port, world, ...secrets, clock: clock.now, page: pages.handle }).catch(
      portTaken(port),
    );
    stops.push(async () => {
      pages.stop();
      await slack?.stop();
    });
    app = createApp(config(slack.apiUrl), { clock: clock.now, tell });
    await app.start();
    stops.push(() => app?.stop() ?? Promise.resolve());
    if (botPort !== undefined) slack.deliverTo(`http://127.0.0.1:${botPort}/slack/events`);
    await quiet();
    return { url: slack.url, slack, clock, quiet, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Runs the sandbox until Ctrl-C (or SIGTERM), and says what to do with it. */
export async function runSandbox(options: SandboxOptions = {}): Promise<void> {
  const { tell = (line: string) => process.stderr.write(`${line}\n`) } = options;
  tell('Starting the sandbox: a small Slack, a real MongoDB and the bot, all on this computer …');
  const { url, stop } = await startSandbox({ ...options, tell });
  tell(`
  The sandbox is up:  ${url}

  Open this address in a browser and follow the five steps at the top; they take two minutes.
  Each start begins afresh; what you do is gone when it ends. Ctrl-C ends it.
`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  tell('Ending the sandbox …');
  await stop();
}

function picked(env: NodeJS.ProcessEnv, names: readonly string[]): NodeJS.ProcessEnv {
  return Object.fromEntries(names.filter((name) => env[name] !== undefined).map((name) => [name, env[name]]));
}

function portTaken(port: number): (error: unknown) => never {
  return (error) => {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(
      `Port ${port} is in use: perhaps another sandbox is running. End that one, or name another port (--port 4001).`,
    );
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('No free port was found.');
  return address.port;
}
