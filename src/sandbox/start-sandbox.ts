import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type BotApp, createApp } from '../app.js';
import { type Config, readConfig } from '../config/read-config.js';
import { defined } from '../report/defined.js';
import { datesInMessages } from './moments-mentioned.js';
import type { PageClock } from './page/page-clock.js';
import { createPageHandler, type PageHandler } from './page/page-handler.js';
import { createSandboxClock } from './sandbox-clock.js';
import { type SandboxFolder, sandboxFolder } from './sandbox-folder.js';
import { createSandboxLanguage, type SandboxLanguage } from './sandbox-language.js';
import { sandbox, sandboxWorld } from './sandbox-world.js';
import { type SlackEmulator, startSlackEmulator } from './slack-emulator.js';

export type SandboxOptions = Readonly<{
  /** The port of the page, on loopback. 4000 if absent, 0 for any free one. */
  port?: number;
  /** How the emulator reaches the bot. `socket` if absent. */
  mode?: 'socket' | 'http';
  /** MONGODB_URI, POLICY_FILE, LOG_LEVEL and MONGOD_BINARY are read from it. The sandbox sets everything else itself. */
  env?: NodeJS.ProcessEnv;
  /** Progress for a person at a terminal. */
  tell?: (line: string) => void;
  /** The clock stands still between jumps, so that screenshots are the same each time. */
  stillClock?: boolean;
}>;

export type Sandbox = Readonly<{
  /** The address of the page. */
  url: string;
  slack: SlackEmulator;
  clock: PageClock;
  /** Resolves when the bot has nothing to do. */
  quiet(): Promise<void>;
  stop(): Promise<void>;
}>;

/**
 * Starts the real bot against the Slack emulator, with a page to use it. Each start has its own keys and data, deleted at the end.
 * In a MongoDB named by MONGODB_URI the data stay, in a database of their own.
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
    const botPort = mode === 'http' ? await freePort() : undefined;
    const configFor = (apiUrl: string) => sandboxConfig(apiUrl, folder, env, { mode, ...defined({ port: botPort }) });

    let app: BotApp | undefined;
    let slack: SlackEmulator | undefined;
    let page: PageHandler | undefined;
    const world = sandboxWorld();
    // The tour begins in English and shows what Mei sees. Wen of the same team reads Chinese.
    world.changePerson(sandbox.mei, { locale: 'en-US' });
    // The clock needs the policy's calendar before the emulator has an address: any loopback address will do to read it.
    const { calendar } = configFor('http://127.0.0.1:1/api/').policy;
    const clock = createSandboxClock({
      calendar,
      still: stillClock,
      deadlines: () => datesInMessages(world, sandbox.securityChannel),
      idle: async () => app?.idle(),
      nextWake: async () => app?.nextWake(),
      moved: () => {
        app?.clockMoved();
        page?.changed();
      },
    });
    const language = createSandboxLanguage(world, () => app?.peopleChanged());
    const started = () => {
      if (slack === undefined) throw new Error('The Slack emulator has not started yet.');
      return slack;
    };
    const pages = createPageHandler(started, clock, language);
    page = pages;
    slack = await startSlackEmulator({ port, world, ...tokens, clock: clock.now, page: pages.handle }).catch(
      explainPort(port),
    );
    stops.push(async () => {
      pages.stop();
      await slack?.stop();
    });
    app = createApp(inLanguage(configFor(slack.apiUrl), language), { clock: clock.now, onProgress: tell });
    await app.start();
    stops.push(() => app?.stop() ?? Promise.resolve());
    if (botPort !== undefined) slack.deliverTo(`http://127.0.0.1:${botPort}/slack/events`);
    const quiet = async () => {
      await slack?.settled();
      await app?.idle();
    };
    await pinReportButton(slack, quiet);
    return { url: slack.url, slack, clock, quiet, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const tokens = {
  botToken: 'xoxb-sandbox',
  appToken: 'xapp-sandbox',
  signingSecret: randomBytes(16).toString('hex'),
};

/** The settings that an operator would write, read as an operator's are. */
function sandboxConfig(
  apiUrl: string,
  folder: SandboxFolder,
  env: NodeJS.ProcessEnv,
  listen: Readonly<{ mode: string; port?: number }>,
): Config {
  const { POLICY_FILE, MONGOD_BINARY, LOG_LEVEL = 'warn', MONGODB_URI = 'local' } = env;
  return readConfig({
    ...defined({ POLICY_FILE, MONGOD_BINARY }),
    LOG_LEVEL,
    MONGODB_URI,
    MONGODB_DATABASE: `vulndesk_sandbox_${randomBytes(4).toString('hex')}`,
    DATA_DIR: folder.path,
    KEYRING_FILE: folder.keyringFile,
    SLACK_API_URL: apiUrl,
    SLACK_MODE: listen.mode,
    SLACK_BOT_TOKEN: tokens.botToken,
    SLACK_APP_TOKEN: tokens.appToken,
    SLACK_SIGNING_SECRET: tokens.signingSecret,
    ...(listen.port === undefined ? {} : { PORT: String(listen.port) }),
    SECURITY_CHANNEL: sandbox.securityChannel,
    INTAKE_CHANNELS: sandbox.reports,
    ANNOUNCE_CHANNEL: sandbox.announcements,
  });
}

/** The security channel speaks the policy's language, or Chinese while the whole sandbox does. */
function inLanguage(config: Config, language: SandboxLanguage): Config {
  const { policy } = config;
  const spoken = () => (language.current() === 'en' ? policy.teamLanguage : language.current());
  return { ...config, policy: Object.defineProperty({ ...policy }, 'teamLanguage', { get: spoken, enumerable: true }) };
}

/** As a lead does it on the first day. The answer to the lead is taken away again. */
async function pinReportButton({ as, world }: SlackEmulator, quiet: () => Promise<void>): Promise<void> {
  await quiet();
  await as(sandbox.mei).command(sandbox.securityChannel, '/vuln setup');
  await quiet();
  for (const message of world.messages.all()) if (message.onlyFor !== undefined) world.messages.delete(message);
}

function explainPort(port: number): (error: unknown) => never {
  return (error) => {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(
      `Port ${port} is in use, perhaps by another sandbox. Stop that one, or choose another port: --port 4001.`,
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
