import type { Policy } from '../../src/deadline/policy.js';
import { openDutyRows } from '../../src/handling/open-duty-rows.js';
import type { DutyQuery } from '../../src/handling/ports.js';
import { tuesday } from '../report/situations.js';
import { china, deputy, duty, lead, row, staffed } from './situations.js';

const now = china('09-22T12:00');
const mei = 'U0MEI';
const held = row({ responder: mei, responderSince: tuesday });
const free = row({ id: 'VR-0000-0001' });

/** What was asked, and what came of it. */
async function rowsFor(user?: string, rules: Policy = staffed, left: readonly string[] = []) {
  const queries: DutyQuery[] = [];
  const zonesOf: (readonly string[])[] = [];
  const found = await openDutyRows(
    {
      reports: {
        openDuties: async (query) => {
          queries.push(query);
          return [held, free];
        },
      },
      notifier: {
        homes: async (users) => users.map((one) => ({ team: 'T0HOME', user: one, name: one })),
        zones: async (users) => {
          zonesOf.push(users);
          return () => 'Asia/Shanghai';
        },
        departed: async (users) => new Set(users.filter((one) => left.includes(one))),
      },
    },
    rules,
    now,
    user,
  );
  const insiders = queries[0]?.insiders?.map((one) => one.user);
  return { ...found, responder: queries[0]?.responder, limit: queries[0]?.limit, insiders, zonesOf };
}

test('a responder has their own reports, and the zones of everybody on the ladder are known', async () => {
  const { rows, zoneOf, ...asked } = await rowsFor(mei);
  expect(rows).toEqual([held, free]);
  expect(zoneOf(mei)).toBe('Asia/Shanghai');
  expect(asked).toEqual({
    ...{ responder: mei, limit: 500, insiders: [mei, duty, deputy, lead] },
    zonesOf: [[mei, duty, deputy, lead]],
  });
});

test('the channel has everybody’s', async () => {
  const { responder, insiders, zonesOf } = await rowsFor();
  expect([responder, insiders, zonesOf]).toEqual([undefined, [duty, deputy, lead], [[duty, deputy, lead, mei]]]);
});

const replaced = { user: duty, from: '2026-09-22', to: '2026-09-22', substitute: 'U0STEPIN' };
test.each([
  ['a lead', lead, staffed],
  ['whoever is on duty', duty, staffed],
  ['their deputy', deputy, staffed],
  ['a substitute', 'U0STEPIN', { ...staffed, roster: { ...staffed.roster, absences: [replaced] } }],
  [
    'whoever will be on duty',
    'U0NEXT',
    { ...staffed, rota: [...staffed.rota, { from: '2026-12-01', responder: 'U0NEXT' }] },
  ],
])('so has %s', async (_, user, rules) => {
  expect((await rowsFor(user, rules)).responder).toBeUndefined();
  expect((await rowsFor('U0OTHER', rules)).responder).toBe('U0OTHER');
});

test('whoever comes on duty in the next days is on the ladder already', async () => {
  const turn = (from: string, responder: string) => ({ from, responder });
  const rota = [...staffed.rota, turn('2026-09-24', 'U0SOON'), turn('2026-12-01', 'U0NEXT')];
  expect((await rowsFor(undefined, { ...staffed, rota })).insiders).toEqual([duty, deputy, 'U0SOON', lead]);
});

test('a responder who has left the team does not count', async () => {
  expect((await rowsFor(undefined, staffed, [mei])).rows).toEqual([row(), free]);
});
