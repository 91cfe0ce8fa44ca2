import { refusalOfView } from '../../../src/sandbox/limits/views.js';

const x = (length: number) => 'x'.repeat(length);
const plain = (length = 1) => ({ type: 'plain_text', text: x(length) });
const modal = (more: object = {}) => ({ type: 'modal', title: plain(), blocks: [{ type: 'divider' }], ...more });
const input = { type: 'input', label: plain(), element: { type: 'plain_text_input' } };
const file = { type: 'input', label: plain(), element: { type: 'file_input' } };
const lines = (view: unknown, type: 'modal' | 'home' = 'modal', scopes: string[] = []) =>
  refusalOfView(view, type, scopes)?.lines.join('\n') ?? '';

describe('a view', () => {
  test.each([
    ['a title of 24', modal({ title: plain(24) }), modal({ title: plain(25) }), /less than 25.*title/],
    ['a title', modal(), modal({ title: undefined }), /missing required field: title/],
    ['a submit button of 24', modal({ submit: plain(24) }), modal({ submit: plain(25) }), /less than 25.*submit/],
    ['a close button of 24', modal({ close: plain(24) }), modal({ close: plain(25) }), /less than 25.*close/],
    [
      'private_metadata of 3,000',
      modal({ private_metadata: x(3000) }),
      modal({ private_metadata: x(3001) }),
      /less than 3001/,
    ],
    [
      'a callback_id of 255',
      modal({ callback_id: x(255) }),
      modal({ callback_id: x(256) }),
      /less than 256.*callback_id/,
    ],
    [
      'an external_id of 255',
      modal({ external_id: x(255) }),
      modal({ external_id: x(256) }),
      /less than 256.*external_id/,
    ],
    ['blocks', modal(), modal({ blocks: undefined }), /must be an array/],
    ['right blocks', modal(), modal({ blocks: [{ type: 'header', text: plain(151) }] }), /view\/blocks\/0/],
    [
      'a submit button for its inputs',
      modal({ blocks: [input], submit: plain() }),
      modal({ blocks: [input] }),
      /submit is required/,
    ],
    ['known fields only', modal(), modal({ colour: 'red' }), /additional property: colour/],
    [
      'notify_on_close as a boolean',
      modal({ notify_on_close: true }),
      modal({ notify_on_close: 'yes' }),
      /must be a boolean/,
    ],
    ['the type modal', modal(), modal({ type: 'home' }), /one of modal/],
    ['the shape of an object', modal(), 'modal', /must be an object/],
  ])('needs %s', (_, right, wrong, line) => {
    expect(lines(right)).toBe('');
    expect(lines(wrong)).toMatch(line);
  });

  test('of a Home has no title and no inputs', () => {
    expect(lines({ type: 'home', blocks: [] }, 'home')).toBe('');
    expect(lines({ type: 'home', title: plain(), blocks: [] }, 'home')).toMatch(/additional property: title/);
    expect(lines({ type: 'home', blocks: [input] }, 'home')).toMatch(/unsupported block type: input/);
  });

  test('with a file input needs the scope', () => {
    expect(lines(modal({ blocks: [file], submit: plain() }), 'modal', ['files:read'])).toBe('');
    expect(lines(modal({ blocks: [file], submit: plain() }))).toMatch(/files:read/);
  });

  test('of more than 250 kB is too large', () => {
    const options = Array.from({ length: 100 }, (_, n) => ({ text: plain(75), value: String(n).padStart(75, 'x') }));
    const blocks = Array.from({ length: 14 }, () => ({ ...input, element: { type: 'static_select', options } }));
    expect(refusalOfView(modal({ blocks, submit: plain() }), 'modal', [])?.code).toBe('view_too_large');
    expect(refusalOfView(modal({ blocks: blocks.slice(0, 12), submit: plain() }), 'modal', [])).toBeUndefined();
  });
});
