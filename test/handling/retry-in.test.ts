import { retryIn } from '../../src/handling/retry-in.js';
import { tuesday } from '../report/situations.js';

test.each([
  ['as long as Slack asks for', { kind: 'later', seconds: 30 }, 30],
  ['a few seconds when it is not known what came of it', { kind: 'unsure' }, 5],
  ['a few seconds for anything else', { kind: 'undeliverable' }, 5],
] as const)('it waits %s', (_, outcome, seconds) => {
  expect(retryIn(outcome, tuesday)).toEqual(new Date(tuesday.getTime() + seconds * 1000));
});
