import type { Message } from '../message-log.js';
import type { Channel, World } from '../world.js';
import { directChannel, joinedChannel, needChannelScope, needScope, visibleChannel } from './access.js';
import { ApiError } from './api-error.js';
import { type Arguments, isOn, optional, page, required } from './arguments.js';
import { messageObject } from './message-object.js';
import type { Method } from './method.js';

export const conversations: Readonly<Record<string, Method>> = {
  'conversations.info': {
    run: ({ world, args }) => {
      const channel = visibleChannel(world, required(args, 'channel'));
      needChannelScope(world, channel, 'read');
      const count = isOn(args, 'include_num_members') ? { num_members: channel.members.length } : {};
      return { channel: { ...channelObject(world, channel), ...count } };
    },
  },
  'conversations.members': {
    run: ({ world, args }) => {
      const channel = visibleChannel(world, required(args, 'channel'));
      needChannelScope(world, channel, 'read');
      const { items, cursor } = page(args, channel.members);
      return { members: items, response_metadata: { next_cursor: cursor } };
    },
  },
  'conversations.list': {
    run: ({ world, args }) => {
      const types = (optional(args, 'types') ?? 'public_channel').split(',').map((type) => type.trim());
      const kinds = types.map((type) => ({ public_channel: 'public', private_channel: 'private', im: 'im' })[type]);
      if (kinds.includes(undefined)) throw new ApiError('invalid_types');
      if (kinds.includes('public')) needScope(world, 'channels:read');
      if (kinds.includes('private')) needScope(world, 'groups:read');
      if (kinds.includes('im')) needScope(world, 'im:read');
      const visible = world
        .channels()
        .filter(
          ({ kind, members }) => kinds.includes(kind) && (kind === 'public' || members.includes(world.app().botUser)),
        )
        .filter(({ archived }) => !(archived && isOn(args, 'exclude_archived')));
      const { items, cursor } = page(args, visible);
      return {
        channels: items.map((channel) => channelObject(world, channel)),
        response_metadata: { next_cursor: cursor },
      };
    },
  },
  'conversations.open': {
    scope: 'im:write',
    run: ({ world, args }) => {
      const users = required(args, 'users').split(',');
      if (users.length > 1) needScope(world, 'mpim:write');
      const there = world.channels().length;
      const channel = directChannel(world, String(users[0]), 'user_not_visible');
      const known = there === world.channels().length;
      const full = isOn(args, 'return_im') ? channelObject(world, channel) : { id: channel.id };
      return { channel: full, ...(known ? { no_op: true, already_open: true } : {}) };
    },
  },
  'conversations.join': {
    scope: 'channels:join',
    run: ({ world, args }) => {
      const channel = visibleChannel(world, required(args, 'channel'));
      if (channel.kind !== 'public') throw new ApiError('method_not_supported_for_channel_type');
      if (channel.archived) throw new ApiError('is_archived');
      world.join(channel.id, world.app().botUser);
      return { channel: channelObject(world, world.channel(channel.id)) };
    },
  },
  'conversations.history': {
    run: ({ world, args }) => {
      const channel = joinedChannel(world, required(args, 'channel'));
      needChannelScope(world, channel, 'history');
      const roots = forEverybody(world.messages.in(channel.id)).filter(
        ({ threadTs, broadcast }) => threadTs === undefined || broadcast,
      );
      return {
        ...messagePage(world, args, roots.filter(within(args)).reverse()),
        pin_count: roots.filter(({ pinned }) => pinned).length,
        channel_actions_ts: null,
        channel_actions_count: 0,
      };
    },
  },
  'conversations.replies': {
    run: ({ world, args }) => {
      const channel = joinedChannel(world, required(args, 'channel'));
      needChannelScope(world, channel, 'history');
      const ts = required(args, 'ts');
      const root = world.messages.find(channel.id, ts);
      const replies = world.messages.repliesTo({ channel: channel.id, ts });
      const thread = forEverybody(root === undefined ? replies : [root, ...replies]);
      if (thread.length === 0) throw new ApiError('thread_not_found');
      return messagePage(
        world,
        args,
        thread.filter((message) => message.ts === ts || within(args)(message)),
      );
    },
  },
};

const forEverybody = (messages: readonly Message[]) => messages.filter(({ onlyFor }) => onlyFor === undefined);

/** Between `oldest` and `latest`; these two themselves only with `inclusive`. */
function within(args: Arguments): (message: Message) => boolean {
  const oldest = Number(optional(args, 'oldest') ?? 0);
  const latest = Number(optional(args, 'latest') ?? Number.POSITIVE_INFINITY);
  if (Number.isNaN(oldest)) throw new ApiError('invalid_ts_oldest');
  if (Number.isNaN(latest)) throw new ApiError('invalid_ts_latest');
  const inclusive = isOn(args, 'inclusive');
  return ({ ts }) =>
    (Number(ts) > oldest && Number(ts) < latest) || (inclusive && [oldest, latest].includes(Number(ts)));
}

function messagePage(world: World, args: Arguments, messages: readonly Message[]) {
  const all = isOn(args, 'include_all_metadata');
  const { items, cursor } = page(args, messages);
  return {
    messages: items.map((message) => messageObject(world, message, all)),
    has_more: cursor !== '',
    ...(cursor === '' ? {} : { response_metadata: { next_cursor: cursor } }),
  };
}

/** docs.slack.dev/reference/objects/conversation-object. For sharing: docs.slack.dev/apis/slack-connect. */
function channelObject(world: World, channel: Channel): Readonly<Record<string, unknown>> {
  const { id, kind, name, members, sharedWith, pendingExtShared, orgShared, archived } = channel;
  const { botUser } = world.app();
  const external = sharedWith.length > 0;
  const shared = {
    is_shared: external || orgShared,
    is_ext_shared: external,
    is_org_shared: orgShared,
    is_pending_ext_shared: pendingExtShared,
    pending_shared: [],
    pending_connected_team_ids: [],
    context_team_id: world.home.id,
    shared_team_ids: [world.home.id, ...sharedWith],
  };
  if (kind === 'im')
    return {
      id,
      is_im: true,
      is_archived: archived,
      is_org_shared: false,
      user: members.find((one) => one !== botUser),
    };
  const unset = { value: '', creator: '', last_set: 0 };
  return {
    id,
    name,
    name_normalized: name,
    previous_names: [],
    created: 1_700_000_000,
    creator: members[0] ?? botUser,
    unlinked: 0,
    topic: unset,
    purpose: unset,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: kind === 'private',
    is_archived: archived,
    is_general: name === 'general',
    is_member: members.includes(botUser),
    ...shared,
  };
}
