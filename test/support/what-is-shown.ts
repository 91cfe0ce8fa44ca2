import type { Message } from '../../src/sandbox/message-log.js';
import type { SlackEmulator } from '../../src/sandbox/slack-emulator.js';
import type { OpenView } from '../../src/sandbox/view-stacks.js';

/** The modal on top of a person's screen. @throws when none is open */
export function openModal(slack: SlackEmulator, user: string): OpenView {
  const view = slack.seenBy(user).views.at(-1);
  if (view === undefined) throw new Error(`${user} has no modal open`);
  return view;
}

/** Everything a view or message says, as one text. */
export function wordsIn(thing: unknown): string {
  const found: string[] = [];
  const walk = (value: unknown, key: string) => {
    if (typeof value === 'string') {
      if (key === 'text' || key === 'initial_value') found.push(value);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) walk(inner, Array.isArray(value) ? key : name);
    }
  };
  // Of a message only what it says now, not what it said before.
  const { text, blocks } = thing as { text?: unknown; blocks?: unknown };
  walk(typeof text === 'string' && Array.isArray(blocks) ? { text, blocks } : thing, '');
  return found.join('\n');
}

/** Messages in a channel that a person sees, without those in threads. */
export function postsSeenBy(slack: SlackEmulator, user: string, channel: string): readonly Message[] {
  return slack
    .seenBy(user)
    .messages.filter((one) => one.channel === channel && one.threadTs === undefined && one.onlyFor === undefined);
}

/** What the bot wrote to a person in private: direct messages. */
export function directMessages(slack: SlackEmulator, user: string): readonly Message[] {
  const { id } = slack.world.directChannel(user);
  return slack.world.messages.in(id);
}

export function threadOf(slack: SlackEmulator, card: Message): readonly Message[] {
  return slack.world.messages.in(card.channel).filter((one) => one.threadTs === card.ts);
}

/** What only this person sees, newest last. */
export function ephemeral(slack: SlackEmulator, user: string): readonly Message[] {
  return slack.world.messages.all().filter((one) => one.onlyFor === user);
}

export function lastOf<T>(things: readonly T[], what: string): T {
  const last = things.at(-1);
  if (last === undefined) throw new Error(`there is no ${what}`);
  return last;
}

/** The labels of the buttons of a message, by action. */
export function buttonsOf(message: Message): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const block of message.blocks) {
    for (const element of (block.elements ?? []) as { type: string; action_id?: string; text?: { text: string } }[]) {
      if (element.type === 'button') found[element.action_id ?? ''] = element.text?.text ?? '';
    }
  }
  return found;
}
