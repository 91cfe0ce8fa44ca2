import type { Message } from '../../../src/sandbox/message-log.js';
import type { Choice, Where } from '../../../src/sandbox/user-actions.js';
import type { OpenView } from '../../../src/sandbox/view-stacks.js';
import { optionsOf, type Placed, placedElements } from '../../../src/sandbox/view-state.js';
import type { World } from '../../../src/sandbox/world.js';
import { actions } from '../../../src/slack/views/actions.js';
import type { Seeded } from '../../support/seeded.js';
import { plausibleText } from './plausible-texts.js';

export type Pressable = Readonly<{ where: Where; actionId: string; choice: Choice }>;

/** What leads a report on to its end is pressed more often than the rest. */
const onward: Readonly<Record<string, number>> = {
  [actions.acknowledge]: 3,
  [actions.triage]: 6,
  [actions.more]: 5,
  [actions.show]: 2,
  [actions.recordFix]: 10,
  [actions.prepareDisclosure]: 12,
  [actions.approve]: 14,
  [actions.publish]: 14,
};

/** Inside a modal every way is as likely as another, but the one on which the others depend. */
const onwardInView: Readonly<Record<string, number>> = { [actions.accept]: 4, [actions.decline]: 2 };

/** How far back people scroll: messages with something to press. */
const scrolled = 40;

/** Something to press in the messages that a person sees: on one of the newest, sometimes as it was on an old screen. */
export function pressableMessage(world: World, user: string, random: Seeded): Pressable | undefined {
  const places = new Set(
    world
      .channels()
      .filter(({ id }) => world.canSee(user, id))
      .map(({ id }) => id),
  );
  const visible = ({ channel, onlyFor, deleted, blocks }: Message) =>
    !deleted && (onlyFor === undefined ? places.has(channel) : onlyFor === user) && pressables(blocks).length > 0;
  const all = world.messages.all();
  const found: Message[] = [];
  for (let at = all.length - 1; at >= 0 && found.length < scrolled; at -= 1) {
    const message = all[at];
    if (message !== undefined && visible(message)) found.push(message);
  }
  // Each kind of button by its weight, however many of it there are.
  const offered = new Set(found.flatMap(({ blocks }) => pressables(blocks).map(({ element }) => element.action_id)));
  const action = leaning([...offered], onward, random);
  const has = (blocks: Message['blocks']) => pressables(blocks).filter(({ element }) => element.action_id === action);
  const message = random.pick(found.filter(({ blocks }) => has(blocks).length > 0));
  if (message === undefined) return undefined;
  const { channel, ts, versions } = message;
  const old = random.next() < 0.1 ? random.between(0, versions.length - 1) : undefined;
  const before = old === undefined ? undefined : versions[old];
  const shownThen = before?.shownTo.includes(user) ? pressables(before.blocks) : [];
  const placed = random.pick(shownThen.length > 0 ? shownThen : has(message.blocks));
  if (placed === undefined) return undefined;
  const version = shownThen.length > 0 && old !== undefined ? { version: old } : {};
  return pressed(placed, { message: { channel, ts, ...version }, block: placed.block.block_id }, random);
}

export function pressableInView(view: OpenView, random: Seeded): Pressable | undefined {
  const all = pressables(view.content.blocks);
  const action = leaning([...new Set(all.map(({ element }) => element.action_id))], onwardInView, random);
  const placed = random.pick(all.filter(({ element }) => element.action_id === action));
  if (placed === undefined) return undefined;
  const { block_id: block } = placed.block;
  return pressed(placed, view.content.type === 'home' ? { home: true, block } : { view: view.id, block }, random);
}

function pressables(blocks: OpenView['content']['blocks']): readonly Placed[] {
  return placedElements(blocks).filter(({ block }) => block.type !== 'input' || block.dispatch_action === true);
}

function leaning(
  ids: readonly string[],
  weights: Readonly<Record<string, number>>,
  random: Seeded,
): string | undefined {
  return random.pick(ids.flatMap((id) => Array.from({ length: weights[id] ?? 1 }, () => id)));
}

function pressed(placed: Placed, where: Where, random: Seeded): Pressable | undefined {
  const { element } = placed;
  // Whoever is asked whether they are sure mostly thinks better of it.
  if (element.confirm !== undefined && random.next() < 0.7) return undefined;
  const typed = () => plausibleText(placed, () => '', [], random);
  const option = element.type === 'plain_text_input' ? typed() : random.pick(optionsOf(element))?.value;
  const confirm = element.confirm === undefined ? {} : { confirm: true };
  return {
    where,
    actionId: element.action_id,
    choice: { ...confirm, ...(option === undefined ? {} : { value: String(option) }) },
  };
}
