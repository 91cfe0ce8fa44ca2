import type { Value } from '../user-actions.js';
import type { OpenView } from '../view-stacks.js';
import { filled, placedElements, withValue } from '../view-state.js';
import type { ActionContext } from './action-context.js';
import { topView } from './on-screen.js';
import { press } from './press.js';

/** Fills inputs of the view on the screen, by block id. @throws for a block without an input, or a value that does not fit */
export function fill(
  { world }: ActionContext,
  user: string,
  id: string,
  values: Readonly<Record<string, Value>>,
): OpenView {
  const view = topView(world, user, id);
  const placed = placedElements(view.content.blocks);
  let { state } = view;
  for (const [blockId, value] of Object.entries(values)) {
    const input = placed.find(({ block }) => block.block_id === blockId && block.type === 'input');
    const there = placed.filter(({ block }) => block.type === 'input').map(({ block }) => block.block_id);
    if (input === undefined)
      throw new Error(`There is no input ${blockId} in this view. There is: ${there.join(', ')}.`);
    state = withValue(state, input, filled(input, value));
  }
  return world.views.fill(view, state, view.errors);
}

/** Fills inputs, and sends the actions of those that dispatch them. */
export async function type(
  context: ActionContext,
  user: string,
  id: string,
  values: Readonly<Record<string, Value>>,
): Promise<void> {
  const view = fill(context, user, id, values);
  for (const { block, element } of placedElements(view.content.blocks)) {
    const value = values[block.block_id];
    if (value !== undefined && block.type === 'input' && block.dispatch_action === true)
      await press(context, user, { view: id, block: block.block_id }, element.action_id, { value });
  }
}
