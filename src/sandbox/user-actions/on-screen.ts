import type { Block, Message } from '../message-log.js';
import type { Where } from '../user-actions.js';
import type { OpenView } from '../view-stacks.js';
import { type Placed, placedElements } from '../view-state.js';
import type { World } from '../world.js';

/** Finds an element by its action id. @throws when there is none, naming those there are, or more than one */
export function findElement(blocks: readonly Block[], actionId: string, blockId: string | undefined): Placed {
  const all = placedElements(blocks);
  const found = all.filter(
    ({ element, block }) => element.action_id === actionId && (blockId ?? block.block_id) === block.block_id,
  );
  const [first] = found;
  const there = all.map(({ element }) => element.action_id).join(', ');
  if (first === undefined)
    throw new Error(`There is nothing called ${actionId} to press here. There is: ${there || 'nothing'}.`);
  if (found.length > 1) throw new Error(`There are ${found.length} called ${actionId} here; say in which block.`);
  return first;
}

/** @throws when the person cannot see the message */
export function messageOnScreen(world: World, user: string, channel: string, ts: string): Message {
  const message = world.messages.find(channel, ts);
  const visible =
    message !== undefined && (message.onlyFor === undefined ? world.canSee(user, channel) : message.onlyFor === user);
  if (message === undefined || !visible)
    throw new Error(`${world.person(user).realName} sees no message ${ts} in ${channel}.`);
  return message;
}

/** @throws when this is not the modal on the person's screen */
export function topView(world: World, user: string, id: string): OpenView {
  const top = world.views.stack(user).at(-1);
  if (top?.id !== id) throw new Error(`The view ${id} is not the one on the screen of ${world.person(user).realName}.`);
  return top;
}

export function viewAt(world: World, user: string, where: Exclude<Where, { message: unknown }>): OpenView {
  if ('view' in where) return topView(world, user, where.view);
  const home = world.views.home(user);
  if (home === undefined) throw new Error(`${world.person(user).realName} has no Home of this app yet.`);
  return home;
}
