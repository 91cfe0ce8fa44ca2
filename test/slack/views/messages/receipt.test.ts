import { explain } from '../../../../src/deadline/explain.js';
import { endOfTerm, type Term } from '../../../../src/deadline/term.js';
import type { ReceiptFacts } from '../../../../src/slack/views/facts.js';
import { dayRuns } from '../../../../src/slack/views/parts/day-runs.js';
import { show } from '../../../../src/slack/views/surfaces.js';
import { china } from '../../../deadline/calendars.js';
import { textsOf } from '../every-sample.js';

/** The receipt of a report that arrived at this moment, line by line. */
function linesOf(
  receivedAt: string,
  language: 'en' | 'zh' = 'en',
  over: Partial<ReceiptFacts> = {},
  term: Term = { workingDays: 2 },
): string[] {
  const explanation = endOfTerm(new Date(receivedAt), term, china);
  const promise = { dueAt: explanation.due, provisional: explanation.provisional, policyRevision: 'a1b2c3d4e5f6' };
  const facts = { id: 'VR-7K2Q-9FDX', project: 'KubeSphere', explanation, promise, zone: china.zone, ...over };
  return textsOf(show('receipt', facts, language)).flatMap(({ text }) => text.split('\n'));
}

describe('the receipt', () => {
  it('names the exact moment by which a person answers, in the team’s zone and in the reader’s', () => {
    const lines = linesOf('2026-09-22T02:00:00Z').join('\n');
    expect(lines).toContain('Someone on the KubeSphere security team will reply by Thu 24 Sep, 18:00');
    expect(lines).toContain(`Your time: <!date^${Date.parse('2026-09-24T10:00:00Z') / 1000}^`);
  });

  it('says until when the team is on a break, and counts from then', () => {
    const explanation = endOfTerm(new Date('2026-09-24T01:00:00Z'), { workingDays: 2 }, china);
    const countsFrom = new Date('2026-09-24T01:00:00Z');
    const promise = { dueAt: explanation.due, provisional: false, policyRevision: 'a1b2c3d4e5f6', countsFrom };
    const lines = linesOf('2026-09-22T02:00:00Z', 'en', { explanation, promise });
    expect(lines.join()).toContain('The team is on a break and answers again on Thu 24 Sep, 09:00');
    expect(lines).toContain('• Thu 24 Sep: the team is back. Counting starts on the next working day.');
    expect(lines.join()).not.toContain('your report arrives');
    const arrives = '• Thu 24 Sep: your report arrives. Counting starts on the next working day.';
    expect(linesOf('2026-09-24T01:00:00Z')).toContain(arrives);
  });

  it('lists the days that count and those that do not, by name', () => {
    expect(linesOf('2026-09-23T02:00:00Z')).toEqual(
      expect.arrayContaining([
        '• Wed 23 Sep: your report arrives. Counting starts on the next working day.',
        '• Thu 24 Sep: working day 1',
        '• Fri 25 Sep to Sun 27 Sep: not counted, Mid-Autumn Festival',
        '• Mon 28 Sep: working day 2',
      ]),
    );
    expect(linesOf('2026-09-11T02:00:00Z')).toContain('• Sat 12 Sep to Sun 13 Sep: not counted, weekend');
  });

  it('says in one sentence how days and hours that always run are counted', () => {
    const tuesday = '2026-09-22T02:00:00Z';
    expect(linesOf(tuesday, 'en', {}, { hours: 72 }).join('\n')).toContain(
      'We count 72 hours from the moment your report arrives, at night and at weekends too.',
    );
    const days = linesOf(tuesday, 'en', {}, { calendarDays: 10 }).join('\n');
    expect(days).toContain('will reply by Fri 2 Oct, 18:00');
    expect(days).toContain('We count 10 days from the day after your report arrives, weekends and holidays included.');
    expect(linesOf(tuesday, 'zh', {}, { hours: 72 }).join('\n')).toContain(
      '从收到报告时起算 72 小时，夜间和周末也计入。',
    );
  });

  it('runs a long holiday together', () => {
    const holidays = linesOf('2026-09-30T02:00:00Z').filter((line) => line.includes('not counted'));
    expect(holidays).toEqual(['• Thu 1 Oct to Wed 7 Oct: not counted, National Day']);
  });

  it('says that a make-up working day counts', () => {
    expect(linesOf('2026-10-09T02:00:00Z').find((line) => line.includes('Sat 10 Oct'))).toMatch(
      /working day 1, a make-up working day/,
    );
    expect(linesOf('2026-10-09T02:00:00Z', 'zh').find((line) => line.includes('10月10日'))).toMatch(
      /第 1 个工作日，调休上班/,
    );
  });

  it('warns where holidays are not announced yet, and not before', () => {
    expect(linesOf('2026-12-31T02:00:00Z').join()).toContain('This date may change');
    expect(linesOf('2026-09-22T02:00:00Z').join()).not.toContain('This date may change');
  });

  it('does not reckon up another date than the one that was promised', () => {
    const dueAt = new Date('2026-09-23T10:00:00Z');
    const lines = linesOf('2026-09-22T02:00:00Z', 'en', {
      promise: { dueAt, provisional: false, policyRevision: 'a1b2c3d4e5f6' },
    });
    expect(lines.join()).toContain('Wed 23 Sep, 18:00');
    expect(lines.join()).not.toContain('working day 1');
  });

  it('says who is on duty, and the team where no rota does', () => {
    const onDuty = { team: 'T0HOME', user: 'U0LIN', name: 'Lin' };
    expect(linesOf('2026-09-22T02:00:00Z', 'en', { onDuty })).toContain('Lin is on duty and will be notified.');
    expect(linesOf('2026-09-22T02:00:00Z')).toContain('The security team is being notified now.');
  });

  it('says that a bot wrote it, that it is no answer, and what happens next', () => {
    const lines = linesOf('2026-09-22T02:00:00Z').join('\n');
    for (const part of ['This is an automatic receipt. A person will reply.', '1. ', '2. ', '3. ', 'confidential'])
      expect(lines).toContain(part);
  });

  it('says the whole gist to somebody who hears only the text', () => {
    const explanation = endOfTerm(new Date('2026-09-22T02:00:00Z'), { workingDays: 2 }, china);
    const promise = { dueAt: explanation.due, provisional: false, policyRevision: 'a1b2c3d4e5f6' };
    const facts = { id: 'VR-7K2Q-9FDX', project: 'KubeSphere', explanation, promise, zone: china.zone };
    const { text } = show('receiptMessage', facts, 'zh');
    for (const part of ['VR-7K2Q-9FDX', '9月24日', '自动回执', '保密']) expect(text).toContain(part);
  });
});

describe('days in a row', () => {
  const holiday = { counted: false, why: 'holiday', name: { en: 'National Day', zh: '国庆节' } } as const;
  const weekend = { counted: false, why: 'weekend' } as const;
  const on = (date: string) => ({ date: `2026-10-${date}` });

  it('take a weekend inside a holiday for a part of it, and one beside it for a weekend', () => {
    const days = [
      { ...on('02'), ...holiday },
      { ...on('03'), ...weekend },
      { ...on('04'), ...weekend },
      { ...on('05'), ...holiday },
      { ...on('10'), ...weekend },
    ];
    expect(dayRuns(days, 'zh')).toEqual([
      { first: '2026-10-02', last: '2026-10-05', counted: false, why: 'holiday', name: '国庆节' },
      { first: '2026-10-10', last: '2026-10-10', counted: false, why: 'weekend' },
    ]);
  });

  it('hold every day of the explanation once, and count what it counts', () => {
    const { days } = explain(new Date('2026-09-22T02:00:00Z'), 30, china);
    const runs = dayRuns(days, 'en');
    const length = ({ first, last }: { first: string; last: string }) =>
      (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
    expect(runs.reduce((sum, run) => sum + length(run), 0)).toBe(days.length);
    expect(runs.filter(({ counted }) => counted)).toHaveLength(30);
    expect(runs.every((run, i) => i === 0 || run.first > (runs[i - 1]?.last ?? ''))).toBe(true);
  });
});
