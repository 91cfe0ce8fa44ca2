import type { KnownBlock } from '@slack/types';
import type { Block } from '../message-log.js';
import type { StateValue, StateValues } from '../view-stacks.js';

/** The blocks of a view, with what its inputs hold now as their initial values. */
export function blocksWithState(blocks: readonly Block[], state: StateValues): readonly KnownBlock[] {
  return blocks.map((block) => {
    const element = block.element as Readonly<{ type: string; action_id?: string }> | undefined;
    const value = element?.action_id === undefined ? undefined : state[block.block_id]?.[element.action_id];
    return value === undefined ? block : { ...block, element: { ...element, ...initial(value) } };
  }) as unknown as readonly KnownBlock[];
}

function initial(value: StateValue): Readonly<Record<string, unknown>> {
  const given: Record<string, unknown> = {
    initial_value: value.value,
    initial_option: value.selected_option,
    initial_options: value.selected_options,
    initial_user: value.selected_user,
    initial_users: value.selected_users,
    initial_date: value.selected_date,
    initial_time: value.selected_time,
    initial_date_time: value.selected_date_time,
  };
  return Object.fromEntries(Object.entries(given).map(([name, one]) => [name, one ?? undefined]));
}
