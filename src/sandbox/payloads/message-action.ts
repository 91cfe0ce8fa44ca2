import { messageObject } from '../api/message-object.js';
import type { Message } from '../message-log.js';
import type { World } from '../world.js';
import { appPart, channelName, teamPart, userPart } from './shared-fields.js';

/** docs.slack.dev/interactivity/implementing-shortcuts: a shortcut in the menu of a message. */
export function messageAction(
  world: World,
  given: Readonly<{
    user: string;
    message: Message;
    callbackId: string;
    triggerId: string;
    responseUrl: string;
    at: Date;
  }>,
) {
  const { user, message, callbackId, triggerId, responseUrl, at } = given;
  const channel = world.channel(message.channel);
  return {
    type: 'message_action',
    ...appPart(world),
    action_ts: String(at.getTime() / 1000),
    team: teamPart(world, world.home.id),
    user: userPart(world, user),
    channel: { id: channel.id, name: channelName(channel) },
    callback_id: callbackId,
    trigger_id: triggerId,
    response_url: responseUrl,
    message_ts: message.ts,
    message: messageObject(world, message),
  };
}
