import type { Message } from './message-log.js';
import type { OpenView } from './view-stacks.js';
import type { Channel, ShownError, World } from './world.js';

/** What is before a person's eyes, and what ever was. */
export type Seen = Readonly<{
  /** Channels they can open, direct conversations included. */
  channels: readonly Channel[];
  /** Messages, thread replies and ephemeral messages to them, oldest first. */
  messages: readonly Message[];
  /** Open modals, the top one last. */
  views: readonly OpenView[];
  home: OpenView | undefined;
  errors: readonly ShownError[];
  /**
   * Every string that Slack ever handed to this person's client: text, all of the blocks with button values and metadata,
   * views with private_metadata, earlier states, and what has been deleted or closed since. The oracle of leak tests.
   */
  texts: readonly string[];
}>;

/** Says what one person sees. Ephemeral messages count as seen for ever, as do channels that the person has left. */
export function whatOneSees(world: World, user: string): Seen {
  const channels = world.channels().filter(({ id }) => world.canSee(user, id));
  const open = new Set(channels.map(({ id }) => id));
  const visible = (message: Message) =>
    message.onlyFor === undefined ? open.has(message.channel) : message.onlyFor === user;
  const messages = world.messages.all().filter((message) => !message.deleted && visible(message));
  const errors = world.errors().filter((error) => error.user === user);
  return {
    channels,
    messages,
    views: world.views.stack(user),
    home: world.views.home(user),
    errors,
    // Looked for only when asked: it goes through all that ever was.
    get texts() {
      const everShown = [
        ...messages.map(({ text, blocks, metadata }) => ({ text, blocks, metadata })),
        ...world.messages.all().flatMap(({ versions }) => versions.filter(({ shownTo }) => shownTo.includes(user))),
        ...world.views.everShown(user),
        ...errors.map(({ text }) => text),
      ];
      return [...new Set(everShown.flatMap(strings))];
    },
  };
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
}
