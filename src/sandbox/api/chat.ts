import { defined } from '../../report/defined.js';
import { withGeneratedIds } from '../generated-ids.js';
import { refusalOfMessage } from '../limits/messages.js';
import { isObject, type Json } from '../limits/shape.js';
import type { Content, Message, Metadata } from '../message-log.js';
import { joinedChannel, knownPerson, postingChannel } from './access.js';
import { ApiError, throwRefusal } from './api-error.js';
import { type Arguments, isOn, optional, required } from './arguments.js';
import { messageObject } from './message-object.js';
import type { ApiContext, Method } from './method.js';

const scope = 'chat:write';

export const chat: Readonly<Record<string, Method>> = {
  'chat.postMessage': {
    scope,
    run: (context) => {
      const { world, args, now } = context;
      const channel = postingChannel(world, required(args, 'channel'));
      const content = readContent(args);
      const threadTs = thread(context, channel.id);
      const broadcast = isOn(args, 'reply_broadcast') && threadTs !== undefined;
      if (isOn(args, 'reply_broadcast') && optional(args, 'thread_ts') === undefined)
        throw new ApiError('invalid_arguments', ['[ERROR] reply_broadcast needs thread_ts']);
      const author = world.app().botUser;
      const place = { channel: channel.id, author, broadcast };
      const message = world.messages.post({ ...content, ...place, ...defined({ threadTs }) }, now());
      return { channel: channel.id, ts: message.ts, message: messageObject(world, message) };
    },
  },
  'chat.update': {
    scope,
    run: (context) => {
      const { world, args, now } = context;
      const message = ownMessage(context, 'cant_update_message');
      if (world.channel(message.channel).archived) throw new ApiError('is_archived');
      const content = readContent({ ...kept(message, args), ...args }, true);
      const updated = world.messages.edit(message, content, now());
      return { channel: message.channel, ts: message.ts, text: updated.text, message: messageObject(world, updated) };
    },
  },
  'chat.delete': {
    scope,
    run: (context) => {
      const message = ownMessage(context, 'cant_delete_message');
      context.world.messages.delete(message);
      return { channel: message.channel, ts: message.ts };
    },
  },
  'chat.postEphemeral': {
    scope,
    run: (context) => {
      const { world, args, now } = context;
      const channel = postingChannel(world, required(args, 'channel'));
      const user = knownPerson(world, required(args, 'user'));
      if (user.deactivated || !channel.members.includes(user.id)) throw new ApiError('user_not_in_channel');
      const threadTs = thread(context, channel.id);
      const place = { channel: channel.id, author: world.app().botUser, onlyFor: user.id };
      const content = readContent(args);
      const { ts } = world.messages.post({ ...content, ...place, ...defined({ threadTs }) }, now());
      return { message_ts: ts };
    },
  },
  'chat.getPermalink': {
    run: ({ world, args, url }) => {
      const { id } = joinedChannel(world, required(args, 'channel'));
      const ts = required(args, 'message_ts');
      const message = world.messages.find(id, ts);
      if (message === undefined || message.onlyFor !== undefined) throw new ApiError('message_not_found');
      const root = message.threadTs === undefined ? '' : `?thread_ts=${message.threadTs}&cid=${id}`;
      return { channel: id, permalink: `${url}/archives/${id}/p${ts.replace('.', '')}${root}` };
    },
  },
};

/** Text, blocks and metadata of a call. Stricter than Slack: plain text may not ping and attachments are refused. @throws ApiError */
export function readContent(args: Arguments, updating = false): Content {
  const { text, blocks, metadata } = args;
  if (args.attachments !== undefined && JSON.stringify(args.attachments) !== '[]')
    throw new ApiError('invalid_attachments', ['[ERROR] the emulator shows blocks only']);
  if (isOn(args, 'link_names') || optional(args, 'parse') === 'full')
    throw new ApiError('invalid_arguments', ['[ERROR] link_names and parse=full would ping out of plain text']);
  throwRefusal(refusalOfMessage({ text, blocks, metadata }, updating));
  const own = isObject(metadata) && Object.keys(metadata).length > 0 ? { metadata: metadata as Metadata } : {};
  return { text: String(text), blocks: withGeneratedIds((blocks ?? []) as readonly Json[]), ...own };
}

/** Slack takes a reply to a message that is gone as well, and posts it in the channel as if no thread had been named. */
function thread({ world, args }: ApiContext, channel: string): string | undefined {
  const ts = optional(args, 'thread_ts');
  const root = ts === undefined ? undefined : world.messages.find(channel, ts);
  if (root === undefined || root.onlyFor !== undefined) return undefined;
  if (root.threadTs !== undefined)
    throw new ApiError('cannot_reply_to_message', ['[ERROR] thread_ts is a reply itself']);
  return ts;
}

/** What an update does not name stays. New blocks need a text of their own. */
function kept({ text, blocks, metadata }: Message, args: Arguments): Arguments {
  return { ...(args.blocks === undefined ? { text, blocks } : {}), ...defined({ metadata }) };
}

function ownMessage({ world, args }: ApiContext, notOwn: string): Message {
  const channel = required(args, 'channel');
  if (world.people().some(({ id }) => id === channel)) throw new ApiError('channel_not_found');
  const { id } = joinedChannel(world, channel);
  const message = world.messages.find(id, required(args, 'ts'));
  if (message === undefined || message.onlyFor !== undefined) throw new ApiError('message_not_found');
  if (message.author !== world.app().botUser) throw new ApiError(notOwn);
  return message;
}
