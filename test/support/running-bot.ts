import { randomBytes } from 'node:crypto';
import { type AddressInfo, createServer } from 'node:net';
import type { Seams } from '../../src/app/seams.js';
import { type BotApp, createApp } from '../../src/app.js';
import { defaultPolicyFile, readPolicy } from '../../src/config/policy.js';
import type { Config } from '../../src/config/read-config.js';
import type { Policy } from '../../src/deadline/policy.js';
import { createLog } from '../../src/ops/log.js';
import type { ReportId } from '../../src/report/report-id.js';
import type { Message } from '../../src/sandbox/message-log.js';
import { sandbox, sandboxWorld } from '../../src/sandbox/sandbox-world.js';
import { type SlackEmulator, startSlackEmulator } from '../../src/sandbox/slack-emulator.js';
import type { World } from '../../src/sandbox/world.js';
import { type FreshDatabase, freshDatabase } from './fresh-database.js';
import { type MovingClock, movingClock } from './moving-clock.js';
import { type People, type Person, peopleOn, personOn } from './person.js';
import { cardOf, cardsOn, lastOf, threadOf } from './screen.js';

export type TransportName = 'http' | 'socket';

/** Tuesday 22 September 2026, 10:00 in Shanghai: before Mid-Autumn and National Day. */
export const tuesday = new Date('2026-09-22T10:00:00+08:00');

const botToken = 'xoxb-test';
const appToken = 'xapp-test';
const signingSecret = '0123456789abcdef0123456789abcdef';

export type RunningBot = Readonly<{
  slack: SlackEmulator;
  app: BotApp;
  clock: MovingClock;
  database: FreshDatabase;
  policy: Policy;
  config: Config;
  /** What Slack signs with, also for a bot that is started beside this one. */
  signingSecret: string;
  /** Every line that a bot logged. */
  logged: string[];
  /** The name of every command that the bot sent to the database. */
  commands: string[];
  /** The sandbox's people: `const { ana, bo } = bot.people`. */
  people: People;
  person(user: string): Person;
  /** The cards in the security channel, oldest first. */
  cards(): readonly Message[];
  /** The card of a report, or the newest card. */
  card(id?: ReportId): Message;
  /** The lines in the thread of a report's card, oldest first. */
  thread(id?: ReportId): readonly Message[];
  /** Moves the clock and waits until everything due by then has been sent. */
  moveTo(at: Date): Promise<void>;
  /** The same by so many milliseconds. */
  pass(ms: number): Promise<void>;
  /** Resolves when the bot has nothing to do. */
  quiet(): Promise<void>;
  stop(): Promise<void>;
}>;

export type BotOptions = Readonly<{
  transport?: TransportName;
  start?: Date;
  /** What is otherwise in the policy. */
  policy?: Partial<Policy>;
  /** Other people and places than the sandbox's. */
  world?: World;
  /** In place of the sandbox's channel for announcements; `null` for none. */
  announce?: string | null;
  /** In place of the run's own MongoDB. */
  uri?: string;
  /** A user group that makes responders. */
  userGroup?: string;
  /** The clock of Slack, if it is another than the bot's. */
  slackClock?: () => Date;
  /** What is otherwise in the seams of the bot. */
  seams?: Pick<Seams, 'leaseMs' | 'stalledMs' | 'inspectMs'>;
  /** With health checks and metrics, at the address in `config.ops`. */
  ops?: true;
  /** What is done before the bot starts, such as writing to its database. */
  before?: (config: Config) => Promise<void>;
  /** In place of `debug`. */
  logLevel?: Config['logLevel'];
}>;

/** The real bot, a real MongoDB and the Slack emulator, started and talking to each other. */
export async function startRunningBot(options: BotOptions = {}): Promise<RunningBot> {
  const { transport = 'socket', start = tuesday } = options;
  const clock = movingClock(start);
  const database = await freshDatabase('bot');
  const world = options.world ?? sandboxWorld();
  const slack = await startSlackEmulator({
    world,
    botToken,
    appToken,
    signingSecret,
    clock: options.slackClock ?? clock.now,
  });
  // A test files more than a person would.
  const forms = { personHour: 500, personDay: 500, workspaceHour: 500 };
  const policy = { ...readPolicy(defaultPolicyFile), forms, ...options.policy };
  const port = transport === 'http' ? await freePort() : 0;
  const announce = options.announce === null ? undefined : (options.announce ?? sandbox.announcements);
  const config: Config = {
    slack: {
      botToken,
      apiUrl: slack.apiUrl,
      ...(transport === 'http'
        ? { mode: 'http', signingSecret, host: '127.0.0.1', port }
        : { mode: 'socket', appToken }),
    },
    channels: {
      security: sandbox.securityChannel,
      intake: [sandbox.reports],
      ...(announce === undefined ? {} : { announce }),
    },
    store: { uri: options.uri ?? database.uri, database: database.database, link: { network: false, lacks: [] } },
    keyring: { active: 'k1', index: 'k1', keys: new Map([['k1', randomBytes(32)]]) },
    dataDir: '',
    policyFile: defaultPolicyFile,
    policy,
    logLevel: options.logLevel ?? 'debug',
    ...(options.userGroup === undefined ? {} : { userGroup: options.userGroup }),
    ...(options.ops === undefined ? {} : { ops: { host: '127.0.0.1', port: await freePort() } }),
  };
  const logged: string[] = [];
  const log = createLog(config.logLevel, { write: (line: string) => void logged.push(line) });
  const commands: string[] = [];
  await options.before?.(config);
  const app = createApp(config, { clock: clock.now, log, onCommand: (name) => commands.push(name), ...options.seams });
  await app.start();
  if (transport === 'http') slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  const quiet = async () => {
    await slack.settled();
    await app.idle();
    await slack.settled();
  };
  const moveTo = async (at: Date) => {
    await quiet();
    clock.moveTo(at);
    app.clockMoved();
    await quiet();
  };
  const cards = () => cardsOn(slack);
  const card = (id?: ReportId) => (id === undefined ? lastOf(cards(), 'card') : cardOf(slack, id));
  return {
    people: peopleOn({ slack, quiet }),
    person: (user) => personOn({ slack, quiet }, user),
    cards,
    card,
    thread: (id) => threadOf(slack, card(id)),
    moveTo,
    pass: (ms) => moveTo(new Date(clock.now().getTime() + ms)),
    slack,
    app,
    clock,
    database,
    policy,
    config,
    signingSecret,
    logged,
    commands,
    quiet,
    stop: async () => {
      await app.stop();
      await slack.stop();
      await database.drop();
    },
  };
}

/** Runs a journey with a bot of its own. */
export async function withBot(options: BotOptions, journey: (bot: RunningBot) => Promise<void>): Promise<void> {
  const bot = await startRunningBot(options);
  try {
    await journey(bot);
  } finally {
    await bot.stop();
  }
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
