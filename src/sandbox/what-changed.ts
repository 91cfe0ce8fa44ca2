import { defined } from '../report/defined.js';
import type { Message } from './message-log.js';
import type { World } from './world.js';

/** Which messages there were, and in which version. */
export type Noted = ReadonlyMap<string, number>;

export function noteMessages(world: World): Noted {
  return new Map(world.messages.all().map((message) => [keyOf(message), message.versions.length]));
}

export type Changed = Readonly<{ message: Message; posted: boolean }>;

/** The messages that are new or were edited since, oldest first. */
export function changedMessages(noted: Noted, world: World): readonly Changed[] {
  return world.messages
    .all()
    .filter((message) => !message.deleted && noted.get(keyOf(message)) !== message.versions.length)
    .map((message) => ({ message, posted: !noted.has(keyOf(message)) }));
}

/** A place with changed messages. */
export type Change = Readonly<{
  channel: string;
  /** The newest of them, and the message whose thread it is in. */
  ts: string;
  thread?: string;
  posted: number;
  edited: number;
}>;

/** What changed since, by place. Ephemeral messages do not count: they answer a person at once. */
export function changesSince(noted: Noted, world: World): readonly Change[] {
  const changed = changedMessages(noted, world).filter(({ message }) => message.onlyFor === undefined);
  return [...new Set(changed.map(({ message }) => message.channel))].map((channel) => {
    const here = changed.filter(({ message }) => message.channel === channel);
    const posted = here.filter((one) => one.posted);
    const { ts, threadTs } = ((posted.at(-1) ?? here.at(-1)) as Changed).message;
    return {
      channel,
      ts,
      ...defined({ thread: threadTs }),
      posted: posted.length,
      edited: here.length - posted.length,
    };
  });
}

const keyOf = ({ channel, ts }: Message) => `${channel} ${ts}`;
