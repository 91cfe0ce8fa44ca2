import { input, judge, plain, type Row, text, x } from '../support/block-pieces.js';

const rows: readonly Row[] = [
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
];

describe('inputs', () => {
  judge(rows);
});
