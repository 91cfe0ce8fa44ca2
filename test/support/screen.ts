import { type ReportId, readReportId } from '../../src/report/report-id.js';
import type { Message } from '../../src/sandbox/message-log.js';
import { sandbox } from '../../src/sandbox/sandbox-world.js';
import type { SlackEmulator } from '../../src/sandbox/slack-emulator.js';
import type { OpenView } from '../../src/sandbox/view-stacks.js';

/** The modal on top of a person's screen. @throws when none is open */
export function openModal(slack: SlackEmulator, user: string): OpenView {
  const view = slack.seenBy(user).views.at(-1);
  if (view === undefined) throw new Error(`${user} has no modal open`);
  return view;
}

/** Everything a view or message says, as one text. */
export function textIn(thing: unknown): string {
  const found: string[] = [];
  const walk = (value: unknown, key: string) => {
    if (typeof value === 'string') {
      if (key === 'text' || key === 'initial_value') found.push(value);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) walk(inner, Array.isArray(value) ? key : name);
    }
  };
  // Of a message only its current text, not its earlier versions.
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

/**
 * The cards in the security channel, oldest first. The bot posts digests there besides, and on the real clock it may have said
 * that the known holidays end soon.
 */
export function cardsOn(slack: SlackEmulator): readonly Message[] {
  const posts = postsSeenBy(slack, sandbox.mei, sandbox.securityChannel);
  return posts.filter((post) => keyOf(post) !== 'calendar/ends' && !isDigest(post) && !isWeekly(post));
}

/** What the digests in the security channel say, oldest first. */
export function digests(slack: SlackEmulator): readonly string[] {
  return slack.world.messages.in(sandbox.securityChannel).filter(isDigest).map(textIn);
}

/** The same of the weekly digests. */
export function weeklyDigests(slack: SlackEmulator): readonly string[] {
  return slack.world.messages.in(sandbox.securityChannel).filter(isWeekly).map(textIn);
}

const keyOf = ({ metadata }: Message) => String(metadata?.event_payload.key);
const isDigest = (post: Message) => keyOf(post).startsWith('digest ');
const isWeekly = (post: Message) => keyOf(post).startsWith('week ');

/** The messages with the report button in the channel for reporters, oldest first. */
export function intakeMessagesOn(slack: SlackEmulator): readonly Message[] {
  return postsSeenBy(slack, sandbox.dana, sandbox.reports).filter(({ author }) => author === sandbox.bot);
}

/** @throws when the report has no card */
export function cardOf(slack: SlackEmulator, id: ReportId): Message {
  return lastOf(
    cardsOn(slack).filter((card) => card.text.includes(id)),
    `card of ${id}`,
  );
}

/** The id of the report that a card, or any text, names. */
export function idOn(card: Pick<Message, 'text'> | string): ReportId {
  const text = typeof card === 'string' ? card : card.text;
  const id = readReportId(/VR-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? '');
  if (id === undefined) throw new Error(`no report is named here: ${text}`);
  return id;
}

/** What the bot wrote to a person in private: direct messages. */
export function directMessages(slack: SlackEmulator, user: string): readonly Message[] {
  const { id } = slack.world.directChannel(user);
  return slack.world.messages.in(id);
}

export function threadOf(slack: SlackEmulator, card: Message): readonly Message[] {
  return slack.world.messages.repliesTo(card);
}

/** What only this person sees, newest last. */
export function ephemerals(slack: SlackEmulator, user: string): readonly Message[] {
  return slack.world.messages.all().filter((one) => one.onlyFor === user);
}

export function lastOf<T>(things: readonly T[], what: string): T {
  const last = things.at(-1);
  if (last === undefined) throw new Error(`there is no ${what}`);
  return last;
}

/** The labels of the buttons of a message, by action id. */
export function buttonsOf(message: Message): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const block of message.blocks) {
    for (const element of (block.elements ?? []) as { type: string; action_id?: string; text?: { text: string } }[]) {
      if (element.type === 'button') found[element.action_id ?? ''] = element.text?.text ?? '';
    }
  }
  return found;
}
