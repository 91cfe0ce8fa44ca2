import type { Message } from '../message-log.js';
import type { Channel, World } from '../world.js';
import { formattedDate } from './formatted-date.js';
import type { MessageHtml } from './message-html.js';
import type { Viewer } from './viewer.js';

/** A channel or the direct messages of the bot, with the messages that the person sees there. */
export type ChannelOnPage = Readonly<{
  id: string;
  name: string;
  kind: Channel['kind'] | 'shared';
  /** The workspaces that it is shared with, and how many people are in it. */
  sharedWith: readonly string[];
  people: number;
  messages: readonly MessageOnPage[];
}>;

export type MessageOnPage = Readonly<{
  ts: string;
  channel: string;
  author: string;
  app: boolean;
  /** In the person's zone. */
  time: string;
  html: string;
  edited: boolean;
  pinned: boolean;
  /** Only this person sees it. */
  ephemeral: boolean;
  replies: readonly MessageOnPage[];
}>;

type Drawing = Readonly<{ world: World; viewer: Viewer; messageHtml: MessageHtml }>;

export function channelOnPage(channel: Channel, visible: readonly Message[], drawing: Drawing): ChannelOnPage {
  const messages = visible.filter((message) => message.channel === channel.id);
  const repliesTo = ({ ts }: Message) =>
    messages.filter(({ threadTs }) => threadTs === ts).map((reply) => messageOnPage(reply, [], drawing));
  return {
    id: channel.id,
    name: channel.kind === 'im' ? 'Vulndesk' : channel.name,
    kind: channel.sharedWith.length > 0 ? 'shared' : channel.kind,
    sharedWith: channel.sharedWith.map((team) => drawing.world.team(team).name),
    people: channel.members.filter((id) => drawing.world.person(id).role !== 'bot').length,
    messages: messages
      .filter(({ threadTs, broadcast }) => threadTs === undefined || broadcast)
      .map((message) => messageOnPage(message, repliesTo(message), drawing)),
  };
}

function messageOnPage(
  message: Message,
  replies: readonly MessageOnPage[],
  { world, viewer, messageHtml }: Drawing,
): MessageOnPage {
  const author = world.person(message.author);
  return {
    ts: message.ts,
    channel: message.channel,
    author: author.realName,
    app: author.role === 'bot',
    time: formattedDate(Number.parseFloat(message.ts), '{date_short_pretty}, {time}', viewer.reader) ?? '',
    html: messageHtml(message, viewer),
    edited: message.editedTs !== undefined,
    pinned: message.pinned,
    ephemeral: message.onlyFor !== undefined,
    replies,
  };
}
