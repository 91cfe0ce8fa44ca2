import type {
  ActionsBlock,
  Button,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  InputBlock,
  ModalView,
  MrkdwnElement,
  PlainTextElement,
  RichTextBlock,
  SectionBlock,
} from '@slack/types';
import { defined } from '../../../report/defined.js';
import type { Person } from '../../../report/person.js';
import type { ReportId } from '../../../report/report-id.js';
import { cut } from './truncate.js';

/** What stands where there is nothing: Slack takes no empty text. */
const nothing = '–';

/**
 * Text that is shown as it is, whatever it holds: no mark-up, no mentions, no `:emoji:`, nothing hidden. What people typed
 * goes here.
 */
export function plain(text: string, limit = 3000): PlainTextElement {
  return { type: 'plain_text', text: text.trim() === '' ? nothing : cut(text, limit), emoji: false };
}

/** Marked-up text of our own, for dates, mentions and bold labels. Whatever else stands in it is escaped before. */
export function marked(text: string): MrkdwnElement {
  return { type: 'mrkdwn', text, verbatim: true };
}

export function section(text: PlainTextElement | MrkdwnElement): SectionBlock {
  return { type: 'section', text };
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(text, 150) };
}

export function context(...elements: (PlainTextElement | MrkdwnElement)[]): ContextBlock {
  return { type: 'context', elements };
}

export const divider: DividerBlock = { type: 'divider' };

/** A link whose text is shown as it is. */
export function linkBlock(url: string, text: string): RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'link', url, text }] }] };
}

/** A label with its value. */
export type Row = Readonly<{ label: string; value: PlainTextElement | MrkdwnElement }>;

/** Labels on the left, values on the right; Slack takes ten fields a section. */
export function table(rows: readonly Row[]): SectionBlock[] {
  const sections: SectionBlock[] = [];
  for (let i = 0; i < rows.length; i += 5) {
    const fields = rows.slice(i, i + 5).flatMap(({ label, value }) => [marked(`*${label}*`), value]);
    sections.push({ type: 'section', fields });
  }
  return sections;
}

type Look = Readonly<{ style?: 'primary' | 'danger'; id?: ReportId }>;

/** A button by its action id, which has no capitals as names have. Its value is the report's id, where it carries one. */
export function button(action: Lowercase<string>, text: string, { style, id }: Look = {}): Button {
  return {
    type: 'button',
    action_id: action,
    text: plain(text, 75),
    ...defined({ style }),
    ...(id === undefined ? {} : { value: id, accessibility_label: cut(`${text} ${id}`, 75) }),
  };
}

export function buttons(...elements: Button[]): ActionsBlock {
  return { type: 'actions', elements };
}

export type Input = Readonly<{ id: string; label: string; hint?: string; optional?: boolean }>;

/** An input whose action id is its block id, so that its value is found by one name. */
export function input({ id, label, hint, optional }: Input, element: InputBlock['element']): InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: plain(label, 2000),
    element,
    ...(hint === undefined ? {} : { hint: plain(hint, 2000) }),
    optional: optional ?? false,
  };
}

type TextInput = Input &
  Readonly<{ limit: number; multiline?: boolean; value?: string | undefined; placeholder?: string }>;

/** A text to type. `value` is what stands in it first. */
export function textInput({ limit, multiline = false, value = '', placeholder, ...about }: TextInput): InputBlock {
  return input(about, {
    type: 'plain_text_input',
    action_id: about.id,
    multiline,
    max_length: limit,
    ...(placeholder === undefined ? {} : { placeholder: plain(placeholder, 150) }),
    ...(value.trim() === '' ? {} : { initial_value: cut(value, limit) }),
  });
}

type Modal = Readonly<{ title: string; close: string; blocks: ModalView['blocks'] }>;
type Submit = Readonly<{ submit: string; carries?: string }>;

export function modal({ title, close, blocks }: Modal, submit?: Submit): ModalView {
  return {
    type: 'modal',
    title: plain(title, 24),
    close: plain(close, 24),
    blocks,
    ...(submit === undefined ? {} : { submit: plain(submit.submit, 24) }),
    ...defined({ private_metadata: submit?.carries }),
  };
}

/** A person's name as it is shown: Slack names may be empty, and long. */
export function nameOf({ name, user }: Pick<Person, 'name' | 'user'>): string {
  return cut(name.trim() === '' ? user : name, 80);
}
