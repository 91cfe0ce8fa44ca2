import type { ActionsBlock, InputBlock, KnownBlock, SectionBlock } from '@slack/types';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Message, type MessageProps } from 'slack-blocks-to-jsx';
import { type Language, languageOfLocale } from '../../report/form.js';
import { withColouredMarks } from './coloured-marks.js';
import type { Element, Place } from './element.js';
import { elementHtml } from './element-html.js';
import { type DateReader, formattedDate } from './formatted-date.js';
import { attributes, escaped } from './html.js';
import { literal, mrkdwn, unveiled } from './slack-text.js';
import type { Viewer } from './viewer.js';

const noLogo = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';

/**
 * Draws blocks as HTML: text by the rendering library, controls as native ones. `prefix` keeps the element ids of two surfaces
 * on the page apart.
 */
export function blocksHtml(blocks: readonly KnownBlock[], viewer: Viewer, prefix: string): string {
  const html = blocks.map((block, index) => {
    const place = { block: block.block_id ?? '', id: `${prefix}-${index}` };
    if (block.type === 'actions') return actionsHtml(block, place, viewer);
    if (block.type === 'input') return inputHtml(block, place, viewer);
    if (block.type === 'section' && isInteractive(block.accessory)) return sectionHtml(block, place, viewer);
    return textHtml([block], viewer);
  });
  return withColouredMarks(html.join(''));
}

/** A message without blocks: Slack shows its text. */
export function plainMessageHtml(text: string, viewer: Viewer): string {
  return withColouredMarks(textHtml([{ type: 'section', text: { type: 'mrkdwn', text } }], viewer));
}

function textHtml(blocks: readonly KnownBlock[], viewer: Viewer): string {
  const html = renderToStaticMarkup(
    createElement(Message, {
      blocks: prepared(blocks, viewer.reader) as MessageProps['blocks'],
      data: { users: [...viewer.people], channels: [...viewer.channels], user_groups: [] },
      logo: noLogo,
      name: '',
      theme: 'light',
      withoutWrapper: true,
    }),
  );
  return unveiled(html).replaceAll(' id="slack_blocks_to_jsx"', '');
}

/** A deep copy of the blocks, with texts as the rendering library needs them. */
function prepared(value: unknown, reader: DateReader): unknown {
  if (Array.isArray(value)) return value.map((one) => prepared(one, reader));
  if (typeof value !== 'object' || value === null) return value;
  const node = value as Readonly<Record<string, unknown>>;
  if (typeof node.text === 'string' && node.type === 'mrkdwn')
    return { ...node, verbatim: undefined, text: mrkdwn(node.text, reader) };
  if (typeof node.text === 'string' && (node.type === 'plain_text' || node.type === 'text'))
    return { ...node, text: literal(node.text) };
  if (node.type === 'date' && typeof node.timestamp === 'number') {
    const date = formattedDate(node.timestamp, String(node.format), reader) ?? String(node.fallback ?? '');
    return { type: 'text', text: literal(date) };
  }
  return Object.fromEntries(
    Object.entries(node).map(([key, one]) => [key, key === 'block_id' ? undefined : prepared(one, reader)]),
  );
}

function isInteractive(accessory: SectionBlock['accessory']): boolean {
  return accessory !== undefined && accessory.type !== 'image';
}

function sectionHtml({ accessory, ...rest }: SectionBlock, place: Place, viewer: Viewer): string {
  const label = rest.text === undefined ? 'Choose' : rest.text.text.replace(/[*_~`]/g, '');
  const element = elementHtml(accessory as unknown as Element, { ...place, label }, viewer);
  return `<div class="with-accessory">${textHtml([rest], viewer)}${element}</div>`;
}

function actionsHtml(block: ActionsBlock, place: Place, viewer: Viewer): string {
  const elements = block.elements.map((element, index) => {
    const { placeholder } = element as { placeholder?: { text: string } };
    const own = { ...place, id: `${place.id}-${index}`, label: placeholder?.text ?? 'Choose' };
    return elementHtml(element as unknown as Element, own, viewer);
  });
  return `<div class="actions">${elements.join('')}</div>`;
}

const grouped = new Set(['radio_buttons', 'checkboxes', 'multi_static_select', 'multi_users_select']);

/** As Slack marks an input that may be left empty. */
const optionalMark: Readonly<Record<Language, string>> = { en: ' (optional)', zh: '（选填）' };

/** An input block: label, hint, counter and a line for an error, each tied to the control for screen readers. */
function inputHtml(block: InputBlock, place: Place, viewer: Viewer): string {
  const element = block.element as unknown as Element & { max_length?: number };
  const ids = { hint: `${place.id}-hint`, error: `${place.id}-error`, count: `${place.id}-count` };
  const required = block.optional !== true;
  const counted = element.max_length !== undefined;
  const describedBy = [block.hint ? ids.hint : '', ids.error, counted ? ids.count : ''].filter(Boolean).join(' ');
  const mark = required
    ? '<span class="required" aria-hidden="true"> *</span>'
    : `<span class="optional">${optionalMark[languageOfLocale(viewer.reader.locale)]}</span>`;
  const control = elementHtml(element, { ...place, describedBy, required }, viewer);
  const notes = [
    `<p class="error" id="${ids.error}" hidden></p>`,
    block.hint ? `<p class="hint" id="${ids.hint}">${escaped(block.hint.text)}</p>` : '',
    counted ? `<p class="count" id="${ids.count}" data-max="${element.max_length}"></p>` : '',
  ].join('');
  // Some apps write the star themselves: it is not shown twice.
  const label = `${escaped(block.label.text.replace(/\s*\*$/, ''))}${mark}`;
  const dispatch = block.dispatch_action === true ? (element.type.endsWith('_input') ? 'enter' : 'change') : undefined;
  const shared = attributes({ class: 'field', 'data-field': place.block, 'data-dispatch': dispatch });
  return grouped.has(element.type)
    ? `<fieldset${shared}><legend>${label}</legend>${control}${notes}</fieldset>`
    : `<div${shared}><label for="${place.id}">${label}</label>${control}${notes}</div>`;
}
