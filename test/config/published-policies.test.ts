import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readPolicy } from '../../src/config/policy.js';
import { deadlinesOf, promiseFor } from '../../src/deadline/deadlines.js';
import { rungNumbered } from '../../src/deadline/ladder.js';
import { localDate } from '../../src/deadline/local-date.js';
import { dayKind } from '../../src/deadline/working-day.js';
import { acknowledged, report } from '../deadline/reports.js';

const folder = join(__dirname, 'policies');
/** A Friday evening in UTC, already Saturday in Asia. */
const friday = new Date('2026-10-09T21:00:00Z');

// When the answer and the decision to a report of that Friday are due, reckoned by hand.
const published: Readonly<Record<string, readonly [answer: string, decision: string]>> = {
  kubestellar: ['2026-10-14T17:00:00.000Z', '2026-10-14T17:00:00.000Z'],
  harbor: ['2026-10-16T09:00:00.000Z', '2026-10-16T09:00:00.000Z'],
  nodejs: ['2026-10-14T17:00:00.000Z', '2026-10-19T17:00:00.000Z'],
  rust: ['2026-10-10T21:00:00.000Z', '2026-10-11T21:00:00.000Z'],
  fasthttp: ['2026-10-10T21:00:00.000Z', '2026-10-12T21:00:00.000Z'],
  ballerina: ['2026-10-10T21:00:00.000Z', '2026-10-10T21:00:00.000Z'],
  netdata: ['2026-10-14T14:00:00.000Z', '2026-10-14T14:00:00.000Z'],
  zephyr: ['2026-10-16T17:00:00.000Z', '2026-10-16T17:00:00.000Z'],
  caliptra: ['2026-10-21T00:00:00.000Z', '2026-10-21T00:00:00.000Z'],
  ember: ['2026-10-10T21:00:00.000Z', '2026-10-11T21:00:00.000Z'],
};

test('every policy in the folder is tried, and there are ten', () => {
  expect(Object.keys(published).length).toBeGreaterThanOrEqual(10);
  expect(readdirSync(folder).sort()).toEqual(
    Object.keys(published)
      .map((name) => `${name}.yaml`)
      .sort(),
  );
});

test.each(Object.entries(published))('%s can be written, and means what it says', (name, [answer, decision]) => {
  const policy = readPolicy(join(folder, `${name}.yaml`));
  const { promise } = promiseFor(friday, policy);
  const [decide] = deadlinesOf(report(friday, promise, acknowledged(new Date(friday.getTime() + 60_000))), policy);
  expect([promise.dueAt.toISOString(), decide?.dueAt.toISOString()]).toEqual([answer, decision]);
});

test.each(Object.keys(published))('%s reminds nobody on a day off', (name) => {
  const policy = readPolicy(join(folder, `${name}.yaml`));
  const [deadline] = deadlinesOf(report(friday, promiseFor(friday, policy).promise), policy);
  if (deadline === undefined) throw new Error('a new report has a deadline');
  const { calendar } = policy;
  const days = [1, 2, 3, 4, 5].map((number) => localDate(rungNumbered(deadline, policy, number).at, calendar.zone));
  expect(days.filter((day) => !dayKind(day, calendar).worked)).toEqual([]);
});
