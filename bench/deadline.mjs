// When an answer is due: how long we take for it, and whether it is right. Beside it Luxon with luxon-business-days, once as it comes and
// once with our holidays. They take turns. What is right says chinese-days, which knows every day of China for these years.
import chineseDays from 'chinese-days';
import luxonBusinessDays from 'luxon-business-days';
import { defaultPolicyFile, readPolicy } from '../dist/config/policy.js';
import { explain } from '../dist/deadline/explain.js';
import { median, round2 } from './side.js';

const { DateTime } = luxonBusinessDays;

const moments = 5000;
const workingDays = 2;
const dayMs = 86_400_000;
const { calendar } = readPolicy(defaultPolicyFile);
const { zone, close, holidays } = calendar;
const [hour, minute] = close.split(':').map(Number);
const first = Date.parse('2026-01-01T00:00:00+08:00');
/** The due days are all within the year that every side knows. */
const last = Date.parse('2026-12-20T00:00:00+08:00');

export async function bench({ progress, rounds = 5 }) {
  const received = Array.from(
    { length: moments },
    (_, n) => new Date(first + Math.floor(((last - first) * n) / moments)),
  );
  const right = received.map(dueByEachDay);
  // It has one calendar for the whole process.
  const use = (settings) => DateTime.now().setupBusiness(settings);
  const sides = {
    ours: { setUp: () => undefined, dueOf: (at) => explain(at, workingDays, calendar).due.getTime() },
    defaults: { setUp: () => use({}), dueOf: withBusinessDays },
    told: { setUp: () => use({ holidayMatchers: [isOurHoliday] }), dueOf: withBusinessDays },
  };
  const wrong = {};
  for (const [name, { setUp, dueOf }] of Object.entries(sides)) {
    setUp();
    wrong[name] = received.filter((at, n) => dueOf(at) !== right[n]).length;
  }
  if (wrong.ours > 0) throw new Error(`${wrong.ours} of ${moments} deadlines are wrong`);
  const seen = [];
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? ['ours', 'defaults', 'told'] : ['told', 'defaults', 'ours'];
    const one = {};
    for (const name of order) one[name] = timed(sides[name], received);
    progress(`round ${round + 1}: ${JSON.stringify(one)}`);
    seen.push(one);
  }
  const of = (read) => round2(median(seen.map(read)));
  return {
    ratio: Math.round(median(seen.map(({ ours, defaults }) => ours / defaults)) * 10_000) / 10_000,
    rounds,
    against: 'luxon-business-days 3.0.1 as it comes (CPU time for each deadline)',
    moments,
    timesAsFast: of(({ ours, defaults }) => defaults / ours),
    timesAsFastAsToldOurHolidays: of(({ ours, told }) => told / ours),
    microseconds: {
      ours: of(({ ours }) => ours),
      defaults: of(({ defaults }) => defaults),
      told: of(({ told }) => told),
    },
    wrong,
  };
}

function withBusinessDays(at) {
  const day = DateTime.fromJSDate(at, { zone }).plusBusiness({ days: workingDays });
  return day.set({ hour, minute, second: 0, millisecond: 0 }).toMillis();
}

/** luxon-business-days has no days that are worked although they are none of the week. */
function isOurHoliday(at) {
  return holidays.has(at.toISODate());
}

/** Closing time on the last of so many working days after the day of receipt, in China, where no clock changes. */
function dueByEachDay(at) {
  let day = new Date(at.getTime() + 8 * 3_600_000);
  for (let left = workingDays; left > 0; ) {
    day = new Date(day.getTime() + dayMs);
    if (chineseDays.isWorkday(day.toISOString().slice(0, 10))) left -= 1;
  }
  return Date.parse(`${day.toISOString().slice(0, 10)}T${close}:00+08:00`);
}

/** Microseconds of CPU for each. */
function timed({ setUp, dueOf }, received) {
  setUp();
  const before = process.cpuUsage();
  for (const at of received) dueOf(at);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / received.length;
}
