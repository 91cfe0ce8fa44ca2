import { App, type Receiver } from '@slack/bolt';
import type { Log } from '../../handling/log.js';
import type { OwnWorkspace } from '../workspace/own-workspace.js';
import { quietLogger } from '../workspace/quiet-logger.js';

/** How Slack reaches the bot. */
export type Transport = Readonly<
  { mode: 'socket'; appToken: string } | { mode: 'http'; signingSecret: string; host: string; port: number }
>;
export type BoltDeps = Readonly<{
  transport: Transport;
  apiUrl: string;
  botToken: string;
  /** From auth.test: who the bot is, and its workspace. */
  self: Readonly<{ own: OwnWorkspace; user: string; bot: string }>;
  log: Log;
}>;

export type Bolt = Readonly<{
  app: App;
  /** Slack can reach the bot, as far as the bot can tell. */
  connected(): boolean;
}>;

/** A Bolt app with the receiver of the mode, asking nobody who it is: that was asked at the start. */
export async function createBolt({ transport, apiUrl, botToken, self, log }: BoltDeps): Promise<Bolt> {
  const receiver = await createReceiver(transport, apiUrl, log);
  const app = new App({
    receiver,
    // Never the workspace of a payload: from a shared channel it names one that the token is not for.
    authorize: async () => ({
      botToken,
      botId: self.bot,
      botUserId: self.user,
      ...(self.own.orgWide ? {} : { teamId: self.own.team }),
    }),
    clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 } },
    logger: quietLogger(log),
    convoStore: false,
  });
  return { app, connected: () => receiver.connected?.() ?? true };
}

/** Loads only what the mode needs: what speaks WebSocket takes megabytes. */
async function createReceiver(
  transport: Transport,
  apiUrl: string,
  log: Log,
): Promise<Receiver & { connected?: () => boolean }> {
  switch (transport.mode) {
    case 'socket': {
      const { createSocketReceiver } = await import('./socket/socket-receiver.js');
      return createSocketReceiver({ appToken: transport.appToken, apiUrl, log });
    }
    case 'http': {
      const { createHttpReceiver } = await import('./http-receiver.js');
      // Slack dates and signs its requests by the real time, whatever the bot's clock says.
      return createHttpReceiver({ signingSecret: transport.signingSecret, now: () => new Date(), log });
    }
    default:
      return transport satisfies never;
  }
}
