import { isObject, type Json } from '../limits/shape.js';
import { type DateReader, formattedDate } from '../page/formatted-date.js';

/** Who reads, and the names behind ids such as `U0000DANA` and `C0GENERAL`. */
export type TextReader = DateReader & Readonly<{ nameOf(id: string): string }>;

/** Blocks as lines of plain text, in their order; buttons in brackets, a rule for a divider. */
export function blocksAsText(blocks: readonly Json[], reader: TextReader): readonly string[] {
  return blocks.flatMap((block) => blockAsText(block, reader)).flatMap((text) => text.split('\n'));
}

function blockAsText(block: Json, reader: TextReader): readonly string[] {
  const elements = Array.isArray(block.elements) ? block.elements.filter(isObject) : [];
  switch (block.type) {
    case 'divider':
      return ['---'];
    case 'actions':
      return [elements.map(buttonAsText).join(' ')];
    case 'context':
      return [elements.map((element) => textOf(element, reader)).join(' ')];
    case 'input':
      return [`${textOf(block.label, reader)}: ${initialOf(block.element)}`];
    default: {
      const fields = Array.isArray(block.fields) ? block.fields : [];
      const accessory = isObject(block.accessory) ? [buttonAsText(block.accessory)] : [];
      return [textOf(block.text, reader), ...pairs(fields.map((field) => textOf(field, reader))), ...accessory].filter(
        (text) => text !== '',
      );
    }
  }
}

/** Fields stand in two columns on Slack: a name, and what it is. */
function pairs(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text, index) => (index % 2 === 0 ? [[text, texts[index + 1] ?? ''].join('  ').trim()] : []));
}

/** A button by its label; a list by what is chosen in it, or what it asks for. */
function buttonAsText({ type, text, initial_option: chosen, placeholder }: Json): string {
  const label = type === 'button' ? text : isObject(chosen) ? chosen.text : placeholder;
  return `[${textOf(label) || '•••'}]`;
}

const initialOf = (element: unknown) => (isObject(element) ? String(element.initial_value ?? '…') : '');

function textOf(object: unknown, reader?: TextReader): string {
  if (!isObject(object) || typeof object.text !== 'string') return '';
  return object.type === 'mrkdwn' && reader !== undefined ? mrkdwnAsText(object.text, reader) : object.text;
}

/** Slack's markup as plain text: dates in the reader's zone, names for ids, no stars. */
export function mrkdwnAsText(text: string, reader: TextReader): string {
  return text
    .replace(
      /<!date\^(-?\d+)\^([^^|>]*)(?:\^[^|>]*)?\|([^>]*)>/g,
      (_, seconds: string, format: string, rest: string) => {
        return formattedDate(Number(seconds), format, reader) ?? rest;
      },
    )
    .replace(/<([@#])([A-Z0-9]+)(?:\|[^>]*)?>/g, (_, sign: string, id: string) => `${sign}${reader.nameOf(id)}`)
    .replace(/<!(\w+)>/g, '@$1')
    .replace(/<(https?:[^|>]*)\|([^>]*)>/g, '$2 ($1)')
    .replace(/<((?:https?|mailto):[^>]*)>/g, '$1')
    .replace(/(^|[\s(])\*([^*\n]+)\*/g, '$1$2')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
