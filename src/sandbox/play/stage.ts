import { formatDay } from '../../deadline/format-time.js';
import { localDate, localTime } from '../../deadline/local-date.js';
import type { Message } from '../message-log.js';
import { sandbox } from '../sandbox-world.js';
import type { Sandbox } from '../start-sandbox.js';
import type { OpenView } from '../view-stacks.js';
import { placedElements } from '../view-state.js';
import { changedMessages, noteMessages } from '../what-changed.js';
import { blocksAsText, mrkdwnAsText, type TextReader } from './blocks-as-text.js';

/** Where the story is played: it tells what somebody does, and then what the bot wrote because of it. */
export type Stage = Readonly<{
  step(title: string): void;
  /** Says in a sentence what is done, does it, waits for the bot, and prints every message that came of it. */
  act(what: string, act: () => Promise<unknown>): Promise<void>;
  /** Prints the modal that somebody has open. */
  showModal(user: string): void;
  /** Prints the messages of a channel as somebody sees them. */
  showChannel(user: string, channel: string): void;
  /** The modal that somebody has open. @throws when there is none */
  modalOf(user: string): OpenView;
  /** Presses the button with this label on the newest message of a channel that has it. @throws when none has it */
  press(user: string, channel: string, label: string): Promise<unknown>;
}>;

export function createStage({ slack, clock, quiet }: Sandbox, out: (line: string) => void): Stage {
  const { world } = slack;
  const readerFor = (user: string): TextReader => {
    const { tz: zone, locale } = world.person(user);
    const nameOf = (id: string) => (id.startsWith('C') ? world.channel(id).name : world.person(id).realName);
    return { zone, locale, now: clock.now(), nameOf };
  };
  const indented = (lines: readonly string[]) => {
    for (const line of lines) out(line === '' ? '' : `    ${line}`);
    out('');
  };
  const print = (message: Message, head: string) => {
    const reader = readerFor(readerOf(message));
    out(`  ${head}`);
    const { blocks, text } = message;
    indented(blocks.length > 0 ? blocksAsText(blocks, reader) : mrkdwnAsText(text, reader).split('\n'));
  };
  /** Whoever a message is for; what a channel says is read by the one who plays the team. */
  const readerOf = ({ onlyFor, channel }: Message) => {
    const { kind, members } = world.channel(channel);
    return onlyFor ?? (kind === 'im' ? members.find((id) => id !== sandbox.bot) : undefined) ?? sandbox.mei;
  };
  const placeOf = (message: Message) => {
    const { kind, name } = world.channel(message.channel);
    if (kind === 'im') return `to ${world.person(readerOf(message)).realName}, as a direct message`;
    const thread = message.threadTs === undefined ? `in #${name}` : `in #${name}, in a thread`;
    return message.onlyFor === undefined ? thread : `in #${name}, only for ${world.person(message.onlyFor).realName}`;
  };
  const modalOf = (user: string) => {
    const view = slack.seenBy(user).views.at(-1);
    if (view === undefined) throw new Error(`${world.person(user).realName} has no form open.`);
    return view;
  };
  const moment = () => {
    const now = clock.now();
    return `${formatDay(localDate(now, clock.zone), 'en')}, ${localTime(now, clock.zone)}`;
  };

  return {
    step: (title) => out(`== ${title} ==\n`),
    act: async (what, act) => {
      const noted = noteMessages(world);
      out(`> ${moment()}. ${what}\n`);
      await act();
      await quiet();
      for (const { message, posted } of changedMessages(noted, world)) {
        const author = world.person(message.author).realName;
        print(message, `${author}${posted ? '' : ' updates its message'} ${placeOf(message)}:`);
      }
    },
    showModal: (user) => {
      const { content } = modalOf(user);
      const reader = readerFor(user);
      out(`  ${world.person(user).realName} sees the form “${content.title?.text ?? ''}”:`);
      const buttons = [content.submit?.text, content.close?.text].filter((text) => text !== undefined);
      indented([...blocksAsText(content.blocks, reader), buttons.map((text) => `[${text}]`).join(' ')]);
    },
    showChannel: (user, channel) => {
      for (const message of slack.seenBy(user).messages)
        if (message.channel === channel)
          print(message, `${world.person(user).realName} sees in #${world.channel(channel).name}:`);
    },
    modalOf,
    press: async (user, channel, label) => {
      const messages = slack.seenBy(user).messages.filter((message) => message.channel === channel);
      for (const { ts, blocks } of messages.toReversed()) {
        const placed = placedElements(blocks).find(({ element }) => labelOf(element) === label);
        if (placed !== undefined)
          return slack
            .as(user)
            .press({ message: { channel, ts }, block: placed.block.block_id }, placed.element.action_id);
      }
      throw new Error(`Nothing in #${world.channel(channel).name} has a button “${label}”.`);
    },
  };
}

const labelOf = ({ text }: Readonly<Record<string, unknown>>) => (text as { text?: string } | undefined)?.text;
