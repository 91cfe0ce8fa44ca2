import type { Option } from '@slack/types';
import { controlAttributes, type Fields, type Place } from './element.js';
import { attributes, escaped } from './html.js';
import type { Viewer } from './viewer.js';

/** A drop-down of the element's options, in groups where it has groups. */
export function staticSelectHtml(fields: Fields, place: Place): string {
  const chosen = fields.initial_option?.value;
  const groups = fields.option_groups?.map(
    ({ label, options }) => `<optgroup${attributes({ label: label.text })}>${optionsHtml(options, chosen)}</optgroup>`,
  );
  return selectHtml(fields, place, groups?.join('') ?? optionsHtml(fields.options ?? [], chosen));
}

/** A drop-down of the people of the workspace. */
export function usersSelectHtml(fields: Fields, place: Place, viewer: Viewer): string {
  return selectHtml(fields, place, optionsHtml(peopleAsOptions(viewer), fields.initial_user));
}

function selectHtml({ placeholder }: Fields, place: Place, options: string): string {
  const empty = `<option value="">${escaped(placeholder?.text ?? 'Choose…')}</option>`;
  return `<select${controlAttributes(place)}>${empty}${options}</select>`;
}

function optionsHtml(options: readonly Option[], chosen: string | undefined): string {
  return options
    .map(
      ({ value, text }) => `<option${attributes({ value, selected: value === chosen })}>${escaped(text.text)}</option>`,
    )
    .join('');
}

/** A text of values with commas between them. What the app offers while somebody types is filled into its list. */
export function externalSelectHtml({ placeholder, initial_options: chosen = [] }: Fields, place: Place): string {
  const listId = `${place.id}-offered`;
  const value = chosen.map((option) => option.value).join(', ');
  const own = attributes({ type: 'text', value, list: listId, placeholder: placeholder?.text, autocomplete: 'off' });
  return `<input${own}${controlAttributes(place)}><datalist${attributes({ id: listId })}></datalist>`;
}

/** Radio buttons, or checkboxes: also where Slack has a multi-select. */
export function choicesHtml(
  kind: 'radio' | 'checkbox',
  options: readonly Option[],
  chosen: readonly (string | undefined)[],
  place: Place,
): string {
  const choice = ({ value, text, description }: Option, index: number) => {
    const input = attributes({
      type: kind,
      name: place.id,
      value,
      checked: chosen.includes(value),
      'aria-describedby': index === 0 ? place.describedBy : undefined,
    });
    const more = description === undefined ? '' : `<span class="description">${escaped(description.text)}</span>`;
    return `<label class="choice"><input${input}> <span>${escaped(text.text)}${more}</span></label>`;
  };
  return `<div class="choices">${options.map(choice).join('')}</div>`;
}

export function optionsOf(fields: Fields): readonly Option[] {
  return fields.options ?? fields.option_groups?.flatMap((group) => group.options) ?? [];
}

export function peopleAsOptions({ people }: Viewer): Option[] {
  return people.map(({ id, name }) => ({ text: { type: 'plain_text', text: name }, value: id }));
}
