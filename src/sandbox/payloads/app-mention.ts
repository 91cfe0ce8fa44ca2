import { randomUUID } from 'node:crypto';
import { defined } from '../../report/defined.js';
import type { Message } from '../message-log.js';
import type { World } from '../world.js';

/** docs.slack.dev/reference/events/app_mention. The teams are the person's: docs.slack.dev/apis/slack-connect. */
export function appMention(world: World, message: Message) {
  const { team } = world.person(message.author);
  return {
    client_msg_id: randomUUID(),
    type: 'app_mention',
    user: message.author,
    text: message.text,
    ts: message.ts,
    ...defined({ thread_ts: message.threadTs }),
    channel: message.channel,
    team,
    user_team: team,
    source_team: team,
    event_ts: message.ts,
  };
}
