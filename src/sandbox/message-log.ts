import { defined } from '../report/defined.js';
/** A Block Kit block as it is kept: checked, with the ids that Slack gives where an app gave none. */
export type Block = Readonly<{ type: string; block_id: string; [field: string]: unknown }>;
export type Metadata = Readonly<{ event_type: string; event_payload: Readonly<Record<string, unknown>> }>;

/** What a message says: `text` and mrkdwn are kept raw, as the app sent them. */
export type Content = Readonly<{ text: string; blocks: readonly Block[]; metadata?: Metadata }>;

/** One state of a message, since when it was so, and everybody who could see it at that moment. */
export type Version = Content & Readonly<{ at: Date; shownTo: readonly string[] }>;

export type Message = Content &
  Readonly<{
    channel: string;
    /** Unique in the whole world, grows with every message. */
    ts: string;
    author: string;
    /** The first message of its thread; absent on that one itself. */
    threadTs?: string;
    /** A reply also sent to the channel. */
    broadcast: boolean;
    /** An ephemeral message: only this person sees it. */
    onlyFor?: string;
    editedTs?: string;
    pinned: boolean;
    deleted: boolean;
    /** Every state it was in, oldest first; the last is the current one. */
    versions: readonly Version[];
  }>;

export type Draft = Content &
  Readonly<{ channel: string; author: string; threadTs?: string; broadcast?: boolean; onlyFor?: string }>;

/** Every message of the world, ephemeral and deleted ones too. */
export type MessageLog = Readonly<{
  all(): readonly Message[];
  /** Messages of a channel that are not deleted, oldest first, replies and ephemeral ones included. */
  in(channel: string): readonly Message[];
  /** `undefined` for a deleted message. */
  find(channel: string, ts: string): Message | undefined;
  post(draft: Draft, now: Date): Message;
  edit(message: Message, content: Content, now: Date): Message;
  delete(message: Message): void;
  pin(message: Message, pinned: boolean): void;
}>;

/** `audience` says who can see a channel at this moment. */
export function createMessageLog(audience: (channel: string) => readonly string[], changed: () => void): MessageLog {
  const messages = new Map<string, Message>();
  let lastMicros = 0;

  const key = (channel: string, ts: string) => `${channel} ${ts}`;
  const keep = (message: Message) => {
    messages.set(key(message.channel, message.ts), message);
    changed();
    return message;
  };
  const nextTs = (now: Date) => {
    lastMicros = Math.max(lastMicros + 1, now.getTime() * 1000);
    return `${Math.floor(lastMicros / 1e6)}.${String(lastMicros % 1e6).padStart(6, '0')}`;
  };
  const version = (content: Content, channel: string, onlyFor: string | undefined, at: Date): Version => ({
    at,
    text: content.text,
    blocks: content.blocks,
    ...defined({ metadata: content.metadata }),
    shownTo: onlyFor === undefined ? audience(channel) : [onlyFor],
  });

  return {
    all: () => [...messages.values()],
    in: (channel) => [...messages.values()].filter((one) => one.channel === channel && !one.deleted),
    find: (channel, ts) => {
      const message = messages.get(key(channel, ts));
      return message?.deleted === false ? message : undefined;
    },
    post: (draft, now) =>
      keep({
        ...draft,
        ts: nextTs(now),
        broadcast: draft.broadcast ?? false,
        pinned: false,
        deleted: false,
        versions: [version(draft, draft.channel, draft.onlyFor, now)],
      }),
    edit: (message, content, now) => {
      const { metadata: _, ...rest } = message;
      return keep({
        ...rest,
        ...content,
        editedTs: nextTs(now),
        versions: [...message.versions, version(content, message.channel, message.onlyFor, now)],
      });
    },
    delete: (message) => {
      keep({ ...message, deleted: true });
    },
    pin: (message, pinned) => {
      keep({ ...message, pinned });
    },
  };
}
