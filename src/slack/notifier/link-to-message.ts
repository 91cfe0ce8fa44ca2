import type { WebClient } from '@slack/web-api';
import type { Log } from '../../handling/log.js';
import type { MessageRef } from '../../handling/tracked-report.js';
import { slackCode } from '../workspace/slack-error.js';

/** Where Slack's clients open a message; `undefined` while Slack doesn't say. */
export async function linkTo(client: WebClient, { channel, ts }: MessageRef, log: Log): Promise<string | undefined> {
  try {
    return (await client.chat.getPermalink({ channel, message_ts: ts })).permalink;
  } catch (error) {
    log.warn('no link to a message', { code: slackCode(error) ?? 'none' });
    return undefined;
  }
}
