import type { ConversationsRepliesResponse, WebClient } from '@slack/web-api';
import type { Log } from '../../handling/log.js';
import { defined } from '../../report/defined.js';
import { askAgainIn, slackCode } from '../workspace/slack-error.js';

/** What was said, as an id and a place: class A, since anybody in the workspace may read a message's metadata. */
export type MessageKey = string;
const eventType = 'vulndesk_said';
/** Messages of a channel looked through for a copy, the newest first. More have not come in while a lease ran. Slack gives 999. */
const lookBack = 500;
/** Messages of a thread looked through at once. */
const pageSize = 200;
/** A thread begins with its oldest, so that all of it is looked through; longer than so many times as much is none. */
const mostPages = 10;

/** `version`: the report's, on a card. By it a database that is older than the channel is noticed. */
export function messageMetadata(
  key: MessageKey,
  version?: number,
): { event_type: string; event_payload: { key: string; version?: number } } {
  return { event_type: eventType, event_payload: { key, ...defined({ version }) } };
}

/** `gone`: messages that cannot be edited any more, and are no copies to find. */
type Place = Readonly<{ channel: string; threadTs?: string; key: MessageKey; gone?: readonly string[] }>;

/** `absent` too when the scope `groups:history` isn't granted: then it is said once more. */
export type Copy =
  | Readonly<{ kind: 'found'; ts: string }>
  | Readonly<{ kind: 'absent' }>
  /** Slack could not be asked just now. */
  | Readonly<{ kind: 'later'; seconds: number }>;

/** Looks for a message that says this already. */
export async function findMessage(client: WebClient, place: Place, log: Log): Promise<Copy> {
  const { channel, threadTs, key, gone = [] } = place;
  const query = { channel, include_all_metadata: true } as const;
  const copyIn = (messages: readonly Readonly<{ ts?: string }>[] = []) =>
    messages.find((message) => keyIn(message) === key && !gone.includes(message.ts ?? ''))?.ts;
  try {
    let ts: string | undefined;
    if (threadTs === undefined)
      ts = copyIn((await client.conversations.history({ ...query, limit: lookBack })).messages);
    else {
      let pages = 0;
      for await (const page of client.paginate('conversations.replies', { ...query, limit: pageSize, ts: threadTs })) {
        ts = copyIn((page as ConversationsRepliesResponse).messages);
        pages += 1;
        if (ts !== undefined || pages === mostPages) break;
      }
    }
    return ts === undefined ? { kind: 'absent' } : { kind: 'found', ts };
  } catch (error) {
    log.warn('could not look for a copy', { code: slackCode(error) ?? 'none' });
    const seconds = askAgainIn(error);
    return seconds === undefined ? { kind: 'absent' } : { kind: 'later', seconds };
  }
}

function keyIn(message: object): unknown {
  return payloadOf(message).key;
}

/** What the bot noted on a message of its own; empty on any other. */
export function payloadOf(message: object): Readonly<{ key?: unknown; version?: unknown }> {
  const metadata = 'metadata' in message ? (message.metadata as { event_type?: string; event_payload?: object }) : {};
  return metadata.event_type === eventType ? (metadata.event_payload ?? {}) : {};
}
