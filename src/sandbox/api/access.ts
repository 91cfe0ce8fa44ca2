import type { Channel, Person, World } from '../world.js';
import { ApiError } from './api-error.js';

/** @throws ApiError missing_scope */
export function needScope(world: World, scope: string): void {
  const { scopes } = world.app();
  if (!scopes.includes(scope))
    throw new ApiError('missing_scope', [], { needed: scope, provided: [...scopes].sort().join(',') });
}

/** `channels:read` for public channels, `groups:read` for private ones, `im:read` for direct messages. */
export function needChannelScope(world: World, channel: Channel, what: 'read' | 'history'): void {
  const family = { public: 'channels', private: 'groups', im: 'im' }[channel.kind];
  needScope(world, `${family}:${what}`);
}

/** A channel that the bot can see: a private one only as a member. @throws ApiError channel_not_found */
export function visibleChannel(world: World, id: string): Channel {
  const channel = world.channels().find((one) => one.id === id);
  const hidden = channel?.kind !== 'public' && channel?.members.includes(world.app().botUser) !== true;
  if (channel === undefined || hidden) throw new ApiError('channel_not_found');
  return channel;
}

/** A channel that the bot is a member of. @throws ApiError */
export function joinedChannel(world: World, id: string): Channel {
  const channel = visibleChannel(world, id);
  if (!channel.members.includes(world.app().botUser)) throw new ApiError('not_in_channel');
  return channel;
}

/**
 * A channel where the bot may post: one it is in, a public one with `chat:write.public`, or the direct messages with a person.
 * @throws ApiError
 */
export function postingChannel(world: World, id: string): Channel {
  if (world.people().some((person) => person.id === id)) return directChannel(world, id, 'channel_not_found');
  const channel = visibleChannel(world, id);
  const { botUser, scopes } = world.app();
  if (channel.kind === 'im')
    return directChannel(world, channel.members.find((one) => one !== botUser) ?? '', 'channel_not_found');
  const uninvited =
    channel.kind === 'public' && scopes.includes('chat:write.public') && channel.sharedWith.length === 0;
  if (!channel.members.includes(botUser) && !uninvited) throw new ApiError('not_in_channel');
  if (channel.archived) throw new ApiError('is_archived');
  return channel;
}

/** The direct messages with a person. `unseen` is the error code for somebody who shares no channel with the bot. @throws ApiError */
export function directChannel(world: World, user: string, unseen: string): Channel {
  const person = knownPerson(world, user);
  if (person.role === 'bot') throw new ApiError('cannot_dm_bot');
  if (person.deactivated) throw new ApiError('user_disabled');
  if (isOutsider(world, person) && !world.shareAChannel(world.app().botUser, user)) throw new ApiError(unseen);
  if (!world.app().messagesTab) throw new ApiError('messages_tab_disabled');
  return world.directChannel(user);
}

/** @throws ApiError user_not_found */
export function knownPerson(world: World, id: string): Person {
  const person = world.people().find((one) => one.id === id);
  if (person === undefined) throw new ApiError('user_not_found');
  return person;
}

/** Somebody of another workspace, unless Enterprise Grid joins the two. */
export const isOutsider = (world: World, { team, workspaces }: Person) =>
  team !== world.home.id && workspaces === undefined;

/** Somebody of the app's workspace. On Enterprise Grid it need not be their first one. */
export const isMember = ({ home }: World, { team, workspaces }: Person) =>
  team === home.id || workspaces?.includes(home.id) === true;
