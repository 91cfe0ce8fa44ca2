import { App, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../handling/log.js';
import { quietLogger } from './quiet-logger.js';

/** How Slack reaches the bot. */
export type Transport = Readonly<
  { mode: 'socket'; appToken: string } | { mode: 'http'; signingSecret: string; host: string; port: number }
>;
export type BoltParts = Readonly<{
  transport: Transport;
  apiUrl: string;
  botToken: string;
  /** From auth.test: who the bot is, and its workspace. */
  self: Readonly<{ team: string; user: string; bot: string }>;
  log: Log;
}>;

/** The one path that Slack posts to over HTTP. */
export const slackPath = '/slack/events';

/** A Bolt app with the receiver of the mode, asking nobody who it is: that was asked at the start. */
export function createBolt({ transport, apiUrl, botToken, self, log }: BoltParts): App {
  return new App({
    receiver: createReceiver(transport, apiUrl, log),
    // Always the home workspace: from a shared channel a payload names another, which the token is not for.
    authorize: async () => ({ botToken, botId: self.bot, botUserId: self.user, teamId: self.team }),
    clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 } },
    logger: quietLogger(log),
    convoStore: false,
  });
}

function createReceiver(transport: Transport, apiUrl: string, log: Log): Receiver {
  const logger = quietLogger(log);
  switch (transport.mode) {
    case 'socket':
      return new SocketModeReceiver({
        appToken: transport.appToken,
        logger,
        // Connections are refreshed every few hours; a refused one is asked for again, ever more slowly, up to a minute apart.
        installerOptions: {
          clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 10_000, factor: 1.5, maxTimeout: 60_000 } },
        },
      });
    case 'http':
      return new HTTPReceiver({
        signingSecret: transport.signingSecret,
        endpoints: slackPath,
        port: transport.port,
        logger,
        // The largest form has about 10 kB; a view's limit is 250 kB.
        bodyLimit: 512 * 1024,
      });
    default:
      return transport satisfies never;
  }
}
