import { problemsOfBlocks } from '../../../src/sandbox/limits/blocks.js';
import { actions, button, input, judge, many, plain, problems, type Row, text, x } from '../support/block-pieces.js';

const rows: readonly Row[] = [
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
];

describe('blocks', () => {
  judge(rows);

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
