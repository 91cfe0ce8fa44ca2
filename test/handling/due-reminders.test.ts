import type { Policy } from '../../src/deadline/policy.js';
import { dueReminders } from '../../src/handling/due-reminders.js';
import type { TrackedPerson } from '../../src/handling/ports.js';
import type { DutyRow } from '../../src/handling/tracked-report.js';
import { tuesday } from '../report/situations.js';
import { atOnce } from '../support/at-once.js';
import { china, deputy, duty, lead, moments, nowhere, person, policy, row, staffed } from './situations.js';

const mei = 'U0MEI';
const mine = row({ responder: mei, responderSince: tuesday });
/** Half of its time is over on Wednesday at 15:30, and its last reminder comes on Monday. */
const unhurried = row({ responder: mei, responderSince: tuesday }, { dueAt: china('09-28T12:00') });
const key = 'VR-7K2Q-9FDX:acknowledge_1';
const newYork = () => 'America/New_York';
const to = (
  who: TrackedPerson,
  rows: readonly DutyRow[],
  now: Date,
  rules: Policy = policy,
  zoneOf = nowhere as () => string | undefined,
) => atOnce(dueReminders(who, rows, rules, zoneOf, now));
const numbers = ({ reminders }: ReturnType<typeof to>) => reminders.map(({ id, rung }) => `${id} rung ${rung.number}`);
const first = 'VR-7K2Q-9FDX rung 1';

describe('what a responder is reminded of', () => {
  test('nothing before the first reminder, then that one, once', () => {
    const before = to(person(mei), [mine], new Date(moments.half.getTime() - 1));
    expect(before).toMatchObject({ reminders: [], wakeAt: moments.half });
    const at = to(person(mei), [mine], moments.half);
    expect(at).toMatchObject({
      reminders: [{ id: mine.id, key, rung: { number: 1 }, deadline: { dueAt: moments.deadline }, assigned: true }],
      rungs: { [key]: 1 },
      today: { date: '2026-09-23', count: 1 },
      // Three quarters fall on the day of the last reminder, which says the same.
      wakeAt: moments.twoHoursBefore,
    });
    expect(to(person(mei, at), [mine], moments.half)).toMatchObject({ reminders: [], wakeAt: moments.twoHoursBefore });
  });
  test('only the latest reminder after an outage', () => {
    expect(numbers(to(person(mei), [mine], moments.mondayAfter))).toEqual(['VR-7K2Q-9FDX rung 5']);
  });
  test('nothing from before they were responsible, or before notices began', () => {
    const late = row({ responder: mei, responderSince: china('09-23T15:00') });
    expect(to(person(mei), [late], china('09-23T16:00'))).toMatchObject({ reminders: [], rungs: { [key]: 1 } });
    const restored = row({ responder: duty, noticesFrom: china('09-23T15:00') });
    expect(to(person(lead), [restored], china('09-24T17:00'), staffed).reminders).toHaveLength(1);
    expect(
      to(person(duty), [{ ...restored, responderSince: tuesday }], china('09-23T16:00'), staffed).reminders,
    ).toEqual([]);
  });
  test('one message for all reports, with the latest reminder of each deadline', () => {
    const other = row({ id: 'VR-0000-0001', responder: mei, responderSince: tuesday });
    const both = to(person(mei), [mine, other], moments.half);
    expect(numbers(both)).toEqual([first, 'VR-0000-0001 rung 1']);
    expect(both.today.count).toBe(1);
  });
  test('an exploited report after two working hours, however many reminders went out today', () => {
    const today = { today: { date: '2026-09-22', count: policy.dailyReminders } };
    const two = china('09-22T12:00');
    const exploited = row({ responder: mei, responderSince: tuesday }, { exploited: true });
    const at = to(person(mei, today), [exploited], two);
    expect(at.reminders.map(({ rung }) => rung.kind)).toEqual(['every_hours']);
    expect(at.wakeAt).toEqual(china('09-22T16:00'));
    expect(to(person(mei, today), [mine], two).reminders).toEqual([]);
  });
  test.each([
    [lead, ['22T12:00', '22T16:00', '23T16:00', '24T16:00', '24T18:00', '28T09:00', '29T09:00']],
    [duty, ['22T12:00', '22T16:00', '23T14:00', '23T16:00', '24T16:00', '24T18:00', '28T09:00', '29T09:00']],
    [deputy, ['24T16:00']],
  ])('an exploited report that nobody takes ever more rarely, then once a working day: %s', (user, expected) => {
    const exploited = row({}, { exploited: true });
    const end = china('09-29T12:00');
    const messages: Date[] = [];
    let who = person(user);
    for (let now: Date | undefined = tuesday; now !== undefined && now < end; ) {
      const due: ReturnType<typeof to> = to(who, [exploited], now, staffed);
      if (due.reminders.length > 0) messages.push(now);
      who = person(user, due);
      now = due.wakeAt;
    }
    expect(messages).toEqual(expected.map((at) => china(`09-${at}`)));
  });
  test('an exploited report before all others', () => {
    const soon = row({ id: 'VR-0000-0001', responder: mei, responderSince: tuesday }, { dueAt: china('09-23T18:00') });
    const exploited = row({ responder: mei, responderSince: tuesday }, { exploited: true });
    const both = to(person(mei), [soon, exploited], china('09-23T16:00'));
    expect(both.reminders.map(({ id }) => id)).toEqual([exploited.id, soon.id]);
  });
  test('who has a report that is not theirs', () => {
    const wens = row({ responder: 'U0WEN', responderSince: tuesday });
    const at = moments.deadline;
    expect(to(person(lead), [wens], at, staffed).reminders).toMatchObject([{ assigned: false, holder: 'U0WEN' }]);
    expect(to(person(lead), [row({})], at, staffed).reminders[0]).not.toHaveProperty('holder');
    expect(to(person('U0WEN'), [wens], at, staffed).reminders[0]).not.toHaveProperty('holder');
  });
  test('a duty that opened again is a new one', () => {
    const reopened = row({ responder: mei, responderSince: tuesday }, { opening: 2 });
    const again = to(person(mei, { rungs: { [key]: 3 } }), [reopened], moments.half);
    expect(numbers(again)).toEqual([first]);
    expect(again.rungs).toMatchObject({ 'VR-7K2Q-9FDX:acknowledge_2': 1 });
    expect(Object.keys(again.rungs).filter((one) => one.startsWith(key))).toEqual([]);
  });
  test('what no longer concerns them is forgotten, and then there is no next look', () => {
    expect(to(person(mei, { rungs: { [key]: 3 } }), [], moments.half)).toEqual({
      reminders: [],
      told: [],
      rungs: {},
      today: { date: '2026-09-23', count: 0 },
      wakeAt: undefined,
    });
    expect(to(person(mei), [row({ duties: {} })], moments.half).wakeAt).toBeUndefined();
  });
});

describe('what is late', () => {
  const full = (today: string) => person(mei, { today: { date: today, count: policy.dailyReminders } });
  test('waits for the morning, though something else wakes the person at night', () => {
    const [evening, night, morning] = ['09-23T17:00', '09-24T04:51', '09-24T09:00'].map(china) as [Date, Date, Date];
    expect(to(full('2026-09-23'), [unhurried], evening)).toMatchObject({ reminders: [], wakeAt: morning });
    expect(to(full('2026-09-23'), [unhurried], night)).toMatchObject({ reminders: [], wakeAt: morning });
    expect(to(full('2026-09-23'), [unhurried], morning).reminders).toHaveLength(1);
  });
  test('comes at night if it is the last before a deadline that is before the morning', () => {
    const early = row({ responder: mei, responderSince: tuesday }, { dueAt: china('09-24T06:00') });
    expect(to(person(mei), [early], china('09-24T04:51')).reminders).toHaveLength(1);
  });
  test('does not come on a weekend where it is not the last, though the person is away until after the deadline', () => {
    const absences = [{ user: mei, from: '2026-09-28', to: '2026-09-30' }];
    const away = { ...policy, roster: { ...policy.roster, absences } };
    const told = person(mei, { rungs: { [key]: 1, [`${key}:day`]: 20260924 } });
    const due = to(told, [unhurried], china('09-26T20:56'), away);
    expect(due).toMatchObject({ reminders: [], wakeAt: china('10-08T09:00') });
  });
});

describe('people other than the responder', () => {
  const long = row({ responder: mei, responderSince: tuesday }, { dueAt: china('09-29T18:00') });
  const cases: [string, string, DutyRow, Date, string[]][] = [
    ['on duty, while nobody is assigned', duty, row(), moments.half, [first]],
    ['on duty, while somebody is', duty, mine, moments.half, []],
    ['the deputy, at three quarters', deputy, long, china('09-28T16:30'), ['VR-7K2Q-9FDX rung 2']],
    ['the deputy, on the day of the last reminder', deputy, mine, moments.threeQuarters, []],
    ['the deputy, at half', deputy, mine, moments.half, []],
    ['the lead, two hours before', lead, mine, moments.twoHoursBefore, ['VR-7K2Q-9FDX rung 3']],
    ['the lead, at half', lead, mine, moments.half, []],
    ['somebody of the team, at the deadline', 'U0BO', mine, moments.deadline, []],
  ];
  test.each(cases)('%s', (_, user, about, now, expected) => {
    const due = to(person(user), [about], now, staffed);
    expect(numbers(due)).toEqual(expected);
    expect(due.reminders.map(({ assigned }) => assigned)).toEqual(expected.map(() => false));
  });
  test('nobody is reminded of their own report, but of all others', () => {
    const own = row({ reporter: duty });
    const other = row({ id: 'VR-0000-0001' });
    expect(numbers(to(person(duty), [own, other], moments.half, staffed))).toEqual(['VR-0000-0001 rung 1']);
    expect(numbers(to(person(deputy), [own], moments.half, staffed))).toEqual([first]);
  });
  test('somebody without reminders is looked at again, since roles change', () => {
    const { wakeAt } = to(person('U0BO'), [mine], moments.half, policy);
    expect(wakeAt).toEqual(new Date(moments.half.getTime() + 3 * 24 * 3_600_000));
  });
});

describe('a daily limit', () => {
  const cap: Policy = { ...policy, dailyReminders: 2 };
  const full = (date: string) => person(mei, { today: { date, count: 2 } });
  test('lets that many reminders through', () => {
    const last = to(person(mei, { today: { date: '2026-09-23', count: 1 } }), [mine], moments.half, cap);
    expect(last).toMatchObject({ reminders: [{}], today: { date: '2026-09-23', count: 2 } });
  });
  test('holds the rest back until the hours of the next day, and does not count them as sent', () => {
    const held = to(full('2026-09-23'), [unhurried], china('09-23T16:00'), cap);
    expect(held).toEqual({
      reminders: [],
      told: [],
      rungs: {},
      today: { date: '2026-09-23', count: 2 },
      wakeAt: china('09-24T09:00'),
    });
    const next = to(person(mei, held), [unhurried], china('09-24T09:00'), cap);
    expect(next).toMatchObject({ reminders: [{ rung: { number: 1 } }], today: { date: '2026-09-24', count: 1 } });
  });
  test('counts by the day where the person is', () => {
    const evening = new Date('2026-09-22T23:00:00-04:00');
    const counted = full('2026-09-22');
    expect(to(counted, [mine], evening, cap, newYork)).toMatchObject({
      reminders: [],
      wakeAt: new Date('2026-09-23T09:00:00-04:00'),
    });
    expect(to(counted, [mine], moments.half, cap).reminders).toHaveLength(1);
    expect(to(counted, [mine], moments.half, cap, () => 'Mars/Olympus').reminders).toHaveLength(1);
    expect(to(full('2026-09-23'), [mine], moments.half, cap, () => 'Mars/Olympus').wakeAt).toEqual(
      china('09-24T09:00'),
    );
  });
  test('never holds back the last reminder before a deadline, nor the first after it', () => {
    const held = [moments.half, moments.threeQuarters, moments.tuesdayAfter];
    const through = [moments.twoHoursBefore, moments.deadline];
    const reminded = (now: Date, number: number) => {
      const date = now.toISOString().slice(0, 10);
      return to(person(mei, { rungs: { [key]: number - 1 }, today: { date, count: 9 } }), [mine], now, cap).reminders
        .length;
    };
    expect(held.map((now, i) => reminded(now, [1, 2, 6][i] ?? 0))).toEqual([0, 0, 0]);
    expect(through.map((now, i) => reminded(now, [3, 4][i] ?? 0))).toEqual([1, 1]);
  });
  test('never holds back what an exploited report has besides, where the usual ladder reminds of it at the same moment', () => {
    const since = china('09-16T21:07');
    const dueAt = china('09-18T18:00');
    const exploited = row(
      { responder: mei, responderSince: since, noticesFrom: since },
      { exploited: true, since, dueAt },
    );
    // In New York the day ends. It is before 11:00 and 15:00 in Shanghai, and before 18:00, when half of the time is over.
    const evening = new Date('2026-09-16T18:00:00-04:00');
    const full = person(mei, { today: { date: '2026-09-16', count: 2 } });
    expect(to(full, [exploited], evening, cap, newYork).reminders).toMatchObject([{ rung: { kind: 'share' } }]);
  });
  test('never holds back the first a person hears of a missed deadline, even after an outage', () => {
    const heardOfBefore = person(mei, { rungs: { [key]: 3 }, today: { date: '2026-09-28', count: 9 } });
    expect(numbers(to(heardOfBefore, [mine], moments.mondayAfter, cap))).toEqual(['VR-7K2Q-9FDX rung 5']);
    const heardOfIt = person(mei, { rungs: { [key]: 4 }, today: { date: '2026-09-28', count: 9 } });
    expect(numbers(to(heardOfIt, [mine], moments.mondayAfter, cap))).toEqual([]);
  });
  test('sends the others along with one that cannot wait', () => {
    const urgent = row(
      { id: 'VR-0000-0001', responder: mei, responderSince: tuesday },
      { dueAt: china('09-23T14:00') },
    );
    expect(numbers(to(full('2026-09-23'), [mine, urgent], moments.half, cap))).toHaveLength(2);
  });
});

describe('the hours of a person in another time zone', () => {
  test('bring a reminder forward, and it is not repeated at its own moment', () => {
    const moved = new Date('2026-09-22T18:00:00-04:00');
    const early = to(person(mei), [mine], moved, policy, newYork);
    expect(numbers(early)).toEqual([first]);
    expect(to(person(mei, early), [mine], moments.half, policy, newYork).reminders).toEqual([]);
    expect(to(person(mei), [mine], new Date(moved.getTime() - 1), policy, newYork)).toMatchObject({
      reminders: [],
      wakeAt: moved,
    });
  });
  test('never bring the news of a missed deadline before the deadline', () => {
    const eve = new Date('2026-09-23T18:00:00-04:00');
    const evening = to(person(mei), [mine], eve, policy, newYork);
    expect(numbers(evening)).toEqual(['VR-7K2Q-9FDX rung 3']);
    expect(evening.wakeAt).toEqual(new Date('2026-09-24T18:00:00-04:00'));
  });
});

describe('one deadline on one day', () => {
  const berlin = () => 'Europe/Berlin';
  const evening = new Date('2026-09-24T18:00:00+02:00');
  const monday = new Date('2026-09-28T09:00:00+02:00');
  const missed = to(person(mei, { rungs: { [key]: 3 } }), [mine], moments.deadline, policy, berlin);

  test('is told once, though the reminder of the next morning moves to the evening', () => {
    expect(numbers(missed)).toEqual(['VR-7K2Q-9FDX rung 4']);
    const later = to(person(mei, missed), [mine], evening, policy, berlin);
    expect(later).toMatchObject({ reminders: [], rungs: { [key]: 4 }, wakeAt: monday });
    expect(numbers(to(person(mei, later), [mine], monday, policy, berlin))).toEqual(['VR-7K2Q-9FDX rung 5']);
  });
  test('is told once, however often they are looked at that day', () => {
    const looked = to(person(mei, missed), [mine], new Date(moments.deadline.getTime() + 60_000), policy, berlin);
    expect(to(person(mei, looked), [mine], evening, policy, berlin).reminders).toEqual([]);
  });
  test('holds back no other deadline', () => {
    const other = row({ id: 'VR-0000-0001', responder: mei, responderSince: tuesday }, { dueAt: china('09-28T12:00') });
    const half = to(person(mei), [mine, other], moments.half);
    expect(numbers(half)).toEqual([first]);
    expect(numbers(to(person(mei, half), [mine, other], china('09-23T15:30')))).toEqual(['VR-0000-0001 rung 1']);
  });
  test('is told once before it is missed, where its last reminder is on another day', () => {
    // Half of its time is over on Tuesday at 15:00, and three quarters at 17:30.
    const soon = row({ responder: mei, responderSince: tuesday }, { dueAt: china('09-23T11:00') });
    const half = to(person(mei), [soon], china('09-22T15:00'));
    expect(numbers(half)).toEqual([first]);
    expect(to(person(mei, half), [soon], china('09-22T17:30'))).toMatchObject({
      reminders: [],
      wakeAt: china('09-23T09:00'),
    });
  });
  test('does not come along with another either', () => {
    const soon = { since: tuesday, dueAt: new Date('2026-09-24T17:30:00+02:00') };
    const other = row({ id: 'VR-0000-0001', responder: mei, responderSince: tuesday }, soon);
    const along = to(person(mei, missed), [mine, other], soon.dueAt, policy, berlin);
    expect(along.reminders.map(({ id }) => id)).toEqual([other.id]);
  });
  test('is told again when it is missed, and always if it is exploited', () => {
    const before = to(person(mei, { rungs: { [key]: 2 } }), [mine], moments.twoHoursBefore, policy, berlin);
    expect(numbers(before)).toEqual(['VR-7K2Q-9FDX rung 3']);
    expect(numbers(to(person(mei, before), [mine], moments.deadline, policy, berlin))).toEqual(['VR-7K2Q-9FDX rung 4']);
    const exploited = row({ responder: mei, responderSince: tuesday }, { exploited: true });
    const first = to(person(mei), [exploited], china('09-22T12:00'));
    expect(to(person(mei, first), [exploited], china('09-22T16:00')).reminders).toHaveLength(1);
  });
  test('is left to the last reminder before it, where an earlier one is late', () => {
    const late = to(person(mei), [mine], china('09-24T09:30'));
    expect(late).toMatchObject({ reminders: [], wakeAt: moments.twoHoursBefore });
  });
});

describe('a snooze', () => {
  const told = to(person(mei), [mine], moments.half);
  const snoozing = (until: Date) => person(mei, { ...told, snoozedUntil: until });
  const evening = china('09-23T17:00');

  test('brings the same reminder again when it ends, once', () => {
    const snoozed = snoozing(evening);
    const before = to(snoozed, [mine], china('09-23T16:59'));
    expect(before).toMatchObject({ reminders: [], wakeAt: evening });
    const again = to(snoozed, [mine], evening);
    expect(again).toMatchObject({ reminders: [{ id: mine.id, rung: { number: 1 } }], snoozeOver: evening });
    expect(to(person(mei, { ...snoozed, ...again }), [mine], evening).reminders).toEqual([]);
  });
  test('holds back what falls into it, and brings the latest at its end', () => {
    const noon = china('09-24T13:00');
    expect(to(snoozing(noon), [mine], moments.threeQuarters)).toMatchObject({ reminders: [], wakeAt: noon });
    expect(numbers(to(snoozing(noon), [mine], noon))).toEqual([first]);
  });
  test('never holds back the last reminder before a deadline, nor the news that one was missed', () => {
    const monday = china('09-28T09:00');
    expect(numbers(to(snoozing(monday), [mine], moments.twoHoursBefore))).toEqual(['VR-7K2Q-9FDX rung 3']);
    const after = person(mei, { ...snoozing(monday), rungs: { [key]: 3 } });
    expect(numbers(to(after, [mine], moments.deadline))).toEqual(['VR-7K2Q-9FDX rung 4']);
    expect(to(snoozing(monday), [mine], moments.threeQuarters).wakeAt).toEqual(moments.twoHoursBefore);
  });
  test('with a reason holds back the last one too, for what it was given for, and brings it at its end', () => {
    const ends = china('09-24T17:00');
    const excused = { ...snoozing(ends), excused: [key] };
    const at = moments.twoHoursBefore;
    expect(to(excused, [mine], at)).toMatchObject({ reminders: [], wakeAt: ends });
    expect(numbers(to(excused, [mine], ends))).toEqual(['VR-7K2Q-9FDX rung 3']);
    const other = row({ id: 'VR-0000-0001', responder: mei, responderSince: tuesday });
    expect(numbers(to(excused, [mine, other], at))).toEqual(['VR-0000-0001 rung 3']);
    // Without a snooze the reason is of no use, and a missed deadline is told in any case.
    expect(numbers(to(person(mei, { ...told, excused: [key] }), [mine], at))).toEqual(['VR-7K2Q-9FDX rung 3']);
    const long = { ...excused, snoozedUntil: moments.mondayAfter };
    expect(numbers(to(long, [mine], moments.deadline))).toEqual(['VR-7K2Q-9FDX rung 4']);
  });
  test('is over where nothing is left to be reminded of', () => {
    expect(to(snoozing(evening), [], evening)).toMatchObject({ reminders: [], snoozeOver: evening });
  });
  test('that ends on a day that had all its messages brings it again on the next', () => {
    const full = { date: '2026-09-23', count: policy.dailyReminders };
    const until = china('09-23T17:00');
    const snoozed = person(mei, { rungs: { [key]: 1 }, today: full, snoozedUntil: until });
    const held = to(snoozed, [unhurried], until);
    expect(held).toMatchObject({ reminders: [], wakeAt: china('09-24T09:00') });
    expect(held.snoozeOver).toBeUndefined();
    const next = to(person(mei, { ...snoozed, ...held }), [unhurried], china('09-24T09:00'));
    expect(next).toMatchObject({ reminders: [{ rung: { number: 1 } }], snoozeOver: until });
  });
  test('that they let end at night brings it again at night', () => {
    const night = china('09-23T20:00');
    expect(numbers(to(snoozing(night), [mine], night))).toEqual([first]);
  });
  test('brings nothing again that belonged to somebody else', () => {
    const taken = row({ responder: mei, responderSince: china('09-23T15:00') });
    expect(to(person(mei, { snoozedUntil: evening }), [taken], evening).reminders).toEqual([]);
  });
  test('that was renewed counts anew', () => {
    const later = china('09-23T17:30');
    const renewed = person(mei, { ...told, snoozedUntil: later, snoozeOver: evening });
    expect(numbers(to(renewed, [mine], later))).toEqual([first]);
  });
});

describe('reminders that fall in the same hour', () => {
  // Received twenty minutes later, and so reminded a little later.
  const next = row(
    { id: 'VR-0000-0001', responder: mei, responderSince: tuesday },
    { since: new Date(tuesday.getTime() + 20 * 60_000) },
  );
  test('are one message, and none of them comes again', () => {
    const both = to(person(mei), [mine, next], moments.half);
    expect(numbers(both)).toEqual([first, 'VR-0000-0001 rung 1']);
    expect(to(person(mei, both), [mine, next], new Date(moments.half.getTime() + 3_600_000)).reminders).toEqual([]);
  });
  test('are not, where only the later one is left: it keeps its moment', () => {
    expect(to(person(mei), [next], moments.half).reminders).toEqual([]);
  });
  test('the most urgent stands first', () => {
    const urgent = row(
      { id: 'VR-0000-0002', responder: mei, responderSince: tuesday },
      { since: new Date(tuesday.getTime() + 10 * 60_000), dueAt: new Date(moments.deadline.getTime() - 600_000) },
    );
    expect(numbers(to(person(mei), [mine, urgent], moments.half))).toEqual(['VR-0000-0002 rung 1', first]);
  });
  test('the last one before a deadline comes along too, and not again at its moment', () => {
    const sooner = row(
      { id: 'VR-0000-0001', responder: mei, responderSince: tuesday },
      { dueAt: new Date(moments.deadline.getTime() - 1_800_000) },
    );
    const rungs = { [key]: 2, 'VR-0000-0001:acknowledge_1': 2 };
    const at = new Date(moments.twoHoursBefore.getTime() - 1_800_000);
    const both = to(person(mei, { rungs }), [mine, sooner], at);
    expect(numbers(both)).toEqual(['VR-0000-0001 rung 3', 'VR-7K2Q-9FDX rung 3']);
    expect(to(person(mei, both), [mine, sooner], moments.twoHoursBefore).reminders).toEqual([]);
  });
  test('what came along does not come along once more with a third', () => {
    const rungs = { 'VR-0000-0001:acknowledge_1': 1 };
    expect(numbers(to(person(mei, { rungs }), [mine, next], moments.half))).toEqual([first]);
  });
  test('on a day that has had half its messages, what comes within four hours is one', () => {
    const later = row({ id: 'VR-0000-0001', responder: mei, responderSince: tuesday }, { dueAt: china('09-24T21:00') });
    const early = row({ id: 'VR-0000-0003', responder: mei, responderSince: tuesday }, { dueAt: china('09-24T15:00') });
    const rungs = { 'VR-0000-0001:acknowledge_1': 2 };
    const on = (count: number) => person(mei, { rungs, today: { date: '2026-09-24', count } });
    const at = china('09-24T13:00');
    expect(numbers(to(on(policy.dailyReminders / 2 - 1), [later, early], at))).toEqual(['VR-0000-0003 rung 3']);
    const both = ['VR-0000-0003 rung 3', 'VR-0000-0001 rung 3'];
    expect(numbers(to(on(policy.dailyReminders / 2), [later, early], at))).toEqual(both);
  });
  test('one of a deadline that is missed already comes along too', () => {
    const exploited = (id: string, since: string, dueAt: string) =>
      row(
        { id, responder: mei, responderSince: tuesday },
        { exploited: true, since: china(`09-22T${since}`), dueAt: china(dueAt) },
      );
    const rows = [exploited('VR-0000-0001', '10:00', '09-24T18:00'), exploited('VR-0000-0002', '10:40', '09-22T10:50')];
    const { rungs } = to(person(mei), rows.slice(1), china('09-22T11:00'));
    const due = to(person(mei, { rungs }), rows, china('09-22T12:00'));
    expect(due.reminders.map(({ id, rung }) => [id, rung.kind])).toEqual([
      ['VR-0000-0002', 'every_hours'],
      ['VR-0000-0001', 'every_hours'],
    ]);
  });
  test('no missed deadline comes along before it is missed', () => {
    const other = row(
      { id: 'VR-0000-0001', responder: mei, responderSince: tuesday },
      { dueAt: new Date(moments.deadline.getTime() + 600_000) },
    );
    const rungs = { [key]: 3, 'VR-0000-0001:acknowledge_1': 3 };
    expect(numbers(to(person(mei, { rungs }), [mine, other], moments.deadline))).toEqual(['VR-7K2Q-9FDX rung 4']);
  });
});

describe('what somebody is to be told besides', () => {
  const news = { 'VR-0000-0007:told_0': 'on_duty', 'VR-0000-0008:told_0': 'on_duty' } as const;
  const keys = Object.keys(news);
  const noon = china('09-22T12:00');
  test('goes at once within their hours, all of it in one message, and once', () => {
    const due = to(person(mei, { news }), [], noon);
    expect(due).toMatchObject({ told: keys, today: { count: 1 }, rungs: { [keys[0] ?? '']: 1, [keys[1] ?? '']: 1 } });
  });
  test('goes at the moment at which their hours end, and waits after it', () => {
    const close = china('09-22T18:00');
    expect(to(person(mei, { news }), [], close).told).toEqual(keys);
    expect(to(person(mei, { news }), [], new Date(close.getTime() + 1)).told).toEqual([]);
  });
  test('waits for their hours', () => {
    expect(to(person(mei, { news }), [], china('09-22T20:00'))).toMatchObject({
      told: [],
      today: { count: 0 },
      wakeAt: china('09-23T09:00'),
    });
  });
  test('waits for a fortnight at most, whatever their days are', () => {
    const weekends = new Map([[mei, [1, 2, 3, 4, 5, 6, 7] as const]]);
    const never = { ...policy, roster: { ...policy.roster, weekends } };
    expect(to(person(mei, { news }), [], noon, never)).toMatchObject({ told: [], wakeAt: china('10-07T09:00') });
  });
  test('waits for the end of a break of the team, then for their hours', () => {
    const teamBreak = { since: noon, until: '2026-09-24' };
    const rules = { ...policy, roster: { ...policy.roster, teamBreak } };
    expect(to(person(mei, { news }), [], noon, rules)).toMatchObject({ told: [], wakeAt: china('09-24T09:00') });
    expect(to(person(mei, { news }), [], china('09-24T09:00'), rules).told).toEqual(keys);
    expect(to(person(mei, { news }), [], china('09-24T09:00'), rules, newYork).told).toEqual([]);
  });
  test('waits for the next day once the day had all its messages, unless a reminder has to go', () => {
    const today = { date: '2026-09-24', count: policy.dailyReminders };
    const full = person(mei, { news, today, rungs: { [key]: 2 } });
    expect(to(full, [], china('09-24T12:00'))).toMatchObject({ told: [], wakeAt: china('09-28T09:00') });
    expect(to(full, [mine], moments.twoHoursBefore)).toMatchObject({ told: keys, reminders: [{ id: mine.id }] });
  });
  test('is remembered as long as the report is open', () => {
    const known = { [`${mine.id}:told_0`]: 1, 'VR-0000-0009:told_0': 1 };
    expect(to(person(mei, { rungs: known }), [mine], noon).rungs).toMatchObject({ [`${mine.id}:told_0`]: 1 });
    expect(to(person(mei, { rungs: known }), [mine], noon).rungs).not.toHaveProperty('VR-0000-0009:told_0');
  });
});

describe('exploited reports', () => {
  const since = (id: string, at: string) =>
    row({ id, responder: mei, responderSince: tuesday }, { exploited: true, since: china(`09-22T${at}`) });
  const [known, fresh] = [since('VR-0000-0001', '10:00'), since('VR-0000-0002', '11:30')];
  const news = { 'VR-0000-0002:told_0': 'lead', 'VR-0000-0007:told_0': 'on_duty' } as const;
  const urgent = new Set(['VR-0000-0002:told_0']);
  const to = (who: TrackedPerson, now: Date, rules: Policy = policy) =>
    atOnce(dueReminders(who, [known, fresh], rules, nowhere, now, urgent));

  test('that one person hears of share their messages: no two come within two hours', () => {
    const messages: [Date, number][] = [];
    let who = person(mei);
    for (let now: Date | undefined = china('09-22T11:30'); now !== undefined && now < china('09-22T18:00'); ) {
      const due: ReturnType<typeof to> = atOnce(dueReminders(who, [known, fresh], policy, nowhere, now));
      if (due.reminders.length > 0) messages.push([now, due.reminders.length]);
      who = person(mei, due);
      now = due.wakeAt;
    }
    expect(messages).toEqual([
      [china('09-22T12:00'), 2],
      [china('09-22T16:00'), 2],
    ]);
  });
  test('are told at once when they come in, with what would soon be said of others, but not of themselves', () => {
    expect(to(person(mei, { news }), china('09-22T11:30'))).toMatchObject({
      told: Object.keys(news),
      reminders: [{ id: known.id, rung: { number: 1 } }],
      today: { count: 1 },
    });
  });
  test('are told at any hour, in a break, and beyond the limit of a day; nothing else is, outside the hours', () => {
    const told = { 'VR-0000-0001:acknowledge_1': 2, 'VR-0000-0002:acknowledge_1': 2 };
    const at = (now: string, over: Partial<TrackedPerson> = {}, rules = policy) =>
      to(person(mei, { news, rungs: told, ...over }), china(now), rules);
    expect(at('09-22T22:00')).toMatchObject({ told: [...urgent], reminders: [], wakeAt: china('09-23T09:00') });
    const teamBreak = { since: tuesday, until: '2026-09-24' };
    const onBreak = { ...policy, roster: { ...policy.roster, teamBreak } };
    expect(at('09-22T11:30', {}, onBreak).told).toEqual([...urgent]);
    const today = { date: '2026-09-22', count: policy.dailyReminders };
    expect(at('09-22T11:30', { today })).toMatchObject({ told: Object.keys(news), today: { count: today.count + 1 } });
  });
  test('that are told at night take along nothing that the limit of the day held back', () => {
    const today = { date: '2026-09-23', count: policy.dailyReminders };
    const night = china('09-23T20:00');
    const due = atOnce(dueReminders(person(mei, { news, today }), [unhurried], policy, nowhere, night, urgent));
    expect(due).toMatchObject({ told: [...urgent], reminders: [] });
  });
  test('remind on the day of their deadline too, before the last reminder', () => {
    const dueAt = china('09-22T18:00');
    const soon = row({ responder: mei, responderSince: tuesday }, { exploited: true, dueAt });
    expect(numbers(atOnce(dueReminders(person(mei), [soon], policy, nowhere, china('09-22T12:00'))))).toEqual([first]);
  });
  test('beyond the limit of a day take along whatever would follow on it', () => {
    const today = { date: '2026-09-22', count: policy.dailyReminders };
    const late = row({ responder: mei, responderSince: tuesday }, { dueAt: china('09-22T22:00') });
    const due = atOnce(dueReminders(person(mei, { today }), [known, late], policy, nowhere, china('09-22T12:00')));
    expect(numbers(due)).toEqual([`${known.id} rung 1`, `${late.id} rung 2`]);
  });
});
