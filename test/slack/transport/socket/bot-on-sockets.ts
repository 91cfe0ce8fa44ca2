import { App } from '@slack/bolt';
import { sandbox, sandboxWorld } from '../../../../src/sandbox/sandbox-world.js';
import { type SlackEmulator, startSlackEmulator } from '../../../../src/sandbox/slack-emulator.js';
import { createSocketReceiver, type SocketReceiver } from '../../../../src/slack/transport/socket/socket-receiver.js';
import type { Pace } from '../../../../src/slack/transport/socket/timings.js';
import { keys } from '../../../sandbox/support/tiny-bot.js';

/** Everything is about a hundred times faster than with Slack. */
export const fastPace: Pace = {
  apartMs: 120,
  helloMs: 1000,
  pingMs: 50,
  lingerMs: 5000,
  answerMs: 3000,
  steadyMs: 20,
  firstPauseMs: 20,
  longestPauseMs: 200,
  graceMs: 300,
};

export type Logged = Readonly<{ what: string; facts: Readonly<Record<string, unknown>> }>;
export type BotOnSockets = Readonly<{
  slack: SlackEmulator;
  receiver: SocketReceiver;
  /** The text of each command that was handled, in order, as often as it was handled. */
  handled: string[];
  logged: readonly Logged[];
  start(): Promise<void>;
  stop(): Promise<void>;
}>;

/** Our receiver under the real Bolt, whose one command answers after `workMs`. Not started. */
export async function botOnSockets(pace: Partial<Pace> = {}, workMs = 15): Promise<BotOnSockets> {
  const slack = await startSlackEmulator({ world: sandboxWorld(), ...keys, clock: () => new Date() });
  const logged: Logged[] = [];
  const note = (what: string, facts: object = {}) => void logged.push({ what, facts: { ...facts } });
  const fail = (what: string) => {
    note(what);
    return 'reference';
  };
  const log = { note, warn: note, fail };
  const { appToken, botToken } = keys;
  const receiver = createSocketReceiver({ appToken, apiUrl: slack.apiUrl, log, pace: { ...fastPace, ...pace } });
  const { botUser, botId } = slack.world.app();
  const teamId = slack.world.home.id;
  const app = new App({
    receiver,
    authorize: () => Promise.resolve({ botToken, botUserId: botUser, botId, teamId }),
    convoStore: false,
  });
  const handled: string[] = [];
  app.command('/vuln', async ({ ack, command }) => {
    handled.push(command.text);
    await new Promise((resolve) => setTimeout(resolve, workMs));
    await ack({ text: `did ${command.text}` });
  });
  app.event('app_mention', async () => void handled.push('mention'));
  return {
    slack,
    receiver,
    handled,
    logged,
    start: async () => void (await receiver.start()),
    stop: async () => {
      await receiver.stop();
      await slack.stop();
    },
  };
}

/** Types a command as somebody of the team. */
export const typed = ({ slack }: BotOnSockets, text: string) =>
  slack.as(sandbox.mei).command(sandbox.general, `/vuln ${text}`);
