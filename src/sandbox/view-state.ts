import { defined } from '../report/defined.js';
import { elementsOf } from './limits/blocks.js';
import { isObject, type Json } from './limits/shape.js';
import type { Block } from './message-log.js';
import type { Value } from './user-actions.js';
import type { StateValue, StateValues } from './view-stacks.js';

/** An element that can be pressed or filled, with its block. */
export type Placed = Readonly<{ block: Block; element: Json & Readonly<{ type: string; action_id: string }> }>;

export function placedElements(blocks: readonly Block[]): readonly Placed[] {
  return blocks.flatMap((block) =>
    elementsOf(block).map((element) => ({ block, element: element as Placed['element'] })),
  );
}

/** The state of all elements. An element keeps its earlier value under the same ids, else it has its initial value. */
export function stateOf(blocks: readonly Block[], before: StateValues = {}): StateValues {
  const state: Record<string, Record<string, StateValue>> = {};
  for (const { block, element } of placedElements(blocks)) {
    const initial = initialValue(element);
    if (initial === undefined) continue;
    const kept = before[block.block_id]?.[element.action_id];
    const value = kept?.type === element.type ? kept : initial;
    state[block.block_id] = { ...state[block.block_id], [element.action_id]: value };
  }
  return state;
}

export function withValue(state: StateValues, { block, element }: Placed, value: StateValue): StateValues {
  return { ...state, [block.block_id]: { ...state[block.block_id], [element.action_id]: value } };
}

/** `undefined` for buttons and overflow menus, which have no state. docs.slack.dev/reference/views */
function initialValue(element: Json & Readonly<{ type: string }>): StateValue | undefined {
  const { type } = element;
  switch (type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { type, value: element.initial_value || null };
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null };
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_external_select':
      return { type, selected_options: element.initial_options ?? [] };
    case 'users_select':
      return { type, selected_user: element.initial_user ?? null };
    case 'multi_users_select':
      return { type, selected_users: element.initial_users ?? [] };
    case 'conversations_select':
      return { type, selected_conversation: element.initial_conversation ?? null };
    case 'channels_select':
      return { type, selected_channel: element.initial_channel ?? null };
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null };
    case 'datetimepicker':
      return { type, selected_date_time: element.initial_date_time ?? null };
    case 'rich_text_input':
      return { type, rich_text_value: element.initial_value ?? null };
    case 'file_input':
      return { type, files: [] };
    default:
      return undefined;
  }
}

/** The options of a select, radio group, checkboxes or overflow menu, in groups or not. */
export function optionsOf(element: Json): readonly Json[] {
  const groups = Array.isArray(element.option_groups) ? element.option_groups.filter(isObject) : [];
  return [element.options, ...groups.map(({ options }) => options)].flatMap((options) =>
    Array.isArray(options) ? options.filter(isObject) : [],
  );
}

/**
 * The state of an element after a person filled in `value`. @throws for what Slack's client would not allow, such as an option
 * that is not offered
 */
export function filled({ element }: Placed, value: Value): StateValue {
  const { type } = element;
  const one = (): string | null => {
    if (value === null || typeof value === 'string') return value === '' ? null : value;
    throw new Error(`${element.action_id} (${type}) takes one value, not a list.`);
  };
  const several = (): readonly string[] => (value === null ? [] : typeof value === 'string' ? [value] : value);
  const option = (wanted: string) => {
    const found = optionsOf(element).find((offered) => offered.value === wanted);
    const offered = optionsOf(element).map((each) => String(each.value));
    if (found === undefined)
      throw new Error(`${element.action_id} does not offer "${wanted}", but ${offered.join(', ')}.`);
    return found;
  };
  const optional = (wanted: string | null) => (wanted === null ? null : option(wanted));
  switch (type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { type, value: one() };
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: optional(one()) };
    case 'checkboxes':
    case 'multi_static_select':
      return { type, selected_options: several().map(option) };
    case 'multi_external_select':
      return { type, selected_options: several().map(offeredElsewhere) };
    case 'users_select':
      return { type, selected_user: one() };
    case 'multi_users_select':
      return { type, selected_users: several() };
    case 'conversations_select':
      return { type, selected_conversation: one() };
    case 'channels_select':
      return { type, selected_channel: one() };
    case 'datepicker':
      return { type, selected_date: one() };
    case 'timepicker':
      return { type, selected_time: one(), ...defined({ timezone: element.timezone }) };
    case 'datetimepicker':
      return { type, selected_date_time: value === null ? null : Number(one()) };
    case 'rich_text_input':
      return { type, rich_text_value: richText(one()) };
    case 'overflow':
      return { type, selected_option: option(String(one())) };
    default:
      throw new Error(`A ${type} cannot be filled in the Slack emulator.`);
  }
}

/** The bot offers the options while somebody types: this is one of those, by its value. */
const offeredElsewhere = (value: string) => ({ text: { type: 'plain_text', text: value, emoji: true }, value });

const richText = (typed: string | null) =>
  typed === null
    ? null
    : { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: typed }] }] };
