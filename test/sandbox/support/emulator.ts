import { sandboxWorld } from '../../../src/sandbox/sandbox-world.js';
import { type SlackEmulator, startSlackEmulator } from '../../../src/sandbox/slack-emulator.js';
import type { App } from '../../../src/sandbox/world.js';
import { type RecordingBot, recordingBot } from './recording-bot.js';
import { keys } from './tiny-bot.js';

/** The emulator of the running test. */
export let slack: SlackEmulator;
/** The bot of the running test, where `emulatorWithBot` started one. */
export let bot: RecordingBot;

type Options = Readonly<{ app?: Partial<App>; clock?: () => Date }>;

/** Starts an emulator before each test and stops it after. `app` changes what the sandbox's app has. */
export function emulator({ app = {}, clock = () => new Date('2026-09-22T02:00:00Z') }: Options = {}): void {
  beforeEach(async () => {
    slack = await startSlackEmulator({ world: sandboxWorld(), ...keys, clock });
    slack.world.changeApp(app);
  });
  afterEach(() => slack.stop());
}

/** The same with a bot that keeps what it is sent. */
export function emulatorWithBot(options: Options = {}): void {
  emulator(options);
  beforeEach(async () => {
    bot = await recordingBot();
    slack.deliverTo(bot.url);
  });
  afterEach(() => bot.stop());
}
