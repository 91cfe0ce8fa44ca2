import { formatFault } from '../../src/config/config-error.js';
import { changed, daysText, faultsOf, policyText, readTexts } from './policy-text.js';

const weekdays = '  weekdays: [mon, tue, wed, thu, fri]';
const withWeek = (...more: string[]) => changed(policyText, weekdays, [weekdays, ...more].join('\n'));
const holiday = (entry: string) => changed(policyText, '  days: cn', `  days: cn\n  holidays:\n    - ${entry}`);
const faults = (text: string) => faultsOf(() => readTexts(text)).map(formatFault);
const named = 'name: { en: Founding Day, zh: 创立日 }';

test('single weekdays have hours of their own, with a hyphen or a dash', () => {
  const { calendar } = readTexts(withWeek('  hours: { thu: 10:00-16:00, fri: 09:00–12:00 }'));
  expect([...calendar.hours]).toEqual([
    [4, { open: '10:00', close: '16:00' }],
    [5, { open: '09:00', close: '12:00' }],
  ]);
});

test('another week holds from a date on', () => {
  const { calendar } = readTexts(
    withWeek(
      '  laterWeeks:',
      '    - { from: 2027-01-03, weekdays: [sun, mon, tue, wed, thu], hours: { thu: 09:00-14:00 } }',
    ),
  );
  expect(calendar.laterWeeks).toEqual([
    { from: '2027-01-03', weekdays: [7, 1, 2, 3, 4], hours: new Map([[4, { open: '09:00', close: '14:00' }]]) },
  ]);
});

test('a holiday with a closing time is a half day', () => {
  const { calendar } = readTexts(holiday(`{ ${named}, days: [2026-12-24], close: 13:00 }`));
  expect(calendar.halfDays).toEqual(
    new Map([['2026-12-24', { name: { en: 'Founding Day', zh: '创立日' }, close: '13:00' }]]),
  );
  expect(calendar.holidays.has('2026-12-24')).toBe(false);
});

test('terms are working days, calendar days or hours, and the decision has its own', () => {
  const text = changed(policyText, '    workingDays: 2', '    hours: 72\n  decide:\n    calendarDays: 10');
  expect(readTexts(text).duties).toMatchObject({ acknowledge: { hours: 72 }, decide: { calendarDays: 10 } });
});

const term = (...lines: string[]) => changed(policyText, '    workingDays: 2', lines.join('\n'));
test.each<[string, string, RegExp]>([
  [
    'hours of an unknown day',
    withWeek('  hours: { fry: 09:00-12:00 }'),
    /hours\.fry is not known here: did you mean fri/,
  ],
  ['hours of a day off', withWeek('  hours: { sat: 09:00-12:00 }'), /hours\.sat has hours, but is not one of weekdays/],
  ['hours that end first', withWeek('  hours: { fri: 12:00-09:00 }'), /hours\.fri is "12:00-09:00": use hours as/],
  [
    'weeks out of order',
    withWeek(
      '  laterWeeks:',
      '    - { from: 2027-02-01, weekdays: [mon] }',
      '    - { from: 2027-01-01, weekdays: [tue] }',
    ),
    /laterWeeks\[2\]\.from is 2027-01-01, which is not after the one before it/,
  ],
  [
    'a weekday named twice in a later week',
    withWeek('  laterWeeks:', '    - { from: 2027-02-01, weekdays: [mon, mon] }'),
    /laterWeeks\[1\]\.weekdays\[2\] names mon twice/,
  ],
  [
    'a half day that never opens',
    holiday(`{ ${named}, days: [2026-12-24], close: 08:00 }`),
    /calendar closes on 2026-12-24 before it opens/,
  ],
  [
    'a half day that is a holiday too',
    holiday(`{ ${named}, days: [2026-10-01], close: 12:00 }`),
    /makes 2026-10-01 a half day, but it is also a holiday/,
  ],
  ['two terms', term('    workingDays: 2', '    hours: 72'), /acknowledge has two terms: keep one/],
  ['no term', term('    {}'), /acknowledge has no term: add/],
  [
    'a decision before the answer',
    term('    workingDays: 2', '  decide: { workingDays: 1 }'),
    /duties\.decide\.workingDays is 1, less than the 2 of acknowledge/,
  ],
])('%s', (_, text, fault) => {
  expect(faults(text)).toEqual([expect.stringMatching(fault)]);
});

test('an early close in the file of days is read too', () => {
  const days = changed(daysText, 'holidays:', `holidays:\n  - { ${named}, days: [2026-12-24], close: 13:00 }`);
  expect(readTexts(policyText, days).calendar.halfDays.has('2026-12-24')).toBe(true);
});
