import type { WebClient } from '@slack/web-api';
import type { Log } from '../handling/log.js';
import { askAgainIn, slackCode } from './slack-error.js';

/** What was said, as an id and a place: class A, since anybody in the workspace may read a message's metadata. */
export type SaidKey = string;
const eventType = 'vulndesk_said';
/** Messages looked through for a copy. More have not come in while a lease ran. */
const lookBack = 200;

export function said(key: SaidKey): { event_type: string; event_payload: { key: string } } {
  return { event_type: eventType, event_payload: { key } };
}

type Place = Readonly<{ channel: string; threadTs?: string; key: SaidKey }>;

/** `absent` too when the scope `groups:history` isn't granted: then it is said once more. */
export type Copy =
  | Readonly<{ kind: 'found'; ts: string }>
  | Readonly<{ kind: 'absent' }>
  /** Slack could not be asked just now. */
  | Readonly<{ kind: 'later'; seconds: number }>;

/** Looks for a message that says this already. */
export async function findSaid(client: WebClient, place: Place, log: Log): Promise<Copy> {
  const { channel, threadTs, key } = place;
  const asked = { channel, include_all_metadata: true, limit: lookBack } as const;
  try {
    const { messages = [] } =
      threadTs === undefined
        ? await client.conversations.history(asked)
        : await client.conversations.replies({ ...asked, ts: threadTs });
    const ts = messages.find((message) => keyIn(message) === key)?.ts;
    return ts === undefined ? { kind: 'absent' } : { kind: 'found', ts };
  } catch (error) {
    log.warn('could not look for a copy', { code: slackCode(error) ?? 'none' });
    const seconds = askAgainIn(error);
    return seconds === undefined ? { kind: 'absent' } : { kind: 'later', seconds };
  }
}

function keyIn(message: object): unknown {
  const metadata = 'metadata' in message ? (message.metadata as { event_type?: string; event_payload?: object }) : {};
  if (metadata.event_type !== eventType) return undefined;
  return (metadata.event_payload as { key?: unknown } | undefined)?.key;
}
