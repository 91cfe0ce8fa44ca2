import type { Button, Overflow } from '@slack/types';
import {
  choicesHtml,
  externalSelectHtml,
  optionsOf,
  peopleAsOptions,
  staticSelectHtml,
  usersSelectHtml,
} from './choices-html.js';
import { controlAttributes, type Element, type Fields, type Place } from './element.js';
import { localMinute } from './formatted-date.js';
import { attributes, escaped } from './html.js';
import type { Viewer } from './viewer.js';

/** The native HTML control of an element. Its wrapper names the block and the action. */
export function elementHtml(element: Element, place: Place, viewer: Viewer): string {
  const confirm = (element as Fields).confirm;
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
  const fields = element as Fields;
  switch (element.type) {
    case 'button':
      return button(element as unknown as Button);
    case 'overflow':
      return overflow(element as unknown as Overflow);
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return textInput(element.type, fields, place);
    case 'static_select':
      return staticSelectHtml(fields, place);
    case 'users_select':
      return usersSelectHtml(fields, place, viewer);
    case 'radio_buttons':
      return choicesHtml('radio', optionsOf(fields), [fields.initial_option?.value], place);
    case 'checkboxes':
    case 'multi_static_select':
      return choicesHtml(
        'checkbox',
        optionsOf(fields),
        fields.initial_options?.map((option) => option.value) ?? [],
        place,
      );
    case 'multi_external_select':
      return externalSelectHtml(fields, place);
    case 'multi_users_select':
      return choicesHtml('checkbox', peopleAsOptions(viewer), fields.initial_users ?? [], place);
    case 'datepicker':
      return `<input type="date"${controlAttributes(place)}${attributes({ value: fields.initial_date })}>`;
    case 'timepicker':
      return `<input type="time"${controlAttributes(place)}${attributes({ value: fields.initial_time })}>`;
    case 'datetimepicker':
      return dateTime(fields, place, viewer);
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

function textInput(type: string, fields: Fields, place: Place): string {
  const shared = `${controlAttributes(place)}${attributes({
    maxlength: fields.max_length,
    placeholder: fields.placeholder?.text,
    'data-counted': fields.max_length !== undefined,
    autocomplete: 'off',
  })}`;
  // Browsers drop a line break directly after <textarea>, so one is always written.
  if (fields.multiline === true)
    return `<textarea rows="4"${shared}>\n${escaped(fields.initial_value ?? '')}</textarea>`;
  const kind = { email_text_input: 'email', url_text_input: 'url', number_input: 'number' }[type] ?? 'text';
  return `<input${attributes({ type: kind, value: fields.initial_value })}${shared}>`;
}

function dateTime(fields: Fields, place: Place, viewer: Viewer): string {
  const value =
    fields.initial_date_time === undefined
      ? undefined
      : localMinute(new Date(fields.initial_date_time * 1000), viewer.reader.zone);
  const zone = `<span class="zone">${escaped(viewer.reader.zone.replace('_', ' '))}</span>`;
  return `<input type="datetime-local"${controlAttributes(place)}${attributes({ value })}> ${zone}`;
}
