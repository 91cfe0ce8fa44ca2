import { WebClient } from '@slack/web-api';
import type { CardsSeen } from '../../handling/restore-hold.js';
import { postTimeoutMs } from '../workspace/clients.js';
import { quietLogger } from '../workspace/quiet-logger.js';
import { slackCode } from '../workspace/slack-error.js';
import { cardsInChannel } from './cards-in-channel.js';

const silent = { note: () => undefined, warn: () => undefined, fail: () => '' };

/** Reads the cards with a bot token of its own, for the command line. Posts nothing and never throws. */
export async function readCards(
  of: Readonly<{ botToken: string; apiUrl: string; channel: string }>,
): Promise<CardsSeen> {
  const { botToken, apiUrl, channel } = of;
  const client = new WebClient(botToken, {
    slackApiUrl: apiUrl,
    timeout: postTimeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: quietLogger(silent),
  });
  try {
    const { bot_id: bot = '' } = await client.auth.test();
    return await cardsInChannel(client, { channel, bot, log: silent });
  } catch (error) {
    return slackCode(error) === undefined ? { kind: 'later', seconds: 60 } : { kind: 'unknown' };
  }
}
