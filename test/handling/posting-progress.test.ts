import type { Notice } from '../../src/handling/due-notices.js';
import type { NoticeOutcome } from '../../src/handling/notifier.js';
import { afterCard, afterNotice, type Progress, placeOf } from '../../src/handling/posting-progress.js';
import { situations } from '../report/situations.js';
import { tracked } from './situations.js';

const cursor = { thread: 1, reporter: 1, rungs: { acknowledge_1: 2, confirm_1: 1 } };
const report = tracked(situations.received, { cursor, version: 7 });
const card = { channel: 'C0DESK', ts: '1.1', shownVersion: 6 };
const shown = { kind: 'shown', card: { channel: 'C0DESK', ts: '2.2' } } as const;

describe('after the card', () => {
  test('was shown, it shows this version, with the reminders that were reached', () => {
    expect(afterCard({ ...report, uncertain: true }, shown, { acknowledge_1: 3 })).toEqual({
      card: { channel: 'C0DESK', ts: '2.2', shownVersion: 7 },
      cursor: { ...cursor, rungs: { acknowledge_1: 3, confirm_1: 1 } },
      uncertain: true,
    });
  });

  test.each([
    ['later', { kind: 'later', seconds: 5 }, false],
    ['unsure', { kind: 'unsure' }, true],
    ['undeliverable', { kind: 'undeliverable' }, false],
  ] as const)(
    'was not shown (%s), nothing counts as said, and nothing more goes to the channel',
    (_, outcome, unsure) => {
      const after = { cursor, uncertain: unsure, channel: outcome };
      expect(afterCard(report, outcome, { acknowledge_1: 3 })).toEqual(after);
      expect(afterCard({ ...report, card }, outcome, { acknowledge_1: 3 })).toEqual({ ...after, card });
      expect(afterCard({ ...report, uncertain: true }, outcome, {}).uncertain).toBe(true);
    },
  );
});

const notices: Readonly<Record<Notice['kind'], Notice>> = {
  thread: { kind: 'thread', event: 3 },
  receipt: { kind: 'receipt', event: 3 },
  message: { kind: 'message', event: 3, message: 2 },
  announcement: { kind: 'announcement', event: 3, publication: 2 },
  approval: { kind: 'approval', event: 3, key: 'told_3', nth: 1 },
  superseded: { kind: 'superseded', event: 3, by: 5, key: 'superseded_3', nth: 2 },
  immediate: { kind: 'immediate', event: 3, key: 'told_3', nth: 2, user: 'U0LEAD', because: 'later_date' },
};
const before: Progress = { card, cursor, uncertain: false };
const posted: NoticeOutcome = { kind: 'posted', ts: '3.3' };

describe('after a notice', () => {
  test.each<[Notice['kind'], 'channel' | 'outward', object]>([
    ['thread', 'channel', { ...cursor, thread: 4 }],
    ['receipt', 'outward', { ...cursor, reporter: 4 }],
    ['message', 'outward', { ...cursor, reporter: 4 }],
    ['announcement', 'outward', { ...cursor, reporter: 4, announced: { 2: '3.3' } }],
    ['approval', 'channel', { ...cursor, rungs: { ...cursor.rungs, told_3: 1 } }],
    ['superseded', 'outward', { ...cursor, rungs: { ...cursor.rungs, superseded_3: 2 } }],
    ['immediate', 'channel', { ...cursor, rungs: { ...cursor.rungs, told_3: 2 } }],
  ])('of kind %s, which goes to the %s place, that much is said', (kind, place, said) => {
    expect(placeOf(notices[kind])).toBe(place);
    expect(afterNotice(before, notices[kind], posted, 9)).toEqual({ ...before, cursor: said });
  });

  test('no more is said than the history has', () => {
    const { cursor: thread } = afterNotice(before, notices.thread, posted, 2);
    const { cursor: receipt } = afterNotice(before, notices.receipt, posted, 2);
    const { cursor: announcement } = afterNotice(before, notices.announcement, posted, 2);
    expect([thread.thread, receipt.reporter, announcement.reporter]).toEqual([2, 2, 2]);
  });

  test('announcements are remembered beside one another, and one that could not be posted is not', () => {
    const earlier: Progress = { ...before, cursor: { ...cursor, announced: { 1: '1.5' } } };
    const { announced } = afterNotice(earlier, notices.announcement, posted, 9).cursor;
    expect(announced).toEqual({ 1: '1.5', 2: '3.3' });
    const none = { ...cursor, reporter: 4 };
    expect(afterNotice(before, notices.announcement, { kind: 'undeliverable' }, 9).cursor).toEqual(none);
    const again = afterNotice(earlier, notices.announcement, { kind: 'posted' }, 9).cursor;
    expect(again).toEqual({ ...none, announced: { 1: '1.5' } });
  });

  test.each([
    ['later', { kind: 'later', seconds: 5 }, false],
    ['unsure', { kind: 'unsure' }, true],
  ] as const)(
    'that was not posted (%s), nothing is said, and its place is closed: the other is not',
    (_, outcome, unsure) => {
      const after = { ...before, uncertain: unsure };
      expect(afterNotice(before, notices.thread, outcome, 9)).toEqual({ ...after, channel: outcome });
      expect(afterNotice(before, notices.message, outcome, 9)).toEqual({ ...after, outward: outcome });
      expect(afterNotice({ ...before, uncertain: true }, notices.message, outcome, 9).uncertain).toBe(true);
    },
  );

  test('that cannot be delivered at all, it counts as said', () => {
    const after = afterNotice({ ...before, uncertain: true }, notices.receipt, { kind: 'undeliverable' }, 9);
    expect(after).toEqual({ ...before, uncertain: true, cursor: { ...cursor, reporter: 4 } });
  });

  test('whose card is gone, the card is shown again in a moment', () => {
    const later = { kind: 'later', seconds: 1 };
    const gone = { kind: 'card_gone' } as const;
    expect(afterNotice(before, notices.thread, gone, 9)).toEqual({
      ...before,
      card: { ...card, shownVersion: -1 },
      channel: later,
    });
    const { card: _, ...cardless } = before;
    expect(afterNotice(cardless, notices.thread, gone, 9)).toEqual({ ...cardless, channel: later });
  });
});
