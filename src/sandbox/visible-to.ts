import type { Message } from './message-log.js';
import type { OpenView } from './view-stacks.js';
import type { Channel, ShownError, World } from './world.js';

/** What a person sees now, and everything they ever saw. */
export type Seen = Readonly<{
  /** Channels they can open, direct messages included. */
  channels: readonly Channel[];
  /** Messages, thread replies and ephemeral messages, oldest first. */
  messages: readonly Message[];
  /** Open modals; the last one is on the screen. */
  views: readonly OpenView[];
  home: OpenView | undefined;
  errors: readonly ShownError[];
  /**
   * Every string that Slack ever sent to this person's client: texts, blocks with button values, metadata, views with their
   * private_metadata, also of earlier versions and of what was deleted or closed since. Leak tests search here.
   */
  texts: readonly string[];
}>;

/** What one person sees. What they saw in a channel before they left it counts as seen. */
export function visibleTo(world: World, user: string): Seen {
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
