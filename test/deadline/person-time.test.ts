import { hoursOf, worksOn } from '../../src/deadline/person-time.js';
import { policy } from './calendars.js';

const [shanghai, berlin, dubai] = ['U0LIN', 'U0ADA', 'U0SAMI'] as const;
const people = new Map([
  [berlin, { weekdays: [1, 2, 3, 4, 5], hours: { open: '08:00', close: '16:00' } }],
  [dubai, { weekdays: [7, 1, 2, 3, 4] }],
]);
/** Said by themselves, instead of what the file says. */
const [cairo, moved, away] = ['U0NUR', 'U0EVE', 'U0JO'] as const;
const roster = {
  ...policy.roster,
  weekends: new Map([
    [cairo, [5, 6]],
    [moved, [7]],
  ]),
  absences: [{ user: away, from: '2026-09-18', to: '2026-09-23' }],
};
const rules = { ...policy, people: new Map([...people, [moved, { weekdays: [1, 2] }]]), roster };
const worked = (user: string, ...dates: string[]) => dates.filter((date) => worksOn(user, date, rules));

// Sunday 13 September is the team's weekend, Sunday 20 a make-up day, Friday 25 to Sunday 27 the Mid-Autumn Festival.
const week = [
  '2026-09-13',
  '2026-09-18',
  '2026-09-19',
  '2026-09-20',
  '2026-09-21',
  '2026-09-24',
  '2026-09-25',
  '2026-09-27',
];

test.each([
  ['with the team', shanghai, ['2026-09-18', '2026-09-20', '2026-09-21', '2026-09-24']],
  [
    'with a week of their own: the weekend is theirs, the holidays are the team’s',
    berlin,
    ['2026-09-18', '2026-09-21', '2026-09-24'],
  ],
  ['with a week from Sunday to Thursday', dubai, ['2026-09-13', '2026-09-20', '2026-09-21', '2026-09-24']],
  ['with a weekend of their own, Friday and Saturday', cairo, ['2026-09-13', '2026-09-20', '2026-09-21', '2026-09-24']],
  [
    'with a weekend that they changed: it wins over the file, and the team’s make-up day is none of theirs',
    moved,
    ['2026-09-18', '2026-09-19', '2026-09-21', '2026-09-24'],
  ],
  ['but on the days on which they are away, in their own zone', away, ['2026-09-24']],
])('who works %s', (_, user, dates) => expect(worked(user, ...week)).toEqual(dates));

test('hours of their own count, else those of everybody', () => {
  expect([berlin, dubai, shanghai].map((user) => hoursOf(user, rules).open)).toEqual(['08:00', '09:00', '09:00']);
});
