import type { ConversationsHistoryResponse, WebClient } from '@slack/web-api';
import type { CardSeen } from '../../handling/cards-vs-database.js';
import type { Log } from '../../handling/log.js';
import type { CardsSeen } from '../../handling/restore-hold.js';
import { readReportId } from '../../report/report-id.js';
import { askAgainIn, slackCode } from '../workspace/slack-error.js';
import { payloadOf } from './message-key.js';

/** Messages of one page, and the most pages: the newest 5,000 messages of the channel, by half the calls of Slack's minute. */
const [pageSize, mostPages] = [200, 25];

/** The bot's own cards among the newest messages of a channel, with the version that each shows. */
export async function cardsInChannel(
  client: WebClient,
  { channel, bot, log }: Readonly<{ channel: string; bot: string; log: Log }>,
): Promise<CardsSeen> {
  const cards: CardSeen[] = [];
  try {
    let pages = 0;
    let more = false;
    const query = { channel, include_all_metadata: true, limit: pageSize } as const;
    for await (const page of client.paginate('conversations.history', query)) {
      const { messages = [], has_more = false } = page as ConversationsHistoryResponse;
      more = has_more;
      // Another app may write what metadata it likes.
      for (const message of messages) if (message.bot_id === bot) cards.push(...cardIn(message));
      pages += 1;
      if (pages === mostPages) break;
    }
    return { kind: 'seen', cards, ...(more ? { unseen: true as const } : {}) };
  } catch (error) {
    log.warn('cards not read', { code: slackCode(error) ?? 'none' });
    const seconds = askAgainIn(error);
    return seconds === undefined ? { kind: 'unknown' } : { kind: 'later', seconds };
  }
}

function cardIn(message: object): CardSeen[] {
  const { key, version } = payloadOf(message);
  const [, typed] = /^(.+)\/card$/.exec(typeof key === 'string' ? key : '') ?? [];
  const id = readReportId(typed ?? '');
  return id === undefined ? [] : [{ id, ...(typeof version === 'number' ? { version } : {}) }];
}
