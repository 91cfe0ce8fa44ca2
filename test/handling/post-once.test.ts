import type { Notice } from '../../src/handling/due-notices.js';
import type { NoticeOutcome, NoticePost } from '../../src/handling/notifier.js';
import { postOnce } from '../../src/handling/post-once.js';
import { Refusal } from '../../src/report/refusal.js';
import { situations } from '../report/situations.js';
import { china, tracked } from './situations.js';

const report = tracked(situations.acknowledged);
const message: Notice = { kind: 'message', event: 2, message: 1 };
const announcement: Notice = { kind: 'announcement', event: 2, publication: 0 };
const line: Notice = { kind: 'thread', event: 2 };

/** What comes of a post that Slack answers so, what was recorded of it, and whether it was tried at all. */
async function post(
  notice: Notice,
  {
    answer = { kind: 'posted', ts: '1.1' } as NoticeOutcome,
    maybePosted = 0,
    error = undefined as Error | undefined,
  } = {},
) {
  const posts: NoticePost[] = [];
  const recorded: unknown[] = [];
  const notifier = {
    postNotice: async (request: NoticePost) => {
      posts.push(request);
      return answer;
    },
  };
  const handle = async (...command: unknown[]) => {
    recorded.push(command);
    if (error !== undefined) throw error;
    return report;
  };
  const request = { tracked: { ...report, maybePosted }, notice, card: undefined, now: china('09-22T12:00') };
  const outcome = await postOnce({ notifier, handle }, request);
  return { outcome, recorded, posts: posts.length };
}
const delivery = (event: number, how: 'unsure' | 'failed') => [
  [report.report.id, { type: 'RecordDelivery', event, delivery: how }, { kind: 'clock' }],
];

const fine: readonly NoticeOutcome[] = [
  { kind: 'posted', ts: '1.1' },
  { kind: 'later', seconds: 9 },
];
test.each(fine)('what comes of a post is passed on: $kind', async (answer) => {
  for (const notice of [message, announcement, line])
    expect(await post(notice, { answer })).toEqual({ outcome: answer, recorded: [], posts: 1 });
});

test.each([
  ['message', message, 1],
  ['public announcement', announcement, 0],
] as const)(
  'a %s that may have arrived, or that Slack refuses, is recorded and counts as said',
  async (_, notice, event) => {
    const outcome = { kind: 'posted' };
    const unsure = await post(notice, { answer: { kind: 'unsure' } });
    expect(unsure).toEqual({ outcome, recorded: delivery(event, 'unsure'), posts: 1 });
    const failed = await post(notice, { answer: { kind: 'undeliverable' } });
    expect(failed).toEqual({ outcome, recorded: delivery(event, 'failed'), posts: 1 });
  },
);

test.each(['unsure', 'undeliverable'] as const)('a line in the channel is looked up instead: %s', async (kind) => {
  expect(await post(line, { answer: { kind }, maybePosted: 9 })).toEqual({ outcome: { kind }, recorded: [], posts: 1 });
});

test('what an interrupted replica may have sent is doubted, and not sent again', async () => {
  const doubted = { outcome: { kind: 'posted' }, recorded: delivery(1, 'unsure'), posts: 0 };
  expect(await post(message, { maybePosted: 3 })).toEqual(doubted);
  expect(await post(message, { maybePosted: 2 })).toMatchObject({ recorded: [], posts: 1 });
});

test('where it cannot be recorded, one that may have arrived waits for the lease to end', async () => {
  const refused = new Refusal('changed_meanwhile', { id: report.report.id });
  await expect(post(message, { answer: { kind: 'unsure' }, error: refused })).rejects.toBe(refused);
  const away = new Error('the database is away');
  await expect(post(message, { answer: { kind: 'undeliverable' }, error: away })).rejects.toBe(away);
});

test('where a refused one cannot be recorded, it is tried again in a second', async () => {
  const error = new Refusal('changed_meanwhile', { id: report.report.id });
  const { outcome } = await post(message, { answer: { kind: 'undeliverable' }, error });
  expect(outcome).toEqual({ kind: 'later', seconds: 1 });
});
