import { joinedChannel } from './access.js';
import { ApiError } from './api-error.js';
import { required } from './arguments.js';
import { messageObject } from './message-object.js';
import type { ApiContext, Method } from './method.js';

export const pins: Readonly<Record<string, Method>> = {
  'pins.add': {
    scope: 'pins:write',
    run: (context) => {
      const message = pinnable(context);
      if (message.pinned) throw new ApiError('already_pinned');
      context.world.messages.pin(message, true);
      return {};
    },
  },
  'pins.remove': {
    scope: 'pins:write',
    run: (context) => {
      const message = pinnable(context);
      if (!message.pinned) throw new ApiError('no_pin');
      context.world.messages.pin(message, false);
      return {};
    },
  },
  'pins.list': {
    scope: 'pins:read',
    run: ({ world, args }) => {
      const channel = joinedChannel(world, required(args, 'channel'));
      const pinned = world.messages.in(channel.id).filter((message) => message.pinned);
      const items = pinned.map((message) => ({
        type: 'message',
        channel: channel.id,
        message: messageObject(world, message),
      }));
      return { items };
    },
  },
};

function pinnable({ world, args }: ApiContext) {
  const channel = joinedChannel(world, required(args, 'channel'));
  if (channel.archived) throw new ApiError('is_archived');
  const message = world.messages.find(channel.id, required(args, 'timestamp'));
  if (message === undefined || message.onlyFor !== undefined) throw new ApiError('message_not_found');
  return message;
}
