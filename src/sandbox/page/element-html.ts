import type { Button, ConfirmationDialog, Option, Overflow, PlainTextElement } from '@slack/types';
import { localMinute } from './formatted-date.js';
import { attributes, escaped } from './html.js';
import type { Viewer } from './viewer.js';

/** An interactive element as Slack sends it: the fields that differ by type are read where they are known. */
export type Element = Readonly<{ type: string; action_id?: string | undefined }> & Readonly<Record<string, unknown>>;
/** Where the element stands, and how a control in it is named and described for assistive technology. */
export type Place = Readonly<{ block: string; id: string; label?: string; describedBy?: string; required?: boolean }>;

type Shown = Readonly<{
  options?: readonly Option[];
  option_groups?: readonly Readonly<{ label: PlainTextElement; options: readonly Option[] }>[];
  initial_option?: Option;
  initial_options?: readonly Option[];
  initial_user?: string;
  initial_users?: readonly string[];
  initial_value?: string;
  initial_date?: string;
  initial_time?: string;
  initial_date_time?: number;
  multiline?: boolean;
  max_length?: number;
  placeholder?: PlainTextElement;
  confirm?: ConfirmationDialog;
}>;

/** The native control of an element, in a wrapper that says which block and action it is. */
export function elementHtml(element: Element, place: Place, viewer: Viewer): string {
  const confirm = (element as Shown).confirm;
  const wrapper = attributes({
    class: `element is-${element.type}`,
    'data-block': place.block,
    'data-action': element.action_id ?? '',
    'data-type': element.type,
    'data-confirm': confirm === undefined ? undefined : JSON.stringify(confirm),
  });
  return `<div${wrapper}>${control(element, place, viewer)}</div>`;
}

function control(element: Element, place: Place, viewer: Viewer): string {
  const shown = element as Shown;
  switch (element.type) {
    case 'button':
      return button(element as unknown as Button);
    case 'overflow':
      return overflow(element as unknown as Overflow);
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return textInput(element.type, shown, place);
    case 'static_select':
      return select(place, `${emptyChoice(shown)}${groupedOptions(shown)}`);
    case 'users_select':
      return select(place, `${emptyChoice(shown)}${peopleOptions(viewer, shown.initial_user)}`);
    case 'radio_buttons':
      return choices('radio', optionsOf(shown), [shown.initial_option?.value], place);
    case 'checkboxes':
    case 'multi_static_select':
      return choices('checkbox', optionsOf(shown), shown.initial_options?.map((option) => option.value) ?? [], place);
    case 'multi_users_select':
      return choices('checkbox', peopleAsOptions(viewer), shown.initial_users ?? [], place);
    case 'datepicker':
      return `<input type="date"${controlAttributes(place)}${attributes({ value: shown.initial_date })}>`;
    case 'timepicker':
      return `<input type="time"${controlAttributes(place)}${attributes({ value: shown.initial_time })}>`;
    case 'datetimepicker':
      return dateTime(shown, place, viewer);
    default:
      return `<p class="unknown">The sandbox page cannot show a “${escaped(element.type)}”.</p>`;
  }
}

function button(element: Button): string {
  const style = element.style === undefined ? 'plain' : element.style;
  const label = escaped(element.text.text);
  const shared = attributes({ class: `button ${style}`, 'aria-label': element.accessibility_label });
  if (element.url !== undefined && /^https?:/.test(element.url))
    return `<a${shared} target="_blank" rel="noopener noreferrer"${attributes({ href: element.url })}>${label}</a>`;
  return `<button type="button" data-press${shared}${attributes({ 'data-value': element.value })}>${label}</button>`;
}

function overflow(element: Overflow): string {
  const items = element.options
    .map(
      (option) =>
        `<li><button type="button" data-press${attributes({ 'data-option': option.value })}>${escaped(option.text.text)}</button></li>`,
    )
    .join('');
  return `<details class="menu"><summary class="button plain" aria-label="More actions">•••</summary><ul>${items}</ul></details>`;
}

function textInput(type: string, shown: Shown, place: Place): string {
  const shared = `${controlAttributes(place)}${attributes({
    maxlength: shown.max_length,
    placeholder: shown.placeholder?.text,
    'data-counted': shown.max_length !== undefined,
    autocomplete: 'off',
  })}`;
  // A line break directly after <textarea> is dropped by browsers, so one is always given.
  if (shown.multiline === true) return `<textarea rows="4"${shared}>\n${escaped(shown.initial_value ?? '')}</textarea>`;
  const kind = { email_text_input: 'email', url_text_input: 'url', number_input: 'number' }[type] ?? 'text';
  return `<input${attributes({ type: kind, value: shown.initial_value })}${shared}>`;
}

function dateTime(shown: Shown, place: Place, viewer: Viewer): string {
  const value =
    shown.initial_date_time === undefined
      ? undefined
      : localMinute(new Date(shown.initial_date_time * 1000), viewer.reader.zone);
  const zone = `<span class="zone">${escaped(viewer.reader.zone.replace('_', ' '))}</span>`;
  return `<input type="datetime-local"${controlAttributes(place)}${attributes({ value })}> ${zone}`;
}

function select(place: Place, options: string): string {
  return `<select${controlAttributes(place)}>${options}</select>`;
}

function controlAttributes(place: Place): string {
  return attributes({
    id: place.id,
    'aria-label': place.label,
    'aria-describedby': place.describedBy,
    'aria-required': place.required === true ? 'true' : undefined,
  });
}

function emptyChoice(shown: Shown): string {
  return `<option value="">${escaped(shown.placeholder?.text ?? 'Choose…')}</option>`;
}

function groupedOptions(shown: Shown): string {
  const one = (option: Option) =>
    `<option${attributes({ value: option.value, selected: option.value === shown.initial_option?.value })}>${escaped(option.text.text)}</option>`;
  if (shown.option_groups === undefined) return (shown.options ?? []).map(one).join('');
  return shown.option_groups
    .map((group) => `<optgroup${attributes({ label: group.label.text })}>${group.options.map(one).join('')}</optgroup>`)
    .join('');
}

function peopleOptions(viewer: Viewer, chosen: string | undefined): string {
  return viewer.people
    .map(
      (person) =>
        `<option${attributes({ value: person.id, selected: person.id === chosen })}>${escaped(person.name)}</option>`,
    )
    .join('');
}

function peopleAsOptions(viewer: Viewer): Option[] {
  return viewer.people.map((person) => ({ text: { type: 'plain_text', text: person.name }, value: person.id }));
}

function optionsOf(shown: Shown): readonly Option[] {
  return shown.options ?? shown.option_groups?.flatMap((group) => group.options) ?? [];
}

function choices(
  kind: 'radio' | 'checkbox',
  options: readonly Option[],
  chosen: readonly (string | undefined)[],
  place: Place,
): string {
  const one = (option: Option, index: number) => {
    const input = attributes({
      type: kind,
      name: place.id,
      value: option.value,
      checked: chosen.includes(option.value),
      'aria-describedby': index === 0 ? place.describedBy : undefined,
    });
    const description =
      option.description === undefined ? '' : `<span class="description">${escaped(option.description.text)}</span>`;
    return `<label class="choice"><input${input}> <span>${escaped(option.text.text)}${description}</span></label>`;
  };
  return `<div class="choices">${options.map(one).join('')}</div>`;
}
