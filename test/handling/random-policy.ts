import fc from 'fast-check';
import type { Audience, Policy, RungSpec } from '../../src/deadline/policy.js';
import { policy } from './situations.js';

const team = ['U0ME', 'U0OTHER', 'U0LEAD', 'U0DUTY'];
const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Pacific/Auckland', 'Asia/Kolkata'] as const;

const tell: fc.Arbitrary<Audience[]> = fc.uniqueArray(
  fc.constantFrom<Audience[]>('responder', 'deputy', 'lead', 'channel'),
  { minLength: 1, maxLength: 4 },
);
const place: fc.Arbitrary<RungSpec> = fc.oneof(
  fc.record({ kind: fc.constant('share' as const), share: fc.double({ min: 0.05, max: 0.95, noNaN: true }), tell }),
  fc.record({ kind: fc.constant('hours_before' as const), hours: fc.integer({ min: 1, max: 20 }), tell }),
);
const ladder: fc.Arbitrary<RungSpec[]> = fc
  .tuple(fc.array(place, { maxLength: 4 }), tell, tell)
  .map(([places, atDeadline, after]) => [
    ...places,
    { kind: 'at_deadline', tell: atDeadline },
    { kind: 'each_working_day_after', tell: after },
  ]);

/** Policies of teams of four, all over the world. `U0ME` is the one watched. */
export const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    ladder,
    zone: fc.constantFrom(...zones),
    personHours: fc.constantFrom(
      { open: '09:00', close: '18:00' },
      { open: '00:00', close: '23:59' },
      { open: '07:30', close: '12:00' },
    ),
    dailyReminders: fc.integer({ min: 1, max: 3 }),
    exploited: fc.record({
      kind: fc.constant('every_hours' as const),
      gaps: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
      tell,
    }),
    leads: fc.subarray(team, { maxLength: 2 }),
    turns: fc.array(fc.record({ responder: fc.constantFrom(...team), deputy: fc.constantFrom(...team) }), {
      maxLength: 2,
    }),
  })
  .map(({ zone, turns, ...rest }) => ({
    ...policy,
    ...rest,
    calendar: { ...policy.calendar, zone },
    rota: turns.map((turn, i) => ({ from: `2026-09-${20 + 4 * i}`, ...turn })),
  }));

/** Where the four live: some nowhere, some where no machine knows. */
export const anyZones = fc
  .array(fc.constantFrom(...zones, undefined, 'Mars/Olympus'), { minLength: 4, maxLength: 4 })
  .map((homes) => (user: string) => homes[team.indexOf(user)]);
