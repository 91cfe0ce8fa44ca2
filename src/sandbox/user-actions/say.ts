import { defined } from '../../report/defined.js';
import { appMention } from '../payloads/app-mention.js';
import { type Backstage, openChannel } from './action-context.js';
import { deliverEvent } from './deliver-event.js';

/** Posts a plain message. The app hears of it only when it is named, is in the channel and subscribes to mentions. */
export async function say(
  stage: Backstage,
  user: string,
  channelId: string,
  typed: string,
  threadTs?: string,
): Promise<string> {
  const { world, now } = stage;
  const channel = openChannel(world, user, channelId);
  if (channel.kind === 'im' && world.app().messagesTabReadOnly)
    throw new Error('The Messages tab of this app is read-only; nobody can write there.');
  const { botUser } = world.app();
  const { name } = world.person(botUser);
  const text = typed.replaceAll(`@${name}`, `<@${botUser}>`);
  const thread = defined({ threadTs });
  const message = world.messages.post({ channel: channel.id, author: user, text, blocks: [], ...thread }, now());
  if (text.includes(`<@${botUser}>`) && channel.members.includes(botUser) && channel.kind !== 'im')
    await deliverEvent(stage, appMention(world, message), channel.sharedWith.length > 0);
  return message.ts;
}
