import type { WebClient } from '@slack/web-api';
import type { Log } from '../../handling/log.js';
import type { ShownAs } from '../views/surfaces.js';
import { asJson } from '../workspace/blocks-as-json.js';
import { slackCode } from '../workspace/slack-error.js';

/** Sends a colleague a direct message while somebody waits. Returns whether Slack took it: whoever waits is told. */
export type TellPerson = (user: string, shown: ShownAs<'message', 'responder'>) => Promise<boolean>;

export function createTellPerson(client: WebClient, log: Log): TellPerson {
  return async (user, { text, blocks }) => {
    try {
      await client.chat.postMessage({
        channel: user,
        text,
        blocks: asJson(blocks),
        unfurl_links: false,
        unfurl_media: false,
      });
      return true;
    } catch (error) {
      log.warn('colleague not told', { code: slackCode(error) ?? 'none' });
      return false;
    }
  };
}
