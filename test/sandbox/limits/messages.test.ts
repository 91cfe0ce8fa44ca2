import { refusalOfMessage } from '../../../src/sandbox/limits/messages.js';

const x = (length: number) => 'x'.repeat(length);
const section = (length: number) => ({ type: 'section', text: { type: 'plain_text', text: x(length) } });
const refusal = (message: { text?: unknown; blocks?: unknown; metadata?: unknown }, updating = false) =>
  refusalOfMessage({ text: 'hello', blocks: undefined, metadata: undefined, ...message }, updating)?.code;

describe('a message', () => {
  test('of text alone, or of blocks with text, is taken', () => {
    expect(refusal({})).toBeUndefined();
    expect(refusal({ blocks: [section(3000)] })).toBeUndefined();
  });

  test.each([
    ['nothing to say', { text: undefined }, 'no_text'],
    ['blocks without text', { text: undefined, blocks: [section(1)] }, 'no_text'],
    ['blocks with blank text', { text: ' ', blocks: [section(1)] }, 'no_text'],
    ['text that is not a string', { text: { a: 1 } }, 'invalid_arguments'],
    ['text of 40,001 characters', { text: x(40_001) }, 'msg_too_long'],
    ['wrong blocks', { blocks: [section(3001)] }, 'invalid_blocks'],
    [
      'blocks of more than 13,000 characters together',
      { blocks: [3000, 3000, 3000, 3000, 1001].map(section) },
      'msg_blocks_too_long',
    ],
    [
      'markdown of more than 12,000 together',
      { blocks: [6000, 6001].map((n) => ({ type: 'markdown', text: x(n) })) },
      'msg_blocks_too_long',
    ],
    ['metadata without a type', { metadata: { event_payload: {} } }, 'invalid_metadata_format'],
    ['metadata without a payload', { metadata: { event_type: 'a' } }, 'invalid_metadata_format'],
    [
      'metadata whose payload is a text',
      { metadata: { event_type: 'a', event_payload: 'b' } },
      'invalid_metadata_format',
    ],
    [
      'metadata of more than 8,000 characters',
      { metadata: { event_type: 'a', event_payload: { b: x(8000) } } },
      'metadata_too_large',
    ],
  ])('with %s is refused', (_, message, code) => {
    expect(refusal(message)).toBe(code);
  });

  test('at the edge is taken', () => {
    expect(refusal({ text: x(40_000) })).toBeUndefined();
    expect(refusal({ blocks: [3000, 3000, 3000, 3000, 1000].map(section) })).toBeUndefined();
    expect(refusal({ metadata: { event_type: 'a', event_payload: { b: 1 } } })).toBeUndefined();
    expect(refusal({ metadata: {} })).toBeUndefined();
  });

  test('being updated may have 4,000 bytes of text, with & escaped', () => {
    expect(refusal({ text: x(4000) }, true)).toBeUndefined();
    expect(refusal({ text: x(4001) }, true)).toBe('msg_too_long');
    expect(refusal({ text: '字'.repeat(1334) }, true)).toBe('msg_too_long');
    expect(refusal({ text: '&'.repeat(801) }, true)).toBe('msg_too_long');
    expect(refusal({ text: '&amp;'.repeat(800) }, true)).toBeUndefined();
  });
});
