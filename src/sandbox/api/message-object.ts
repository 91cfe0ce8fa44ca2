import { defined } from '../../report/defined.js';
import type { Message } from '../message-log.js';
import type { World } from '../world.js';

/** docs.slack.dev/messaging, docs.slack.dev/reference/methods/conversations.history */
export function messageObject(world: World, message: Message, allMetadata = true): Readonly<Record<string, unknown>> {
  const { ts, text, blocks, author, threadTs, editedTs, metadata, broadcast } = message;
  const app = world.app();
  const byBot = author === app.botUser;
  const inThread = threadTs === undefined ? threadFacts(world, message) : replyFacts(world, message, threadTs);
  return {
    type: 'message',
    ...(broadcast ? { subtype: 'thread_broadcast' } : {}),
    user: author,
    ts,
    text,
    team: world.person(author).team,
    ...(byBot ? { bot_id: app.botId, app_id: app.id, bot_profile: botProfile(world) } : {}),
    ...(blocks.length > 0 ? { blocks } : {}),
    ...inThread,
    ...(editedTs === undefined ? {} : { edited: { user: author, ts: editedTs } }),
    ...(metadata === undefined ? {} : { metadata: allMetadata ? metadata : { event_type: metadata.event_type } }),
  };
}

function threadFacts(world: World, message: Message) {
  const replies = world.messages.repliesTo(message).filter(({ onlyFor }) => onlyFor === undefined);
  if (replies.length === 0) return {};
  const authors = [...new Set(replies.map(({ author }) => author))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: authors.length,
    latest_reply: replies.at(-1)?.ts,
    reply_users: authors,
    is_locked: false,
    subscribed: false,
  };
}

function replyFacts(world: World, { channel }: Message, threadTs: string) {
  const root = world.messages.find(channel, threadTs);
  return { thread_ts: threadTs, ...defined({ parent_user_id: root?.author }) };
}

function botProfile(world: World) {
  const { id, botId, botUser } = world.app();
  const icon = 'https://a.slack-edge.com/bot.png';
  return {
    id: botId,
    app_id: id,
    name: world.person(botUser).name,
    icons: { image_36: icon, image_48: icon, image_72: icon },
    team_id: world.home.id,
    updated: 1_700_000_000,
    deleted: false,
  };
}
