import type { Policy } from '../../src/deadline/policy.js';
import { assignOnDuty } from '../../src/handling/assign-on-duty.js';
import type { TrackedReport } from '../../src/handling/tracked-report.js';
import type { Actor, Person } from '../../src/report/person.js';
import { historyOf, situations, submitForSomebody, tuesday } from '../report/situations.js';
import { deputy, duty, staffed, tracked } from './situations.js';

const homes = [duty, deputy].map((user): Person => ({ team: 'T0HOME', user, name: user }));
const rules: Policy = { ...staffed, assignOnDuty: true };
const filedBy = (user: string) =>
  tracked(
    historyOf([
      {
        ...submitForSomebody,
        reporter: { kind: 'elsewhere', name: 'Kim', filedBy: { team: 'T0HOME', user, name: user } },
      },
      { kind: 'person', person: { team: 'T0HOME', user, name: user } },
    ]),
  );
const from = (user: string) => {
  const received = tracked(situations.received);
  const person = { team: 'T0HOME', user, name: user };
  return { ...received, report: { ...received.report, reporter: { kind: 'slack' as const, person } } };
};

type InSlack = Readonly<{ left?: readonly string[]; known?: readonly Person[] }>;

async function assigned(report: TrackedReport, policy = rules, { left = [], known = homes }: InSlack = {}) {
  const done: unknown[] = [];
  const did = await assignOnDuty(
    {
      policy,
      handle: async (about, command, actor: Actor) => {
        // As it was just read: to find it again would be one more query for each new report.
        expect(about).toBe(report);
        done.push(command, actor.kind);
        return report;
      },
      notifier: {
        homes: async (users) => known.filter(({ user }) => users.includes(user)),
        departed: async (users) => new Set(users.filter((user) => left.includes(user))),
      },
    },
    report,
    tuesday,
  );
  expect(done.length > 0).toBe(did);
  return did ? done : undefined;
}
const to = (user: string) => [{ type: 'AssignOnDuty', to: homes.find((one) => one.user === user) }, 'clock'];
const received = tracked(situations.received);

test.each<[string, TrackedReport, string, InSlack?]>([
  ['whoever is on duty', received, duty],
  ['the deputy, where they have left the team', received, deputy, { left: [duty] }],
  ['the deputy, where Slack does not know them', received, deputy, { known: homes.slice(1) }],
  ['the deputy, where it is their own report', from(duty), deputy],
  ['the deputy, where they filed it for somebody', filedBy(duty), deputy],
])('a new report goes to %s', async (_, report, user, over = {}) => {
  expect(await assigned(report, rules, over)).toEqual(to(user));
});

test.each<[string, TrackedReport, Policy?, InSlack?]>([
  ['that was looked at before', { ...received, restedUnder: 'r1' }],
  ['that somebody has', tracked(situations.assigned)],
  ['that is acknowledged', tracked(situations.acknowledged)],
  ['where the policy does not say so', received, { ...rules, assignOnDuty: false }],
  ['where nobody is on duty', received, { ...rules, rota: [] }],
  ['where both have left', received, rules, { left: [duty, deputy] }],
])('a report is left as it is %s', async (_, report, policy = rules, over = {}) => {
  expect(await assigned(report, policy, over)).toBeUndefined();
});
