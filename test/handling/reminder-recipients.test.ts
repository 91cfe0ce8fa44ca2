import type { Deadline } from '../../src/deadline/deadlines.js';
import type { Audience, Policy } from '../../src/deadline/policy.js';
import { type RungFacts, recipientsOf, remindedFrom, zoneFor } from '../../src/handling/reminder-recipients.js';
import { tuesday } from '../report/situations.js';
import { china, deputy, duty, lead, moments, nowhere, policy, rung, staffed } from './situations.js';

const mei = 'U0MEI';
const newYork = 'America/New_York';
const unassigned: RungFacts = { since: tuesday, dueAt: moments.deadline, noticesFrom: tuesday };
const assigned: RungFacts = { ...unassigned, responder: mei, responderSince: tuesday };
const telling = (...tell: Audience[]) => ({ ...rung(1), tell });
const hears = (
  tell: Audience[],
  row: RungFacts,
  rules: Policy,
  zoneOf: (user: string) => string | undefined = nowhere,
) => {
  const { people, channel } = recipientsOf(telling(...tell), row, rules, zoneOf);
  return [...people.map(({ user }) => user), ...(channel ? ['the channel'] : [])];
};

describe('the recipients of a reminder', () => {
  const withoutDeputy: Policy = { ...staffed, rota: [{ from: '2026-09-01', responder: duty }] };
  const withoutLead: Policy = { ...staffed, leads: [] };
  const withoutBoth: Policy = { ...withoutDeputy, leads: [] };
  const onlyDeputies: Policy = { ...policy, rota: staffed.rota };
  const cases: [string, Audience[], RungFacts, Policy, string[]][] = [
    ['the responder of the report', ['responder'], assigned, staffed, [mei]],
    ['while there is none, whoever is on duty', ['responder'], unassigned, staffed, [duty]],
    [
      'every role that it names',
      ['responder', 'deputy', 'lead', 'channel'],
      assigned,
      staffed,
      [mei, deputy, lead, 'the channel'],
    ],
    ['nobody assigned, nobody on duty: the lead', ['responder'], unassigned, { ...policy, leads: [lead] }, [lead]],
    ['nobody assigned, nobody on duty, no lead: the channel', ['responder'], unassigned, policy, ['the channel']],
    ['no deputy: the lead', ['deputy'], assigned, withoutDeputy, [lead]],
    ['no deputy and no lead: the channel', ['deputy'], assigned, withoutBoth, ['the channel']],
    ['no lead: the channel', ['lead'], assigned, withoutLead, ['the channel']],
    ['no deputy, but the responder is told: no channel', ['responder', 'deputy'], assigned, withoutBoth, [mei]],
    ['no lead, but the deputy is told: no channel', ['deputy', 'lead'], assigned, onlyDeputies, [deputy]],
    ['one person in two roles, once', ['responder', 'lead'], { ...assigned, responder: lead }, staffed, [lead]],
    [
      'before the first turn of the rota nobody is on duty',
      ['responder'],
      unassigned,
      { ...staffed, rota: [{ from: '2026-10-01', responder: duty }] },
      [lead],
    ],
  ];
  test.each(cases)('%s', (_, tell, row, rules, expected) => {
    expect(hears(tell, row, rules)).toEqual(expected);
  });
  const own = (reporter: string): RungFacts => ({ ...unassigned, reporter });
  const ownCases: [string, Audience[], string, Policy, string[]][] = [
    ['on duty and the reporter: the deputy', ['responder'], duty, staffed, [deputy]],
    ['the deputy and the reporter: the lead', ['deputy'], deputy, staffed, [lead]],
    ['a lead and the reporter: the other leads', ['lead'], lead, { ...staffed, leads: [lead, 'U0TWO'] }, ['U0TWO']],
    ['the only lead and the reporter: the channel', ['lead'], lead, staffed, ['the channel']],
    ['on duty, and nobody else there: the channel', ['responder'], duty, { ...withoutBoth }, ['the channel']],
  ];
  test.each(ownCases)('nobody is reminded of their own report: %s', (_, tell, reporter, rules, expected) => {
    expect(hears(tell, own(reporter), rules)).toEqual(expected);
  });
  test('every lead', () => {
    expect(hears(['lead'], assigned, { ...staffed, leads: ['U0ONE', 'U0TWO'] })).toEqual(['U0ONE', 'U0TWO']);
  });
  test('the person on duty on the day of the reminder', () => {
    const turns = [
      { from: '2026-09-21', responder: 'U0EARLY' },
      { from: '2026-09-24', responder: 'U0LATE' },
    ];
    const on = (number: number) =>
      recipientsOf(rung(number), unassigned, { ...policy, rota: turns }, nowhere).people.map(({ user }) => user);
    expect(on(1)).toEqual(['U0EARLY']);
    expect(on(2)).toContain('U0LATE');
  });
});

describe('a reminder outside a person’s hours', () => {
  const inNewYork = (user: string) => (user === mei ? newYork : undefined);
  const toldAt = (number: number, row: RungFacts, rules = staffed) => {
    const { people, channel } = recipientsOf(rung(number), row, rules, inNewYork);
    return {
      at: people.find(({ user }) => user === mei)?.at,
      others: people.filter(({ user }) => user !== mei),
      channel,
    };
  };
  test('moves earlier, to the end of the hours before it', () => {
    // 14:00 in Shanghai is 02:00 in New York, where the hours ended at 18:00 the day before.
    expect(toldAt(1, assigned)).toEqual({ at: new Date('2026-09-22T18:00:00-04:00'), others: [], channel: false });
  });
  test('and where that was before the report came in, the next reminder on the ladder reaches them', () => {
    const since = china('09-23T10:00');
    expect(toldAt(1, { ...assigned, since })).toMatchObject({
      at: undefined,
      others: [{ user: deputy, at: moments.half }],
    });
    expect(toldAt(1, { ...assigned, noticesFrom: since })).toMatchObject({ at: undefined, others: [{ user: deputy }] });
    expect(toldAt(1, { ...assigned, since }, { ...staffed, rota: [] })).toMatchObject({ others: [{ user: lead }] });
    expect(toldAt(1, { ...assigned, since }, policy)).toEqual({ at: undefined, others: [], channel: true });
  });
  test('a new responder is not reminded at a moment when somebody else was responsible', () => {
    for (const responderSince of [china('09-23T10:00'), moments.half])
      expect(toldAt(1, { ...assigned, responderSince })).toMatchObject({ at: undefined, others: [{ user: deputy }] });
  });
  test('but the deputy is, whoever is responsible since', () => {
    const row = { ...assigned, responderSince: china('09-24T10:00') };
    const { people } = recipientsOf({ ...rung(2), tell: ['deputy'] }, row, staffed, () => newYork);
    expect(people).toEqual([{ user: deputy, at: new Date('2026-09-23T18:00:00-04:00') }]);
  });
  test('reminders from before a new responder are passed on to nobody', () => {
    const row = { ...assigned, responderSince: china('09-24T10:00') };
    expect(toldAt(1, row).others).toEqual([]);
  });
  test('never says before the deadline that it was missed', () => {
    // 18:00 in Shanghai is 06:00 in New York: within the person's hours it would come twelve hours too early.
    expect(toldAt(4, assigned).at).toBeUndefined();
    // Monday 09:00 in Shanghai is Sunday in New York, and Friday is a holiday.
    expect(toldAt(5, assigned).at).toEqual(new Date('2026-09-24T18:00:00-04:00'));
  });
});

test.each([
  ['notices began', {}, tuesday, tuesday],
  ['notices began, if the duty is older', { remindFrom: moments.half }, moments.threeQuarters, moments.threeQuarters],
  ['the duty was another', { remindFrom: moments.half }, tuesday, moments.half],
] as const)('reminders count from when %s', (_, moved, noticesFrom, from) => {
  const deadline: Deadline = {
    duty: 'confirm',
    opening: 1,
    since: tuesday,
    dueAt: moments.deadline,
    provisional: false,
    policyRevision: policy.revision,
    ...moved,
  };
  expect(remindedFrom({ noticesFrom }, deadline)).toBe(from);
});

test('where a person’s time zone is unknown, the team’s counts', () => {
  expect(zoneFor(mei, () => newYork, policy)).toBe(newYork);
  expect(zoneFor(mei, nowhere, policy)).toBe('Asia/Shanghai');
  expect(zoneFor(mei, () => 'Mars/Olympus', policy)).toBe('Asia/Shanghai');
});

describe('while somebody is away', () => {
  const days = { from: '2026-09-22', to: '2026-09-24' };
  const without = (...absences: Policy['roster']['absences']): Policy => ({
    ...staffed,
    roster: { ...staffed.roster, absences },
  });
  test.each<[string, Audience[], RungFacts, Policy, string[]]>([
    [
      'their substitute is reminded',
      ['responder'],
      assigned,
      without({ user: mei, ...days, substitute: 'U0SUB' }),
      ['U0SUB'],
    ],
    ['without a substitute whoever is on duty is', ['responder'], assigned, without({ user: mei, ...days }), [duty]],
    [
      'the deputy is, where the one on duty is away too',
      ['responder'],
      assigned,
      without({ user: mei, ...days }, { user: duty, ...days }),
      [deputy],
    ],
    ['a lead is passed over: the channel hears', ['lead'], assigned, without({ user: lead, ...days }), ['the channel']],
    [
      'a lead’s substitute is reminded',
      ['lead'],
      assigned,
      without({ user: lead, ...days, substitute: 'U0SUB' }),
      ['U0SUB'],
    ],
    [
      'nobody is reminded of their own report',
      ['responder'],
      { ...assigned, reporter: 'U0SUB' },
      without({ user: mei, ...days, substitute: 'U0SUB' }),
      [deputy],
    ],
  ])('%s', (_, tell, facts, rules, expected) => expect(hears(tell, facts, rules)).toEqual(expected));
  test('before and after they are reminded themselves', () => {
    expect(hears(['responder'], assigned, without({ user: mei, from: '2026-09-24', to: '2026-09-25' }))).toEqual([mei]);
    expect(hears(['responder'], assigned, without({ user: mei, from: '2026-09-21', to: '2026-09-22' }))).toEqual([mei]);
  });
});
