import { keptUntil, noticeMs, receivedBefore, retentionPlan } from '../../src/handling/retention.js';
import type { ReportEvent } from '../../src/report/events.js';
import { replay } from '../../src/report/evolve.js';
import { type ReportId, reportIdFrom } from '../../src/report/report-id.js';
import { Status } from '../../src/report/status.js';
import { later, received, rin } from '../store/a-report.js';

const day = 24 * 60;
const id = reportIdFrom(Buffer.from([1, 2, 3, 4, 5]));
const other = reportIdFrom(Buffer.from([5, 4, 3, 2, 1]));
const by = { kind: 'person', person: rin } as const;
const withdrawn = [...received({ id }), { type: 'ReportWithdrawn', at: later(3 * day), by } as const];
const declined = [
  ...received({ id }),
  { type: 'ReportDeclined', at: later(5 * day), by, reason: 'spam', asksForPublicBug: false } as const,
];
const noted = { type: 'NoteAdded', at: later(6 * day), by, text: 'Somebody still needs it.' } as const;
const tracked = (history: readonly ReportEvent[]) => ({
  history,
  report: replay(history),
});
const all = { retention: { closed: 700, withdrawn: 30 } };

it.each([
  ['withdrawn', withdrawn, all, later(33 * day)],
  ['withdrawn, with a term for others only', withdrawn, { retention: { closed: 700 } }, undefined],
  ['declined', declined, all, later(705 * day)],
  ['declined, and noted on since', [...declined, noted], all, later(706 * day)],
  ['open', received({ id }), all, undefined],
  ['withdrawn, without a retention', withdrawn, {}, undefined],
] as const)('a report that is %s is kept so long after its last change', (_, history, policy, until) => {
  expect(keptUntil(tracked(history), policy)).toEqual(until);
});

it.each(Status.options)('a report that is %s', (status) => {
  const { history, report } = tracked(declined);
  const days = { declined: 700, duplicate: 700, disclosed: 700, withdrawn: 30 }[status as string];
  const until = days === undefined ? undefined : later((5 + days) * day);
  expect(keptUntil({ history, report: { ...report, status } }, all)).toEqual(until);
});

describe('the plan', () => {
  const now = later(0);
  const noticed = new Date(now.getTime() + noticeMs);
  const map = (...entries: [ReportId, Date][]) => new Map(entries);

  it('tells of what is due within a week, and erases nothing that it has not told of', () => {
    const kept = map([id, later(-900 * day)], [other, later(8 * day)]);
    expect(retentionPlan(kept, map(), now)).toEqual({ plan: map([id, noticed]), tell: [id], erase: [] });
  });

  it('tells of it once, and erases it a week later', () => {
    const kept = map([id, later(day)]);
    const { plan } = retentionPlan(kept, map(), now);
    expect(retentionPlan(kept, plan, later(7 * day - 1))).toEqual({ plan, tell: [], erase: [] });
    expect(retentionPlan(kept, plan, later(7 * day))).toEqual({ plan, tell: [], erase: [id] });
  });

  it('knows no hour between: what is due in a week exactly is told, and what was told of for that moment holds', () => {
    expect(retentionPlan(map([id, noticed]), map(), now)).toMatchObject({ tell: [id] });
    expect(retentionPlan(map([id, later(day)]), map([id, later(day)]), later(day))).toMatchObject({
      tell: [],
      erase: [id],
    });
  });

  it('looks for what was received so long ago that it may be due within a week', () => {
    expect(receivedBefore(30, later(30 * day))).toEqual(later(7 * day));
  });

  it('begins anew with a report that has changed since', () => {
    const told = map([id, later(day)]);
    expect(retentionPlan(map([id, later(30 * day)]), told, later(2 * day))).toMatchObject({ plan: map(), erase: [] });
    const again = retentionPlan(map([id, later(30 * day)]), told, later(25 * day));
    expect(again).toMatchObject({ tell: [id], erase: [] });
  });
});
