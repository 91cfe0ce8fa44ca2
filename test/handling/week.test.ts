import { promiseFor } from '../../src/deadline/deadlines.js';
import { reportOfWeek, type Week, weekIn, weekOf } from '../../src/handling/week.js';
import type { ReportEvent } from '../../src/report/events.js';
import { replay } from '../../src/report/evolve.js';
import { policy } from '../deadline/calendars.js';
import { acknowledged, received } from '../deadline/reports.js';

const cn = (text: string) => new Date(`2026-${text}:00+08:00`);
const zone = policy.calendar.zone;
const lin = { kind: 'person', person: { team: 'T0HOME', user: 'U0LIN', name: 'Lin' } } as const;
const route = 'direct_message' as const;

const filed = (at: string, ...since: ReportEvent[]) => [received(cn(at), promiseFor(cn(at), policy).promise), ...since];
const assigned = (at: string, user = 'U0LIN'): ReportEvent => {
  return { type: 'ResponderAssigned', at: cn(at), by: lin, responder: { ...lin.person, user } };
};
const withdrawn = (at: string): ReportEvent => ({ type: 'ReportWithdrawn', at: cn(at), by: lin });
const accepted = (at: string, rating: 'high' | 'low'): ReportEvent => {
  const severity = { vector: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N', score: 6.5, rating };
  return { type: 'ReportAccepted', at: cn(at), by: lin, severity, lines: [{ line: 'KubeSphere v4' }] };
};
const update = (at: string, until: string): ReportEvent => {
  return {
    type: 'MessageSent',
    at: cn(at),
    by: lin,
    purpose: 'information',
    message: 'Soon.',
    route,
    nextUpdate: cn(until),
  };
};

function week(now: string, histories: readonly (readonly ReportEvent[])[], departed: readonly string[] = []) {
  const found = histories.map((history) => reportOfWeek(replay(history), history, policy, cn(now)));
  return weekIn(found, zone, new Set(departed), cn(now));
}
const dueDates = (one: Week | undefined) => one?.lines.map(({ deadline, why }) => [deadline.duty, deadline.dueAt, why]);

test('a week has what is open by severity, who has it, and what is due first', () => {
  const histories = [
    filed('09-22T10:00', acknowledged(cn('09-22T11:00')), accepted('09-22T12:00', 'high'), assigned('09-22T12:00')),
    filed(
      '09-22T10:00',
      acknowledged(cn('09-22T11:00')),
      accepted('09-22T12:00', 'low'),
      update('09-23T09:00', '09-29T18:00'),
    ),
    filed('09-24T10:00', assigned('09-24T11:00')),
    filed('09-22T10:00'),
    filed('09-22T10:00', withdrawn('09-22T11:00')),
  ];
  const found = week('09-28T09:00', histories);
  expect(found).toMatchObject({
    open: { high: 1, low: 1, unrated: 2 },
    holders: [{ user: 'U0LIN', count: 2 }, { count: 2 }],
  });
  expect(dueDates(found)).toEqual([
    ['acknowledge', cn('09-24T18:00'), 'overdue'],
    ['next_update', cn('09-29T18:00'), 'soon'],
    ['acknowledge', cn('09-29T18:00'), 'soon'],
  ]);
  // The first two were answered and decided in time, and the fourth was neither.
  expect(found?.promises).toEqual({ due: 6, kept: 4 });
  expect(found?.lines[2]?.responder).toBe('U0LIN');
});

test('it names the five reports that are due first', () => {
  const days = ['09-14', '09-15', '09-16', '09-17', '09-18', '09-21'];
  const found = week('09-28T09:00', days.map((day) => filed(`${day}T10:00`)).toReversed());
  expect(found?.lines.map(({ deadline }) => deadline.dueAt)).toEqual(
    ['09-16', '09-17', '09-18', '09-20', '09-21'].map((day) => cn(`${day}T18:00`)),
  );
});

test('reports of somebody who has left the team are nobody’s', () => {
  const found = week('09-28T09:00', [filed('09-24T10:00', assigned('09-24T11:00'))], ['U0LIN']);
  expect(found?.holders).toEqual([{ count: 1 }]);
  expect(found?.lines[0]).not.toHaveProperty('responder');
});

test('the quarter begins at midnight where the team is, and a promise belongs to the one in which it came due', () => {
  const lateInQuarter = filed('06-26T10:00', acknowledged(cn('06-26T11:00')), withdrawn('06-26T12:00'));
  const acrossIt = filed('06-29T10:00', acknowledged(cn('06-29T11:00')), withdrawn('06-29T12:00'));
  const due = (now: string) => week(now, [lateInQuarter, acrossIt])?.promises;
  expect(due('07-01T17:00')).toEqual({ due: 0, kept: 0 });
  expect(due('07-02T09:00')).toEqual({ due: 1, kept: 1 });
  expect(due('06-30T23:59')).toEqual({ due: 1, kept: 1 });
});

test('where nothing is open and nothing came due for a week, nothing is said', () => {
  const closed = filed('09-14T10:00', acknowledged(cn('09-14T11:00')), withdrawn('09-14T12:00'));
  expect(week('09-28T09:00', [])).toBeUndefined();
  expect(week('09-28T09:00', [closed])).toBeUndefined();
  expect(week('09-21T09:00', [closed])).toMatchObject({ open: {}, holders: [], promises: { due: 1, kept: 1 } });
});

describe('the week of the reports that are stored', () => {
  const now = cn('09-28T09:00');
  const known = [filed('09-24T10:00', assigned('09-24T11:00')), filed('09-24T10:00')];
  async function stored(count: number, departed: readonly string[] = []) {
    const asked: unknown[] = [];
    const mark = (n: number) => ({ id: `VR-0000-000${n}`, mark: 'newest' });
    const found = await weekOf(
      {
        reports: {
          marks: async (since, limit) => {
            asked.push(since, limit);
            return Array.from({ length: count }, (_, n) => mark(n));
          },
          open: async (ids, take) => {
            asked.push(ids.length);
            for (const history of known) take(mark(0), replay(history), history);
            take(mark(0), undefined, []);
          },
        },
        departed: async (users) => {
          asked.push(users);
          return new Set(departed);
        },
      },
      policy,
      now,
    );
    return { found, asked };
  }

  test('has those that can be read, of two years at most', async () => {
    const { found, asked } = await stored(3);
    expect(found).toEqual(week('09-28T09:00', known));
    expect(asked).toEqual([new Date(now.getTime() - 730 * 86_400_000), 5000, 3, ['U0LIN']]);
  });
  test('has nobody who has left the team', async () => {
    expect((await stored(3, ['U0LIN'])).found).toEqual(week('09-28T09:00', known, ['U0LIN']));
  });
  test('says so where there may be more', async () => {
    expect((await stored(5000)).found?.newest).toBe(5000);
    expect((await stored(4999)).found).not.toHaveProperty('newest');
  });
});
