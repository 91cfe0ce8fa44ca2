import { Reporter } from '../../src/report/person.js';
import { mei, rae } from './situations.js';

test.each([
  { kind: 'slack', person: rae },
  { kind: 'slack', person: rae, outside: {} },
  { kind: 'slack', person: rae, outside: { workspace: 'Elsewhere' } },
  { kind: 'elsewhere', name: 'Kim', filedBy: mei },
])('a reporter is stored as they are: %j', (reporter) => {
  expect(Reporter.parse(reporter)).toEqual(reporter);
});

test('a reporter has a name, and a Slack account an id in its workspace', () => {
  const odd = [
    { kind: 'elsewhere', name: '', filedBy: mei },
    { kind: 'slack', person: { ...rae, user: '' } },
    { kind: 'slack', person: { ...rae, team: '' } },
    { kind: 'mail', name: 'Kim', filedBy: mei },
  ];
  expect(odd.filter((one) => Reporter.safeParse(one).success)).toEqual([]);
});
