import { defined } from '../report/defined.js';

/** A Block Kit block that passed the checks, with an id in any case. */
export type Block = Readonly<{ type: string; block_id: string; [field: string]: unknown }>;
export type Metadata = Readonly<{ event_type: string; event_payload: Readonly<Record<string, unknown>> }>;

/** The content of a message. `text` and mrkdwn are kept as the app sent them. */
export type Content = Readonly<{ text: string; blocks: readonly Block[]; metadata?: Metadata }>;

/** One version of a message: since when it was so, and who could see it at that moment. */
export type Version = Content & Readonly<{ at: Date; shownTo: readonly string[] }>;

export type Message = Content &
  Readonly<{
    channel: string;
    /** Unique among all channels, and growing. */
    ts: string;
    author: string;
    /** The ts of the thread's first message; absent on that message itself. */
    threadTs?: string;
    /** A thread reply that was also sent to the channel. */
    broadcast: boolean;
    /** An ephemeral message: only this person sees it. */
    onlyFor?: string;
    editedTs?: string;
    pinned: boolean;
    deleted: boolean;
    /** Oldest first; the last one is the current version. */
    versions: readonly Version[];
  }>;

export type Draft = Content &
  Readonly<{ channel: string; author: string; threadTs?: string; broadcast?: boolean; onlyFor?: string }>;

/** All messages, ephemeral and deleted ones included. */
export type MessageLog = Readonly<{
  all(): readonly Message[];
  /** The messages of a channel without the deleted ones, oldest first. Replies and ephemeral messages are included. */
  in(channel: string): readonly Message[];
  /** The replies to a message without the deleted ones, oldest first, ephemeral ones included. */
  repliesTo(message: Pick<Message, 'channel' | 'ts'>): readonly Message[];
  /** `undefined` for a deleted message. */
  find(channel: string, ts: string): Message | undefined;
  post(draft: Draft, now: Date): Message;
  edit(message: Message, content: Content, now: Date): Message;
  delete(message: Message): void;
  pin(message: Message, pinned: boolean): void;
}>;

/** `audience` gives the people who can see a channel now. */
export function createMessageLog(audience: (channel: string) => readonly string[], changed: () => void): MessageLog {
  const messages = new Map<string, Message>();
  const byPlace = new Map<string, Map<string, Message>>();
  let lastMicros = 0;

  const key = (channel: string, ts: string) => `${channel} ${ts}`;
  /** `place`: a channel, or the key of a thread's first message. */
  const keepIn = (place: string, message: Message) => {
    const there = byPlace.get(place) ?? new Map<string, Message>();
    byPlace.set(place, there);
    // A message that was there already keeps its place among the others.
    there.set(message.ts, message);
  };
  const standingIn = (place: string) => [...(byPlace.get(place)?.values() ?? [])].filter(({ deleted }) => !deleted);
  const keep = (message: Message) => {
    const { channel, ts, threadTs } = message;
    messages.set(key(channel, ts), message);
    keepIn(channel, message);
    if (threadTs !== undefined) keepIn(key(channel, threadTs), message);
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
    in: standingIn,
    repliesTo: ({ channel, ts }) => standingIn(key(channel, ts)),
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
