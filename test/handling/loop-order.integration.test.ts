import { createLoop, type LoopDeps } from '../../src/handling/loop.js';
import type { ReconciledReport, TrackedPerson } from '../../src/handling/ports.js';
import type { TrackedReport } from '../../src/handling/tracked-report.js';
import { rae } from '../report/situations.js';
import { aForm } from '../support/a-form.js';
import { until } from '../support/bounded-poll.js';
import { openReplicas, type Replica, type Replicas } from './replicas.js';

describe('the order in which the loop works', () => {
  let bot: Replicas;
  let replica: Replica;
  let done: string[];
  beforeEach(async () => {
    bot = await openReplicas();
    replica = await bot.replica();
    done = [];
  });
  afterEach(() => bot.stop());

  const file = async (view: string) =>
    await replica.submit({ by: rae, view, reporter: { kind: 'slack', person: rae }, form: aForm() });
  /** Each report may concern U1 and U2. */
  const rested = ({ report, version, cursor }: TrackedReport): ReconciledReport => ({
    ...{ id: report.id, version, cursor, uncertain: false },
    ...{ policyRevision: 'r1', wakeAt: undefined, urgentFrom: undefined, people: ['U1', 'U2', 'U1'], news: [] },
  });
  const loopWith = (wake: LoopDeps['wake'], restOf = rested) => {
    const { reports, people } = replica.store;
    return createLoop({
      reports: {
        ...reports.queue,
        rest: async (...given) => {
          done.push('rest');
          return await reports.queue.rest(...given);
        },
      },
      people: people.queue,
      tell: people.tell,
      wake: async (users, at) => {
        if (users.length > 0) done.push(`wake ${users.join(' ')}`);
        await wake(users, at);
      },
      reconcileReport: async (tracked) => {
        done.push('decide');
        return async () => {
          done.push('post');
          return restOf(tracked);
        };
      },
      reconcilePerson: async (person: TrackedPerson) => {
        done.push(`look at ${person.user}`);
        return { ...person, wakeAt: undefined };
      },
      pace: { heldUntil: () => undefined, spaceMs: () => 0, most: () => 500, slowReporters: () => [] },
      clock: bot.clock.now,
      leaseMs: 10_000,
      postMs: 500,
      busy: () => false,
      log: { unreadable: () => undefined, failed: () => undefined, passed: () => undefined },
    });
  };

  test('who may have to be reminded is woken before the report is put to rest: a failed wake leaves it claimed', async () => {
    let away = true;
    const loop = loopWith(async (users, at) => {
      if (away) {
        away = false;
        throw new Error('the database is away');
      }
      await replica.store.people.wake(users, at);
    });
    try {
      await file('V1');
      loop.start();
      await until('both were looked at', () => done.length === 7 || undefined);
      expect(done).toEqual([
        ...['decide', 'post'],
        ...['wake U1 U2 U1', 'wake U1 U2 U1', 'rest', 'look at U1', 'look at U2'],
      ]);
    } finally {
      await loop.stop();
    }
  });

  test('nobody is reminded before every report is up to date, and nothing is posted about one before that; nobody is woken twice', async () => {
    const { people } = replica.store;
    const loop = loopWith(people.wake);
    try {
      await file('V1');
      await file('V2');
      await people.wake(['U1'], bot.clock.now());
      loop.start();
      await until('both were looked at', () => done.includes('look at U2') || undefined);
      expect(done).toEqual([
        ...['decide', 'decide', 'look at U1', 'post', 'post'],
        ...['wake U2 U2', 'rest', 'look at U2'],
      ]);
    } finally {
      await loop.stop();
    }
  });

  test.each([
    ['before they were looked at: nobody is woken', () => ({ reachedAt: bot.clock.now() }), []],
    ['after that: both are', () => ({ reachedAt: new Date(bot.clock.now().getTime() + 1) }), ['wake U1 U2 U1']],
    ['before, but more has happened: both are', () => ({}), ['wake U1 U2 U1']],
  ])('a rung was reached %s', async (_, reached, woken) => {
    const { people } = replica.store;
    const loop = loopWith(people.wake, (tracked) => ({ ...rested(tracked), ...reached() }));
    try {
      await people.wake(['U1', 'U2'], bot.clock.now());
      loop.start();
      await until('both were looked at', () => done.includes('look at U2') || undefined);
      done = [];
      await file('V1');
      loop.look();
      await until('the report rests', () => done.includes('rest') || undefined);
      expect(done.filter((one) => one.startsWith('wake'))).toEqual(woken);
    } finally {
      await loop.stop();
    }
  });
});
