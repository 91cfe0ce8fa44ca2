import { defined } from '../../report/defined.js';
import { appMention } from '../payloads/app-mention.js';
import type { ActionContext } from './action-context.js';
import { deliverEvent } from './deliver-event.js';
import { writableChannel } from './who-may-write.js';

/** Posts a plain message. The app hears of it only when it is named, is in the channel and subscribes to mentions. */
export async function say(
  context: ActionContext,
  user: string,
  channelId: string,
  typed: string,
  threadTs?: string,
): Promise<string> {
  const { world, now } = context;
  const channel = writableChannel(world, user, channelId);
  if (channel.kind === 'im' && world.app().messagesTabReadOnly)
    throw new Error('The Messages tab of this app is read-only; nobody can write there.');
  const { botUser } = world.app();
  const { name } = world.person(botUser);
  const text = typed.replaceAll(`@${name}`, `<@${botUser}>`);
  const thread = defined({ threadTs });
  const message = world.messages.post({ channel: channel.id, author: user, text, blocks: [], ...thread }, now());
  if (text.includes(`<@${botUser}>`) && channel.members.includes(botUser) && channel.kind !== 'im')
    await deliverEvent(context, appMention(world, message), channel.sharedWith.length > 0);
  return message.ts;
}
