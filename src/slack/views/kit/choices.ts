import type { InputBlock, PlainTextOption, StaticSelect } from '@slack/types';
import { defined } from '../../../report/defined.js';
import { type Input, input, plain } from './blocks.js';

/** What may be chosen: a value with its text. */
export type Choice<V extends string = string> = readonly [value: V, text: string];

/** One choice from a list that opens. `chosen`: the value that stands in it first. */
export function select(id: string, placeholder: string, choices: readonly Choice[], chosen?: string): StaticSelect {
  const options = choices.map(option);
  const first = options.find(({ value }) => value === chosen);
  const placed = { placeholder: plain(placeholder, 150), options };
  return { type: 'static_select', action_id: id, ...placed, ...defined({ initial_option: first }) };
}

/** One choice of a few, all in sight. `chosen`: the value that is chosen first. */
export function radioInput(about: Input, choices: readonly Choice[], chosen: string): InputBlock {
  const options = choices.map(option);
  const first = options.find(({ value }) => value === chosen);
  return input(about, { type: 'radio_buttons', action_id: about.id, options, ...defined({ initial_option: first }) });
}

/** Any of a few boxes. `ticked`: the values that are ticked first. */
export function boxesInput<V extends string>(
  about: Input,
  choices: readonly (readonly [...Choice<V>, description?: string])[],
  ticked: readonly V[],
): InputBlock {
  const options = choices.map(([value, text, description]) => ({
    ...option([value, text]),
    ...defined({ description: description === undefined ? undefined : plain(description, 75) }),
  }));
  const first = options.filter(({ value }) => ticked.some((one) => one === value));
  const initial_options = first.length === 0 ? undefined : first;
  return input(about, { type: 'checkboxes', action_id: about.id, options, ...defined({ initial_options }) });
}

export function dateInput(about: Input, day: string | undefined): InputBlock {
  return input(about, { type: 'datepicker', action_id: about.id, ...defined({ initial_date: day }) });
}

export function option([value, text]: Choice): PlainTextOption {
  return { text: plain(text, 75), value };
}
