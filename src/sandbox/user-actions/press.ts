import { isObject, type Json } from '../limits/shape.js';
import { blockActionsInMessage, blockActionsInView } from '../payloads/block-actions.js';
import type { Choice, Delivered, Where } from '../user-actions.js';
import type { StateValue } from '../view-stacks.js';
import { filled, type Placed, withValue } from '../view-state.js';
import type { ActionContext } from './action-context.js';
import { deliverAndApply, expectEmptyAnswer } from './deliver-and-apply.js';
import { findElement, messageOnScreen, viewAt } from './on-screen.js';
import { activePerson } from './who-may-write.js';

/** Presses a button, or chooses in a select, menu, group or picker. */
export async function press(
  context: ActionContext,
  user: string,
  where: Where,
  actionId: string,
  choice: Choice = {},
): Promise<Delivered> {
  activePerson(context.world, user);
  return 'message' in where
    ? await pressInMessage(context, user, where, actionId, choice)
    : await pressInView(context, user, where, actionId, choice);
}

async function pressInMessage(
  context: ActionContext,
  user: string,
  where: Extract<Where, { message: unknown }>,
  actionId: string,
  choice: Choice,
): Promise<Delivered> {
  const { world, now, url, triggers, responseUrls } = context;
  const { channel, ts, version } = where.message;
  const message = messageOnScreen(world, user, channel, ts);
  const blocks = version === undefined ? message.blocks : (message.versions[version]?.blocks ?? []);
  const placed = findElement(blocks, actionId, where.block);
  const pressed = { user, placed, chosen: chosen(placed, choice), triggerId: triggers.issue(user, false), at: now() };
  const responseUrl = `${url}${responseUrls.issue({ user, channel, original: ts })}`;
  const body = blockActionsInMessage(world, pressed, message, responseUrl);
  return await deliverAndApply(
    context,
    user,
    { kind: 'interaction', body, answerable: false },
    trouble,
    expectEmptyAnswer,
    {
      channel,
    },
  );
}

async function pressInView(
  context: ActionContext,
  user: string,
  where: Exclude<Where, { message: unknown }>,
  actionId: string,
  choice: Choice,
): Promise<Delivered> {
  const { world, now, triggers } = context;
  const view = viewAt(world, user, where);
  const placed = findElement(view.content.blocks, actionId, where.block);
  if (placed.block.type === 'input' && placed.block.dispatch_action !== true)
    throw new Error(`${actionId} is an input without dispatch_action: fill it and submit.`);
  const value = chosen(placed, choice);
  const stateful = view.state[placed.block.block_id]?.[actionId] !== undefined && value !== undefined;
  const current = stateful ? world.views.fill(view, withValue(view.state, placed, value), view.errors) : view;
  const pressed = {
    user,
    placed,
    chosen: value,
    triggerId: triggers.issue(user, view.content.type === 'modal'),
    at: now(),
  };
  const delivery = {
    kind: 'interaction',
    body: blockActionsInView(world, pressed, current),
    answerable: false,
  } as const;
  return await deliverAndApply(context, user, delivery, trouble, expectEmptyAnswer, { view: view.id });
}

const trouble = () => 'Something went wrong with this app. Try again?';

/** The choice; `undefined` for a button. @throws for a confirm dialog without an answer, or a choice that is not offered */
function chosen(placed: Placed, { value, confirm }: Choice): StateValue | undefined {
  const { element } = placed;
  if (isObject(element.confirm) && confirm !== true)
    throw new Error(`${element.action_id} asks first: ${dialog(element.confirm)}`);
  if (element.type === 'button') return undefined;
  if (value === undefined) throw new Error(`${element.action_id} (${element.type}) wants a choice.`);
  return filled(placed, value);
}

const dialog = (confirm: Json) =>
  ['title', 'text', 'confirm', 'deny']
    .map((part) => `[${String((confirm[part] as Json | undefined)?.text)}]`)
    .join(' ');
