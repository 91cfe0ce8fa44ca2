import { context, plain, section } from '../../../../src/slack/views/kit/blocks.js';
import { pagesOf } from '../../../../src/slack/views/kit/pages.js';

/** 45 messages of two blocks after one more block: the ninetieth block is the line above the last message. */
const messages = [
  section(plain('The report')),
  ...Array.from({ length: 45 }, (_, n) => [context(plain(`Written ${n}`)), section(plain(`Text ${n}`))]).flat(),
];

test('the line that says who wrote a message, and when, goes to the next page with it', () => {
  const [first = [], second = [], ...rest] = pagesOf(messages);
  expect(rest).toEqual([]);
  expect(second).toEqual(messages.slice(-2));
  expect([...first, ...second]).toEqual(messages);
});

test('earlier pages stay as they were when a message is added', () => {
  for (let length = 1; length <= 91; length += 2)
    expect(pagesOf(messages)[0]?.slice(0, length)).toEqual(pagesOf(messages.slice(0, length))[0]?.slice(0, length));
});
