import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, weekdayOf } from '../../src/deadline/local-date.js';
import { dayKind } from '../../src/deadline/working-day.js';
import { root } from '../support/project.js';
import { policyText, readTexts } from './policy-text.js';

const files = readdirSync(join(root, 'policy', 'calendars'));
const calendarOf = (country: string) => {
  const file = join(root, 'policy', 'calendars', `${country}.yaml`);
  return readTexts(policyText, readFileSync(file, 'utf8')).calendar;
};

test('there is a file for each of five countries', () => {
  expect(files).toEqual(['cn.yaml', 'de.yaml', 'in.yaml', 'jp.yaml', 'us.yaml']);
});

/** Of each country: days off and working days of 2026 that an official list names, and until when all days are known. */
test.each([
  ['de', '2027-12-31', ['2026-04-06', '2026-05-14', '2026-05-25'], ['2026-06-04', '2026-10-02']],
  ['in', '2026-12-31', ['2026-01-26', '2026-05-27', '2026-10-20'], ['2026-11-09', '2026-10-21']],
  ['jp', '2027-12-31', ['2026-05-06', '2026-09-22', '2027-03-22'], ['2026-05-07', '2026-12-31']],
  ['us', '2027-12-31', ['2026-07-03', '2026-11-26', '2027-12-24'], ['2026-11-27', '2026-07-06']],
] as const)('%s: days off and working days', (country, until, off, worked) => {
  const calendar = calendarOf(country);
  expect(calendar.coversUntil).toBe(until);
  expect(off.filter((date) => dayKind(date, calendar).worked)).toEqual([]);
  expect(worked.filter((date) => !dayKind(date, calendar).worked)).toEqual([]);
});

test.each(['de', 'in', 'jp', 'us'])('%s: between five and twenty days off a year fall on a weekday', (country) => {
  const calendar = calendarOf(country);
  for (let from = '2026-01-01'; from < calendar.coversUntil; from = addDays(from, 365)) {
    const days = Array.from({ length: 365 }, (_, n) => addDays(from, n));
    const off = days.filter((date) => weekdayOf(date) < 6 && !dayKind(date, calendar).worked).length;
    expect({ from, enough: off >= 5 && off <= 20 }).toEqual({ from, enough: true });
  }
});
