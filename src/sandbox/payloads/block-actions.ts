import { defined } from '../../report/defined.js';
import { messageObject } from '../api/message-object.js';
import type { Message } from '../message-log.js';
import type { OpenView, StateValue, StateValues } from '../view-stacks.js';
import { type Placed, stateOf } from '../view-state.js';
import type { World } from '../world.js';
import { appPart, channelName, teamPart, userPart } from './shared-fields.js';
import { viewObject } from './view-object.js';

type Pressed = Readonly<{ user: string; placed: Placed; chosen: StateValue | undefined; triggerId: string; at: Date }>;

/**
 * docs.slack.dev/reference/interaction-payloads/block_actions-payload. `team` is where the app is installed, `user.team_id` where
 * the person belongs: docs.slack.dev/apis/slack-connect.
 */
export function blockActionsInMessage(world: World, pressed: Pressed, message: Message, responseUrl: string) {
  const channel = world.channel(message.channel);
  const ephemeral = message.onlyFor !== undefined;
  const state = withChosen(stateOf(message.blocks), pressed);
  return {
    ...common(world, pressed),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: ephemeral,
      ...defined({ thread_ts: message.threadTs }),
    },
    channel: { id: channel.id, name: channelName(channel) },
    // Slack does not keep ephemeral messages, so it sends no copy.
    ...(ephemeral ? {} : { message: messageObject(world, message) }),
    state: { values: state },
    response_url: responseUrl,
  };
}

export function blockActionsInView(world: World, pressed: Pressed, view: OpenView) {
  return {
    ...common(world, pressed),
    container: { type: 'view', view_id: view.id },
    view: viewObject(world, view),
  };
}

function common(world: World, { user, placed, chosen, triggerId, at }: Pressed) {
  const { element, block } = placed;
  const { type, action_id, text, value, style, url } = element;
  const face = type === 'button' ? { text, value, style, url } : {};
  return {
    type: 'block_actions',
    user: userPart(world, user),
    ...appPart(world),
    trigger_id: triggerId,
    team: teamPart(world, world.home.id),
    actions: [
      {
        type,
        action_id,
        block_id: block.block_id,
        ...Object.fromEntries(Object.entries(face).filter(([, given]) => given !== undefined)),
        ...chosen,
        action_ts: (at.getTime() / 1000).toFixed(6),
      },
    ],
  };
}

function withChosen(state: StateValues, { placed: { block, element }, chosen }: Pressed): StateValues {
  if (chosen === undefined || state[block.block_id]?.[element.action_id] === undefined) return state;
  return { ...state, [block.block_id]: { ...state[block.block_id], [element.action_id]: chosen } };
}
