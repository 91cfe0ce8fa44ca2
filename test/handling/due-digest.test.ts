import { promiseFor } from '../../src/deadline/deadlines.js';
import { type DueDigest, dueDigest } from '../../src/handling/due-digest.js';
import type { DutyRow } from '../../src/handling/tracked-report.js';
import type { OpenDuty } from '../../src/report/duty.js';
import { tuesday } from '../report/situations.js';
import { atOnce } from '../support/at-once.js';
import { china, duty, lead, moments, nowhere, policy, row, staffed } from './situations.js';

const mine = row();
const key = 'VR-7K2Q-9FDX:acknowledge_1';
const held = row({ responder: 'U0MEI', responderSince: tuesday });
const to = (rows: readonly DutyRow[], now: Date, rungs: Record<string, number> = {}, rules = policy) =>
  atOnce(dueDigest({ rungs }, rows, rules, nowhere, now));
const lines = ({ lines }: DueDigest) => lines.map(({ id, why }) => `${id} ${why}`);
/** When the day of the deadline opens. */
const opening = china('09-24T09:00');

/** Every digest from a moment on, with every look that was asked for. */
function heard(rows: (now: Date) => readonly DutyRow[], from: Date, to: Date, rules = policy): [Date, DueDigest][] {
  const digests: [Date, DueDigest][] = [];
  let rungs: DueDigest['rungs'] = {};
  for (let now: Date | undefined = from; now !== undefined && now <= to; ) {
    const due: DueDigest = atOnce(dueDigest({ rungs }, rows(now), rules, nowhere, now));
    if (due.lines.length > 0) digests.push([now, due]);
    rungs = due.rungs;
    now = due.wakeAt;
  }
  return digests;
}
const momentsOf = (digests: readonly [Date, DueDigest][]) => digests.map(([at]) => at);

describe('a report that nobody has, in a team without a rota', () => {
  it('is told when the day of its deadline opens, at its deadline, and then each working day but the first', () => {
    const all = heard(() => [mine], tuesday, china('09-29T12:00'));
    expect(momentsOf(all)).toEqual([opening, moments.deadline, moments.tuesdayAfter]);
    expect(all.map(([, due]) => lines(due)[0])).toEqual([
      'VR-7K2Q-9FDX soon',
      'VR-7K2Q-9FDX overdue',
      'VR-7K2Q-9FDX overdue',
    ]);
  });
  it('is told once: the record says so', () => {
    const { rungs, told } = to([mine], opening);
    expect([told, rungs]).toEqual([[{ key, number: 3 }], { [key]: 3 }]);
    expect(to([mine], opening, rungs)).toMatchObject({ lines: [], rungs, wakeAt: moments.deadline });
  });
  it('is told later on that day where it came in after the opening', () => {
    const late = row({}, { since: china('09-24T10:00') });
    expect(momentsOf(heard(() => [late], china('09-24T10:00'), moments.deadline))).toEqual([
      moments.twoHoursBefore,
      moments.deadline,
    ]);
  });
  it('is told late after an outage, also of a deadline that passed in it', () => {
    expect(lines(to([mine], china('09-25T03:00'), { [key]: 1 }))).toEqual(['VR-7K2Q-9FDX overdue']);
    expect(lines(to([mine], china('09-28T10:00'), { [key]: 1 }))).toEqual(['VR-7K2Q-9FDX overdue']);
  });
  it('is not told for the time before notices began', () => {
    const restored = row({ noticesFrom: china('09-24T19:00') });
    expect(to([restored], china('09-24T20:00')).lines).toEqual([]);
    const watched = row({ noticesFrom: moments.deadline });
    expect(to([watched], moments.deadline).lines).toHaveLength(1);
  });
  it('is told at the opening where it came in just then', () => {
    const early = row({}, { since: opening });
    expect(momentsOf(heard(() => [early], opening, china('09-24T17:00')))).toEqual([opening]);
  });
  it('is looked at again in three days where nothing is due for longer', () => {
    const far = row({}, { dueAt: china('12-24T18:00') });
    expect(to([far], tuesday).wakeAt).toEqual(china('09-25T10:00'));
  });
  it('is told at its deadline, though a lead alone is reminded from then on', () => {
    const ladder = policy.ladder.map((spec) =>
      spec.kind === 'each_working_day_after' ? { ...spec, tell: ['lead'] as const } : spec,
    );
    const due = to([mine], moments.deadline, {}, { ...policy, leads: [lead], ladder });
    expect([lines(due), due.wakeAt]).toEqual([['VR-7K2Q-9FDX overdue'], china('09-27T18:00')]);
  });
});

describe('the digest', () => {
  const late = row({ id: 'VR-0000-0001', responder: 'U0MEI' }, { dueAt: china('09-22T18:00') });
  const young = row({ id: 'VR-0000-0002' }, { since: china('09-24T15:00'), dueAt: china('09-28T18:00') });

  it('has what is overdue, due soon and new, and who holds what', () => {
    const due = to([late, mine, young], moments.twoHoursBefore, { [key]: 1, 'VR-0000-0001:acknowledge_1': 99 });
    expect(lines(due)).toEqual(['VR-0000-0001 overdue', 'VR-7K2Q-9FDX soon', 'VR-0000-0002 new']);
    expect(due.holders).toEqual([{ count: 2 }, { user: 'U0MEI', count: 1 }]);
    expect(due.told).toEqual([{ key, number: 3 }]);
    expect(due.rungs).toEqual({ [key]: 3, 'VR-0000-0001:acknowledge_1': 99, 'VR-0000-0002:acknowledge_1': 0 });
  });
  it('is none, where nothing is due but there is something new or known to be overdue', () => {
    const rungs = { 'VR-0000-0001:acknowledge_1': 99 };
    const { wakeAt: _, ...due } = to([late, young], moments.twoHoursBefore, rungs);
    expect(due).toEqual({ lines: [], told: [], calls: [], holders: [], rungs });
  });
  it('leaves out what is neither due nor new, and names as new only what nobody has answered', () => {
    const known = { [key]: 1, 'VR-0000-0002:acknowledge_1': 0 };
    expect(lines(to([mine, young], moments.twoHoursBefore, known))).toEqual(['VR-7K2Q-9FDX soon']);
    const { acknowledge } = young.duties as { acknowledge: OpenDuty };
    const answered = { ...young, duties: { confirm: acknowledge } };
    const without = row({ id: 'VR-0000-0004', duties: {} });
    expect(lines(to([mine, answered, without], moments.twoHoursBefore, { [key]: 1 }))).toEqual(['VR-7K2Q-9FDX soon']);
  });
  it('names each by its soonest deadline, with its responder, the most overdue first', () => {
    const { acknowledge } = late.duties as { acknowledge: OpenDuty };
    const confirm = { ...acknowledge, dueAt: china('09-21T18:00') };
    const later = { ...late, id: 'VR-0000-0005' as const, duties: { acknowledge, confirm } };
    const now = moments.deadline;
    const due = to([mine, late, later], now, { 'VR-0000-0001:acknowledge_1': 99, 'VR-0000-0005:acknowledge_1': 99 });
    expect(due.lines).toEqual([
      { id: later.id, why: 'overdue', deadline: { duty: 'confirm', ...confirm }, responder: 'U0MEI' },
      { id: late.id, why: 'overdue', deadline: { duty: 'acknowledge', ...acknowledge }, responder: 'U0MEI' },
      { id: mine.id, why: 'overdue', deadline: { duty: 'acknowledge', ...mine.duties.acknowledge } },
    ]);
    const soonFirst = to([young, mine, late], moments.twoHoursBefore, { 'VR-0000-0001:acknowledge_1': 99 });
    expect(lines(soonFirst)).toEqual(['VR-0000-0001 overdue', 'VR-7K2Q-9FDX soon', 'VR-0000-0002 new']);
  });
  it('names a report once, whatever is due of it', () => {
    const { acknowledge } = mine.duties as { acknowledge: OpenDuty };
    const two = { ...mine, duties: { acknowledge, confirm: acknowledge } };
    const due = to([two], moments.deadline);
    expect(lines(due)).toEqual(['VR-7K2Q-9FDX overdue']);
    expect(due.told).toHaveLength(2);
  });
  it('has what is exploited at once, and first', () => {
    const exploited = row({ id: 'VR-0000-0003' }, { exploited: true, since: china('09-24T14:00') });
    expect(lines(to([mine, exploited], moments.twoHoursBefore, { [key]: 1 }))[0]).toBe('VR-0000-0003 soon');
    expect(to([exploited], china('09-24T15:00')).wakeAt).toEqual(moments.twoHoursBefore);
  });
});

describe('in a team with a rota', () => {
  it('the channel hears of a missed deadline, and of nothing before', () => {
    const alone = { ...staffed, leads: [], rota: [] };
    expect(momentsOf(heard(() => [held], tuesday, china('09-28T12:00'), alone))).toEqual([moments.deadline]);
    expect(momentsOf(heard(() => [mine], tuesday, china('09-28T12:00'), staffed))).toEqual([moments.deadline]);
  });
  it('a missed deadline that somebody has, and a lead hears of, waits for the next opening', () => {
    expect(momentsOf(heard(() => [held], tuesday, china('09-28T12:00'), staffed))).toEqual([moments.mondayAfter]);
    const leads = row({ responder: lead, responderSince: tuesday });
    expect(momentsOf(heard(() => [leads], tuesday, china('09-28T12:00'), staffed))).toEqual([moments.mondayAfter]);
    const exploited = row({ responder: 'U0MEI', responderSince: tuesday }, { exploited: true });
    expect(momentsOf(heard(() => [exploited], tuesday, china('09-24T20:00'), staffed))).toEqual([moments.deadline]);
    const atOpening = row({ responder: 'U0MEI', responderSince: tuesday }, { dueAt: opening });
    expect(momentsOf(heard(() => [atOpening], tuesday, china('09-24T17:00'), staffed))).toEqual([opening]);
  });
  it('so does one that somebody else than its responder hears of', () => {
    const ladder = staffed.ladder.map((spec) =>
      spec.kind === 'at_deadline' ? { ...spec, tell: ['responder', 'deputy', 'channel'] as const } : spec,
    );
    const told = heard(() => [held], tuesday, china('09-28T12:00'), { ...staffed, ladder });
    expect(momentsOf(told)).toEqual([moments.mondayAfter]);
  });
  it('nobody is mentioned who is reminded themselves', () => {
    expect(to([mine], moments.deadline, {}, staffed).calls).toEqual([]);
  });
  it('whoever is on duty and the leads are mentioned for what nobody has, where a reminder does not reach them', () => {
    const alone = { ...staffed, ladder: staffed.ladder.map((spec) => ({ ...spec, tell: ['channel'] as const })) };
    expect(to([mine], moments.twoHoursBefore, {}, alone).calls).toEqual([duty, lead]);
    expect(to([mine], moments.deadline, {}, alone).calls).toEqual([duty, lead]);
    expect(to([held], moments.twoHoursBefore, {}, alone).calls).toEqual([]);
    const exploited = row({}, { exploited: true });
    const { exploited: hourly } = alone;
    const told = { ...alone, ...(hourly && { exploited: { ...hourly, tell: ['channel'] as const } }) };
    expect(to([exploited], china('09-22T12:00'), {}, told)).toMatchObject({ lines: [{ why: 'soon' }], calls: [] });
    expect(to([row({ reporter: lead })], moments.twoHoursBefore, {}, alone).calls).toEqual([duty]);
  });
});

describe('three weeks of a team without a rota', () => {
  const hour = 3_600_000;
  const day = 24 * hour;
  const report = (n: number, since: Date) =>
    row(
      { id: `VR-0000-00${String(n).padStart(2, '0')}`, receivedAt: since, noticesFrom: since },
      { since, dueAt: promiseFor(since, policy).promise.dueAt },
    );
  // 41 within two working days, and five in the ten days after. Nobody has them, and they are answered when the day after their
  // deadline is over; but two of the five are taken and answered in time.
  const many = Array.from({ length: 41 }, (_, n) => {
    const first = n % 2 === 0;
    return report(n, new Date(china(first ? '09-14T09:00' : '09-15T09:00').getTime() + n * 12 * 60_000));
  });
  const few = [0, 2, 3, 7, 8].map((days, n) => {
    return report(50 + n, new Date(china('09-21T11:00').getTime() + days * day));
  });
  const open = (now: Date) =>
    [...many, ...few].filter(({ id, receivedAt, duties }) => {
      const late = few.findIndex((one) => one.id === id) % 2 !== 1;
      const answered = late ? (duties.acknowledge?.dueAt.getTime() ?? 0) + 18 * hour : receivedAt.getTime() + day;
      return receivedAt <= now && now.getTime() < answered;
    });
  // The loop looks whenever a report comes in, too.
  const digests = () => {
    const all: [Date, DueDigest][] = [];
    let rungs: DueDigest['rungs'] = {};
    for (let at = china('09-14T00:00').getTime(); at < china('10-05T00:00').getTime(); at += 15 * 60_000) {
      const due = atOnce(dueDigest({ rungs }, open(new Date(at)), policy, nowhere, new Date(at)));
      if (due.lines.length > 0) all.push([new Date(at), due]);
      rungs = due.rungs;
    }
    return all;
  };

  it('has twelve digests at most, none of which tells anything twice in a working day unless a deadline passed', () => {
    const all = digests();
    console.info(`${all.length} digests in three weeks: ${all.map(([at]) => at.toISOString().slice(5, 16)).join(' ')}`);
    expect(all.length).toBeLessThanOrEqual(12);
    const overdue = new Set(all.flatMap(([, due]) => lines(due).filter((line) => line.endsWith('overdue'))));
    expect(overdue.size).toBe(43);
    const twice = all.flatMap(([at, { told }], n) =>
      told.flatMap(({ key }) => {
        const before = all.slice(0, n).findLast(([, due]) => due.told.some((one) => one.key === key))?.[0];
        const dueAt = open(at).flatMap(({ id, duties }) =>
          key.startsWith(id) ? (duties.acknowledge?.dueAt ?? []) : [],
        )[0];
        const passed = before !== undefined && dueAt !== undefined && before < dueAt && dueAt <= at;
        return before !== undefined && !passed && at.getTime() - before.getTime() < 9 * 3_600_000 ? [key] : [];
      }),
    );
    expect(twice).toEqual([]);
  });
});
