import { watchCalendar } from '../../src/handling/calendar-watch.js';
import type { RateLimit } from '../../src/handling/ports.js';
import { until } from '../support/bounded-poll.js';
import { type HeldIntervals, holdIntervals } from '../support/held-intervals.js';
import { policy } from './situations.js';

const calendar = { ...policy.calendar, coversUntil: '2026-12-31' };
const on = (date: string) => new Date(`2026-${date}T12:00:00+08:00`);
/** Which warnings were counted, for all replicas. */
let counted: RateLimit[];
let intervals: HeldIntervals;
let stops: (() => void)[];

beforeEach(() => {
  counted = [];
  stops = [];
  intervals = holdIntervals();
});
afterEach(() => {
  for (const stop of stops) stop();
  intervals[Symbol.dispose]();
});

/** A program that looks at these moments, one after the other, while the warning can be posted or not. */
async function look(moments: readonly Date[], { posted = true, error = undefined as Error | undefined } = {}) {
  const done: string[] = [];
  let looks = 0;
  const stop = watchCalendar({
    calendar,
    rateLimits: {
      pass: async ([rule]) => {
        if (rule === undefined) throw new Error('there is a rule');
        if (counted.some(({ key }) => key === rule.key)) return { rule, until: on('12-31') };
        counted.push(rule);
        return undefined;
      },
    },
    clock: () => {
      looks += 1;
      const now = moments[looks - 1];
      if (now === undefined) throw new Error('no more looks');
      return now;
    },
    log: {
      note: (what) => void done.push(what),
      warn: (what) => void done.push(what),
      fail: (what) => {
        done.push(what);
        return '';
      },
    },
    warn: async (now) => {
      done.push(`warn ${now.toISOString().slice(5, 10)}`);
      if (error !== undefined) throw error;
      return posted;
    },
  });
  stops.push(stop);
  for (let n = 1; n < moments.length; n += 1) {
    await new Promise(setImmediate);
    expect(intervals.pass()).toEqual([3_600_000]);
  }
  await until('it has looked', () => looks === moments.length);
  await new Promise(setImmediate);
  stop();
  expect(intervals.pass()).toEqual([]);
  return done;
}

test('the team is warned when the holidays end soon, and again when it is nearer, once each', async () => {
  const moments = ['10-31', '11-01', '11-02', '11-20', '12-17', '12-18', '12-31'].map(on);
  expect(await look(moments)).toEqual(['warn 11-01', 'warn 12-17', 'warn 12-31']);
  expect(counted).toEqual(
    [60, 14, 0].map((days) => ({ key: `calendar/2026-12-31/${days}`, limit: 1, seconds: 315_360_000 })),
  );
});

test('not by a replica that starts later', async () => {
  await look([on('11-02')]);
  expect(await look([on('11-03'), on('11-04')])).toEqual([]);
  expect(await look([on('12-20')])).toEqual(['warn 12-20']);
});

test('one that could not be posted, or failed, is posted at the next look', async () => {
  const moments = [on('11-02'), on('11-03')];
  expect(await look(moments, { posted: false })).toEqual(['warn 11-02', 'warn 11-03']);
  counted = [];
  const error = new Error('Slack is away');
  expect(await look(moments, { error })).toEqual([
    ...['warn 11-02', 'calendar not looked at'],
    ...['warn 11-03', 'calendar not looked at'],
  ]);
});
