import type { Json } from './limits/shape.js';
import type { Block } from './message-log.js';
import type { StateValue, StateValues } from './view-stacks.js';
import { placedElements } from './view-state.js';

/** The errors that Slack's own client shows at inputs, by block id. With any of them it does not submit. */
export function validationErrors(blocks: readonly Block[], state: StateValues): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const { block, element } of placedElements(blocks)) {
    const value = state[block.block_id]?.[element.action_id];
    if (block.type !== 'input' || value === undefined) continue;
    const error = isEmpty(value)
      ? block.optional === true
        ? undefined
        : 'Please complete this required field.'
      : errorOf(element, value);
    if (error !== undefined) errors[block.block_id] = error;
  }
  return errors;
}

function isEmpty({ type: _, timezone: __, ...value }: StateValue): boolean {
  return Object.values(value).every((one) => one === null || one === '' || (Array.isArray(one) && one.length === 0));
}

function errorOf(element: Json & Readonly<{ type: string }>, state: StateValue): string | undefined {
  const value = typeof state.value === 'string' ? state.value : '';
  switch (element.type) {
    case 'plain_text_input': {
      const { min_length: min = 0, max_length: max = 3000 } = element as { min_length?: number; max_length?: number };
      if (value.length < min) return `Please use at least ${min} characters.`;
      return value.length > max ? `Please use ${max} characters or fewer.` : undefined;
    }
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? undefined : 'Please enter a valid email address.';
    case 'url_text_input':
      return URL.canParse(value) ? undefined : 'Please enter a valid URL.';
    case 'number_input':
      return numberError(element, value);
    case 'checkboxes':
      return undefined;
    case 'multi_static_select':
    case 'multi_external_select':
    case 'multi_users_select': {
      const chosen = state.selected_options ?? state.selected_users;
      const most = typeof element.max_selected_items === 'number' ? element.max_selected_items : 100;
      return Array.isArray(chosen) && chosen.length > most ? `Please choose ${most} or fewer.` : undefined;
    }
    default:
      return undefined;
  }
}

function numberError(element: Json, value: string): string | undefined {
  const pattern = element.is_decimal_allowed === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!pattern.test(value)) return 'Please enter a valid number.';
  if (element.min_value !== undefined && Number(value) < Number(element.min_value))
    return `Please enter ${String(element.min_value)} or more.`;
  if (element.max_value !== undefined && Number(value) > Number(element.max_value))
    return `Please enter ${String(element.max_value)} or less.`;
  return undefined;
}
