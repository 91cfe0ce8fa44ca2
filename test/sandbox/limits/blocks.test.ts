import { problemsOfBlocks, type Surface } from '../../../src/sandbox/limits/blocks.js';

const x = (length: number) => 'x'.repeat(length);
const plain = (length = 1) => ({ type: 'plain_text', text: x(length) });
const mrkdwn = (length = 1) => ({ type: 'mrkdwn', text: x(length) });
const option = (value = 'v', length = 1) => ({ text: plain(length), value });
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
const options = (count: number) => many(count, (index) => option(String(index)));
const button = (more: object = {}) => ({ type: 'button', text: plain(), ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const section = (accessory: object) => ({ type: 'section', text: mrkdwn(), accessory });
const input = (element: object, more: object = {}) => ({ type: 'input', label: plain(), element, ...more });
const select = (more: object = {}) => ({ type: 'static_select', options: options(2), ...more });
const sure = (more: object = {}) => ({ title: plain(), text: plain(), confirm: plain(), deny: plain(), ...more });
const picture = (more: object = {}) => ({
  type: 'image',
  image_url: 'https://example.org/a.png',
  alt_text: 'a',
  ...more,
});
const rich = (...elements: object[]) => ({ type: 'rich_text', elements });
const text = (more: object = {}) => ({ type: 'plain_text_input', ...more });

const problems = (blocks: unknown, surface: Surface) => problemsOfBlocks(blocks, surface, '/blocks').join('\n');

/** Each row: what it is, the surface, blocks that are just right, blocks that are just wrong, what the line must say. */
const rows: readonly (readonly [string, Surface, readonly object[], unknown, RegExp])[] = [
  [
    '50 blocks in a message',
    'message',
    many(50, () => ({ type: 'divider' })),
    many(51, () => ({ type: 'divider' })),
    /no more than 50/,
  ],
  [
    '100 blocks in a modal',
    'modal',
    many(100, () => ({ type: 'divider' })),
    many(101, () => ({ type: 'divider' })),
    /no more than 100/,
  ],
  [
    '100 blocks in a Home',
    'home',
    many(100, () => ({ type: 'divider' })),
    many(101, () => ({ type: 'divider' })),
    /no more than 100/,
  ],
  ['blocks that are a list', 'message', [], { type: 'divider' }, /must be an array/],
  ['blocks that are objects', 'message', [{ type: 'divider' }], ['divider'], /blocks\/0\]/],
  ['a known block type', 'message', [{ type: 'divider' }], [{ type: 'hologram' }], /unsupported block type: hologram/],
  ['a block with a type', 'message', [{ type: 'divider' }], [{}], /unsupported block type: undefined/],
  ['no block type from the prototype', 'message', [], [{ type: 'constructor' }], /unsupported block type: constructor/],
  [
    'only known fields',
    'message',
    [{ type: 'divider' }],
    [{ type: 'divider', colour: 'red' }],
    /additional property: colour/,
  ],
  [
    'a block_id of 255',
    'message',
    [{ type: 'divider', block_id: x(255) }],
    [{ type: 'divider', block_id: x(256) }],
    /less than 256.*block_id/,
  ],
  [
    'block ids that differ',
    'message',
    [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'b' },
    ],
    [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'a' },
    ],
    /block_id "a" already exists/,
  ],
  [
    'action ids that differ in a block',
    'message',
    [actions(button({ action_id: 'a' }), button({ action_id: 'b' }))],
    [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
    /action_id "a" already exists/,
  ],
  [
    'the same action id in two blocks',
    'message',
    [actions(button({ action_id: 'a' })), actions(button({ action_id: 'a' }))],
    [actions(button({ action_id: x(256) }))],
    /less than 256.*action_id/,
  ],
  [
    'one focus on load',
    'modal',
    [input(text({ focus_on_load: true })), input(text())],
    [input(text({ focus_on_load: true })), input(text({ focus_on_load: true }))],
    /only one element may have focus_on_load/,
  ],

  [
    'section text of 3,000',
    'message',
    [{ type: 'section', text: mrkdwn(3000) }],
    [{ type: 'section', text: mrkdwn(3001) }],
    /less than 3001.*text\/text/,
  ],
  [
    'section text that is not empty',
    'message',
    [{ type: 'section', text: mrkdwn() }],
    [{ type: 'section', text: mrkdwn(0) }],
    /more than 0/,
  ],
  [
    'a section with text or fields',
    'message',
    [{ type: 'section', fields: [mrkdwn()] }],
    [{ type: 'section' }],
    /needs text or fields/,
  ],
  [
    '10 section fields',
    'message',
    [{ type: 'section', fields: many(10, () => mrkdwn()) }],
    [{ type: 'section', fields: many(11, () => mrkdwn()) }],
    /no more than 10/,
  ],
  [
    'section fields of 2,000',
    'message',
    [{ type: 'section', fields: [plain(2000)] }],
    [{ type: 'section', fields: [plain(2001)] }],
    /less than 2001/,
  ],
  [
    'a text object, not a string',
    'message',
    [{ type: 'section', text: plain() }],
    [{ type: 'section', text: 'hello' }],
    /must be an object/,
  ],
  [
    'a text object of a known type',
    'message',
    [{ type: 'section', text: plain() }],
    [{ type: 'section', text: { type: 'html', text: 'a' } }],
    /unsupported text type: html/,
  ],
  [
    'emoji only in plain text',
    'message',
    [{ type: 'section', text: { ...plain(), emoji: true } }],
    [{ type: 'section', text: { ...mrkdwn(), emoji: true } }],
    /additional property: emoji/,
  ],
  [
    'verbatim as a boolean',
    'message',
    [{ type: 'section', text: { ...mrkdwn(), verbatim: true } }],
    [{ type: 'section', text: { ...mrkdwn(), verbatim: 'yes' } }],
    /must be a boolean/,
  ],
  [
    'text that is a string',
    'message',
    [{ type: 'section', text: plain() }],
    [{ type: 'section', text: { type: 'plain_text', text: 7 } }],
    /must be a string/,
  ],
  [
    'no multi select among actions',
    'message',
    [section({ type: 'multi_static_select', options: options(1) })],
    [actions({ type: 'multi_static_select', options: options(1) })],
    /unsupported actions element/,
  ],
  [
    'no text input beside a section',
    'message',
    [section(button())],
    [section(text())],
    /unsupported accessory type: plain_text_input/,
  ],
  [
    'a header of 150',
    'message',
    [{ type: 'header', text: plain(150) }],
    [{ type: 'header', text: plain(151) }],
    /less than 151/,
  ],
  [
    'a header in plain text',
    'message',
    [{ type: 'header', text: plain() }],
    [{ type: 'header', text: mrkdwn() }],
    /one of plain_text/,
  ],
  [
    '10 context elements',
    'message',
    [{ type: 'context', elements: many(10, () => mrkdwn()) }],
    [{ type: 'context', elements: many(11, () => mrkdwn()) }],
    /no more than 10/,
  ],
  [
    'a context with something in it',
    'message',
    [{ type: 'context', elements: [picture()] }],
    [{ type: 'context', elements: [] }],
    /no fewer than 1/,
  ],
  [
    'no button in a context',
    'message',
    [{ type: 'context', elements: [plain()] }],
    [{ type: 'context', elements: [button()] }],
    /unsupported context element/,
  ],
  [
    '25 actions',
    'message',
    [actions(...many(25, () => button()))],
    [actions(...many(26, () => button()))],
    /no more than 25/,
  ],
  [
    'image alt text of 2,000',
    'message',
    [picture({ alt_text: x(2000) })],
    [picture({ alt_text: x(2001) })],
    /less than 2001.*alt_text/,
  ],
  [
    'an image with alt text',
    'message',
    [picture()],
    [{ type: 'image', image_url: 'https://example.org/a.png' }],
    /missing required field: alt_text/,
  ],
  [
    'an image by http',
    'message',
    [picture()],
    [picture({ image_url: 'data:image/png;base64,AAAA' })],
    /http\(s\) address/,
  ],
  [
    'an image title of 2,000',
    'message',
    [picture({ title: plain(2000) })],
    [picture({ title: plain(2001) })],
    /less than 2001/,
  ],
  [
    'a markdown block of 12,000',
    'message',
    [{ type: 'markdown', text: x(12_000) }],
    [{ type: 'markdown', text: x(12_001) }],
    /less than 12001/,
  ],
  [
    'markdown in messages only',
    'message',
    [{ type: 'markdown', text: 'a' }],
    [{ type: 'markdown', text: '' }],
    /more than 0/,
  ],

  [
    'button text of 75',
    'message',
    [actions(button({ text: plain(75) }))],
    [actions(button({ text: plain(76) }))],
    /less than 76/,
  ],
  [
    'button text in plain text',
    'message',
    [actions(button())],
    [actions(button({ text: mrkdwn() }))],
    /one of plain_text/,
  ],
  [
    'button value of 2,000',
    'message',
    [actions(button({ value: x(2000) }))],
    [actions(button({ value: x(2001) }))],
    /less than 2001.*value/,
  ],
  [
    'button value as a string',
    'message',
    [actions(button({ value: '1' }))],
    [actions(button({ value: 1 }))],
    /must be a string/,
  ],
  [
    'button url of 3,000',
    'message',
    [actions(button({ url: x(3000) }))],
    [actions(button({ url: x(3001) }))],
    /less than 3001.*url/,
  ],
  [
    'accessibility label of 75',
    'message',
    [actions(button({ accessibility_label: x(75) }))],
    [actions(button({ accessibility_label: x(76) }))],
    /less than 76/,
  ],
  [
    'a known button style',
    'message',
    [actions(button({ style: 'danger' }))],
    [actions(button({ style: 'default' }))],
    /one of primary, danger/,
  ],
  [
    'confirm title of 100',
    'message',
    [actions(button({ confirm: sure({ title: plain(100) }) }))],
    [actions(button({ confirm: sure({ title: plain(101) }) }))],
    /less than 101/,
  ],
  [
    'confirm text of 300',
    'message',
    [actions(button({ confirm: sure({ text: mrkdwn(300) }) }))],
    [actions(button({ confirm: sure({ text: mrkdwn(301) }) }))],
    /less than 301/,
  ],
  [
    'confirm button of 30',
    'message',
    [actions(button({ confirm: sure({ confirm: plain(30) }) }))],
    [actions(button({ confirm: sure({ confirm: plain(31) }) }))],
    /less than 31/,
  ],
  [
    'deny button of 30',
    'message',
    [actions(button({ confirm: sure({ deny: plain(30) }) }))],
    [actions(button({ confirm: sure({ deny: plain(31) }) }))],
    /less than 31/,
  ],
  [
    '5 overflow options',
    'message',
    [actions({ type: 'overflow', options: options(5) })],
    [actions({ type: 'overflow', options: options(6) })],
    /no more than 5/,
  ],
  [
    '100 select options',
    'message',
    [actions(select({ options: options(100) }))],
    [actions(select({ options: options(101) }))],
    /no more than 100/,
  ],
  [
    'a select with options',
    'message',
    [actions(select())],
    [actions({ type: 'static_select' })],
    /needs options or option_groups/,
  ],
  [
    'not options and groups',
    'message',
    [actions({ type: 'static_select', option_groups: [{ label: plain(), options: options(1) }] })],
    [actions(select({ option_groups: [{ label: plain(), options: [option('g')] }] }))],
    /needs options or option_groups/,
  ],
  [
    '100 option groups',
    'message',
    [
      actions({
        type: 'static_select',
        option_groups: many(100, (n) => ({ label: plain(), options: [option(String(n))] })),
      }),
    ],
    [
      actions({
        type: 'static_select',
        option_groups: many(101, (n) => ({ label: plain(), options: [option(String(n))] })),
      }),
    ],
    /no more than 100/,
  ],
  [
    'a group label of 75',
    'message',
    [actions({ type: 'static_select', option_groups: [{ label: plain(75), options: options(1) }] })],
    [actions({ type: 'static_select', option_groups: [{ label: plain(76), options: options(1) }] })],
    /less than 76/,
  ],
  [
    'option text of 75',
    'message',
    [actions(select({ options: [option('a', 75)] }))],
    [actions(select({ options: [option('a', 76)] }))],
    /less than 76/,
  ],
  [
    'select options in plain text',
    'message',
    [actions(select())],
    [actions(select({ options: [{ text: mrkdwn(), value: 'a' }] }))],
    /one of plain_text/,
  ],
  [
    'option value of 75',
    'message',
    [actions(select({ options: [option(x(75))] }))],
    [actions(select({ options: [option(x(76))] }))],
    /less than 76.*value/,
  ],
  [
    'option description of 75',
    'message',
    [actions(select({ options: [{ ...option(), description: plain(75) }] }))],
    [actions(select({ options: [{ ...option(), description: plain(76) }] }))],
    /less than 76/,
  ],
  [
    'option values that differ',
    'message',
    [actions(select())],
    [actions(select({ options: [option('a'), option('a', 2)] }))],
    /two options have the same value/,
  ],
  [
    'an initial option that is offered',
    'message',
    [actions(select({ initial_option: { value: '1', text: plain() } }))],
    [actions(select({ initial_option: option('1', 2) }))],
    /initial option is not one/,
  ],
  [
    'initial checkboxes that are offered',
    'message',
    [actions({ type: 'checkboxes', options: options(2), initial_options: [option('0')] })],
    [actions({ type: 'checkboxes', options: options(2), initial_options: [option('7')] })],
    /initial option is not one/,
  ],
  [
    '10 checkboxes',
    'message',
    [actions({ type: 'checkboxes', options: options(10) })],
    [actions({ type: 'checkboxes', options: options(11) })],
    /no more than 10/,
  ],
  [
    '10 radio buttons',
    'message',
    [actions({ type: 'radio_buttons', options: options(10) })],
    [actions({ type: 'radio_buttons', options: options(11) })],
    /no more than 10/,
  ],
  [
    'placeholder of 150',
    'message',
    [actions(select({ placeholder: plain(150) }))],
    [actions(select({ placeholder: plain(151) }))],
    /less than 151/,
  ],
  [
    'a real date',
    'message',
    [actions({ type: 'datepicker', initial_date: '2026-09-22' })],
    [actions({ type: 'datepicker', initial_date: '22.9.2026' })],
    /YYYY-MM-DD/,
  ],
  [
    'a real time',
    'message',
    [actions({ type: 'timepicker', initial_time: '09:30' })],
    [actions({ type: 'timepicker', initial_time: '24:00' })],
    /HH:mm/,
  ],
  [
    'a time in seconds',
    'modal',
    [input({ type: 'datetimepicker', initial_date_time: 1_790_000_000 })],
    [input({ type: 'datetimepicker', initial_date_time: 1_790_000_000_000 })],
    /must be from/,
  ],
  [
    'no date and time beside a section',
    'modal',
    [section({ type: 'datepicker' })],
    [section({ type: 'datetimepicker' })],
    /unsupported accessory/,
  ],

  [
    'inputs in modals only',
    'modal',
    [input(text())],
    [input({ type: 'button', text: plain() })],
    /unsupported input element type: button/,
  ],
  [
    'a label of 2,000',
    'modal',
    [input(text(), { label: plain(2000) })],
    [input(text(), { label: plain(2001) })],
    /less than 2001/,
  ],
  [
    'an input with a label',
    'modal',
    [input(text())],
    [{ type: 'input', element: text() }],
    /missing required field: label/,
  ],
  [
    'a hint of 2,000',
    'modal',
    [input(text(), { hint: plain(2000) })],
    [input(text(), { hint: plain(2001) })],
    /less than 2001/,
  ],
  [
    'optional as a boolean',
    'modal',
    [input(text(), { optional: true })],
    [input(text(), { optional: 'true' })],
    /must be a boolean/,
  ],
  [
    'max_length of 3,000',
    'modal',
    [input(text({ max_length: 3000 }))],
    [input(text({ max_length: 3001 }))],
    /must be from 1 to 3000/,
  ],
  [
    'min_length not above max_length',
    'modal',
    [input(text({ min_length: 2, max_length: 2 }))],
    [input(text({ min_length: 3, max_length: 2 }))],
    /min_length is above/,
  ],
  [
    'whole lengths',
    'modal',
    [input(text({ min_length: 1 }))],
    [input(text({ min_length: 1.5 }))],
    /must be an integer/,
  ],
  [
    'an initial value of 3,000',
    'modal',
    [input(text({ initial_value: x(3000) }))],
    [input(text({ initial_value: x(3001) }))],
    /less than 3001/,
  ],
  [
    'number bounds as strings',
    'modal',
    [input({ type: 'number_input', is_decimal_allowed: false, min_value: '1' })],
    [input({ type: 'number_input', is_decimal_allowed: false, min_value: 1 })],
    /number written as a string/,
  ],
  [
    'is_decimal_allowed said',
    'modal',
    [input({ type: 'number_input', is_decimal_allowed: true })],
    [input({ type: 'number_input' })],
    /missing required field: is_decimal_allowed/,
  ],
  [
    '10 files',
    'modal',
    [input({ type: 'file_input', max_files: 10 })],
    [input({ type: 'file_input', max_files: 11 })],
    /must be from 1 to 10/,
  ],
  [
    'a known dispatch',
    'modal',
    [input(text({ dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } }))],
    [input(text({ dispatch_action_config: { trigger_actions_on: ['always'] } }))],
    /one of on_enter_pressed/,
  ],
  [
    'a known conversation filter',
    'modal',
    [input({ type: 'conversations_select', filter: { include: ['im'] } })],
    [input({ type: 'conversations_select', filter: { include: ['secret'] } })],
    /one of im/,
  ],

  [
    'known rich text',
    'message',
    [rich({ type: 'rich_text_section', elements: [{ type: 'text', text: 'a', style: { code: true } }] })],
    [rich({ type: 'rich_text_table', elements: [] })],
    /unsupported rich text element type/,
  ],
  [
    'rich text in its parts',
    'message',
    [rich({ type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'a' }] })],
    [rich({ type: 'rich_text_section', elements: [{ type: 'text', text: '' }] })],
    /more than 0/,
  ],
  [
    'a rich list of a known style',
    'message',
    [rich({ type: 'rich_text_list', style: 'bullet', elements: [{ type: 'rich_text_section', elements: [] }] })],
    [rich({ type: 'rich_text_list', style: 'roman', elements: [{ type: 'rich_text_section', elements: [] }] })],
    /one of bullet, ordered/,
  ],
];

describe('blocks', () => {
  test.each(rows)('%s: takes what is right on a %s and refuses what is not', (_, surface, right, wrong, line) => {
    expect(problems(right, surface)).toBe('');
    expect(problems(wrong, surface)).toMatch(line);
  });

  test('says where the fault stands', () => {
    const blocks = [{ type: 'divider' }, actions(button(), button({ text: plain(76) }))];
    expect(problemsOfBlocks(blocks, 'modal', '/view/blocks')).toEqual([
      '[ERROR] must be less than 76 characters [json-pointer:/view/blocks/1/elements/1/text/text]',
    ]);
  });

  test.each(['message', 'home'] as const)('refuses an input in a %s', (surface) => {
    expect(problems([input(text())], surface)).toMatch(/unsupported block type: input/);
  });

  test.each(['modal', 'home'] as const)('refuses markdown in a %s', (surface) => {
    expect(problems([{ type: 'markdown', text: 'a' }], surface)).toMatch(/unsupported block type: markdown/);
  });
});
