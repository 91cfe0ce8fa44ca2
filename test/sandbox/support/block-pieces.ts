import { problemsOfBlocks, type Surface } from '../../../src/sandbox/limits/blocks.js';

export const x = (length: number) => 'x'.repeat(length);
export const plain = (length = 1) => ({ type: 'plain_text', text: x(length) });
export const mrkdwn = (length = 1) => ({ type: 'mrkdwn', text: x(length) });
export const option = (value = 'v', length = 1) => ({ text: plain(length), value });
export const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
export const options = (count: number) => many(count, (index) => option(String(index)));
export const button = (more: object = {}) => ({ type: 'button', text: plain(), ...more });
export const actions = (...elements: object[]) => ({ type: 'actions', elements });
export const section = (accessory: object) => ({ type: 'section', text: mrkdwn(), accessory });
export const input = (element: object, more: object = {}) => ({ type: 'input', label: plain(), element, ...more });
export const select = (more: object = {}) => ({ type: 'static_select', options: options(2), ...more });
export const sure = (more: object = {}) => ({
  title: plain(),
  text: plain(),
  confirm: plain(),
  deny: plain(),
  ...more,
});
export const picture = (more: object = {}) => ({
  type: 'image',
  image_url: 'https://example.org/a.png',
  alt_text: 'a',
  ...more,
});
export const rich = (...elements: object[]) => ({ type: 'rich_text', elements });
export const text = (more: object = {}) => ({ type: 'plain_text_input', ...more });

export const problems = (blocks: unknown, surface: Surface) => problemsOfBlocks(blocks, surface, '/blocks').join('\n');

/** What it is, the surface, blocks that are just right, blocks that are just wrong, what the line must say. */
export type Row = readonly [name: string, surface: Surface, right: readonly object[], wrong: unknown, line: RegExp];

/** One test a row: what is right is taken, what is wrong is refused with the line. */
export function judge(rows: readonly Row[]): void {
  test.each(rows)('%s: takes what is right on a %s and refuses what is not', (_, surface, right, wrong, line) => {
    expect(problems(right, surface)).toBe('');
    expect(problems(wrong, surface)).toMatch(line);
  });
}
