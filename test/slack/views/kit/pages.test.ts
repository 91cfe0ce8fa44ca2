import { context, plain, section } from '../../../../src/slack/views/kit/blocks.js';
import { pagesOf } from '../../../../src/slack/views/kit/pages.js';

/** 45 letters of two blocks after one more block: the ninetieth block is the line above the last letter. */
const letters = [
  section(plain('The report')),
  ...Array.from({ length: 45 }, (_, n) => [context(plain(`Written ${n}`)), section(plain(`Text ${n}`))]).flat(),
];

test('the line that says who wrote a message, and when, goes to the next page with it', () => {
  const [first = [], second = [], ...rest] = pagesOf(letters);
  expect(rest).toEqual([]);
  expect(second).toEqual(letters.slice(-2));
  expect([...first, ...second]).toEqual(letters);
});

test('earlier pages stay as they were when a message is added', () => {
  for (let length = 1; length <= 91; length += 2)
    expect(pagesOf(letters)[0]?.slice(0, length)).toEqual(pagesOf(letters.slice(0, length))[0]?.slice(0, length));
});
