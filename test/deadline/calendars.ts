import { defaultPolicyFile, readPolicy } from '../../src/config/policy.js';
import type { Calendar, DayName } from '../../src/deadline/calendar.js';
import type { Policy } from '../../src/deadline/policy.js';

const asShipped = readPolicy(defaultPolicyFile);
/** Only the promises have deadlines. */
export const policy: Policy = { ...asShipped, duties: { acknowledge: asShipped.duties.acknowledge } };
export const china = policy.calendar;

const named = (days: Record<string, DayName>) => new Map(Object.entries(days));

export const newYork: Calendar = {
  zone: 'America/New_York',
  open: '09:00',
  close: '17:00',
  weekdays: [1, 2, 3, 4, 5],
  hours: new Map(),
  laterWeeks: [],
  halfDays: new Map(),
  holidays: named({ '2026-11-26': { en: 'Thanksgiving', zh: '感恩节' } }),
  makeUpDays: new Map(),
  coversUntil: '2026-12-31',
};

export const jerusalem: Calendar = {
  zone: 'Asia/Jerusalem',
  open: '09:00',
  close: '17:00',
  weekdays: [7, 1, 2, 3, 4],
  hours: new Map(),
  laterWeeks: [],
  halfDays: new Map(),
  holidays: named({
    '2026-09-12': { en: 'Rosh Hashanah', zh: '犹太新年' },
    '2026-09-13': { en: 'Rosh Hashanah', zh: '犹太新年' },
  }),
  makeUpDays: new Map(),
  coversUntil: '2026-12-31',
};

/** Every duty that a policy can ask for, each with the ladder of the policy that comes with the program; `fix` has the common one. */
export const policyWithDuties: Policy = {
  ...policy,
  duties: {
    ...asShipped.duties,
    fix: { bySeverity: { critical: { calendarDays: 7 }, high: { calendarDays: 30 } } },
  },
};
