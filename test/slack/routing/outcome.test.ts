import { MongoNetworkError } from 'mongodb';
import { Unreadable } from '../../../src/handling/store-errors.js';
import { Refusal } from '../../../src/report/refusal.js';
import { outcomeOf } from '../../../src/slack/routing/outcome.js';

const log = { note: () => undefined, warn: () => undefined, fail: () => 'ref-1' };
const failing = (error: Error) => outcomeOf(log, () => Promise.reject(error));

test.each([
  ['a refusal', new Refusal('no_embargo', { id: 'VR-7K2Q-9FDX' as never }), 'refused', 'no_embargo'],
  ['a report of a newer version', new Unreadable('newer'), 'refused', 'written_by_a_newer_version'],
])('%s is told as refused', async (_, error, kind, code) => {
  expect(await failing(error)).toMatchObject({ kind, refusal: { code } });
});

test.each([
  // Its answer may be what got lost.
  ['an error of the driver', new MongoNetworkError('connection closed'), 'unsure'],
  ['a damaged report', new Unreadable('damaged'), 'broken'],
  ['anything else', new TypeError('x is not a function'), 'broken'],
])('%s is told with its reference', async (_, error, kind) => {
  expect(await failing(error)).toEqual({ kind, reference: 'ref-1' });
});

test('what was done is what is told', async () => {
  expect(await outcomeOf(log, async () => 'done')).toBe('done');
});
