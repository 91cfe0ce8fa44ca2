import { defined } from '../../report/defined.js';
import type { Message } from '../message-log.js';
import type { World } from '../world.js';

/** docs.slack.dev/messaging, docs.slack.dev/reference/methods/conversations.history */
export function messageObject(world: World, message: Message, allMetadata = true): Readonly<Record<string, unknown>> {
  const { ts, text, blocks, author, threadTs, editedTs, metadata, broadcast } = message;
  const app = world.app();
  const byBot = author === app.botUser;
  const replies = world.messages.in(message.channel).filter((one) => one.threadTs === ts && one.onlyFor === undefined);
  return {
    type: 'message',
    ...(broadcast ? { subtype: 'thread_broadcast' } : {}),
    user: author,
    ts,
    text,
    team: world.person(author).team,
    ...(byBot ? { bot_id: app.botId, app_id: app.id, bot_profile: botProfile(world) } : {}),
    ...(blocks.length > 0 ? { blocks } : {}),
    ...defined({ thread_ts: threadTs }),
    ...(replies.length > 0 ? { thread_ts: ts, reply_count: replies.length, latest_reply: replies.at(-1)?.ts } : {}),
    ...(editedTs === undefined ? {} : { edited: { user: author, ts: editedTs } }),
    ...(metadata === undefined ? {} : { metadata: allMetadata ? metadata : { event_type: metadata.event_type } }),
  };
}

function botProfile(world: World) {
  const { id, botId, botUser } = world.app();
  return { id: botId, app_id: id, name: world.person(botUser).name, team_id: world.home.id, deleted: false };
}
