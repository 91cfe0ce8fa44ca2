import { createLoop } from '../../src/handling/loop.js';
import type { PersonRest, ReconciledReport, TrackedPerson } from '../../src/handling/ports.js';
import type { TrackedReport } from '../../src/handling/tracked-report.js';
import { rae } from '../report/situations.js';
import { aForm } from '../support/a-form.js';
import { until } from '../support/bounded-poll.js';
import { openReplicas } from './replicas.js';

test('who may have to be reminded is woken before the report is put to rest: a failed wake leaves it claimed', async () => {
  const bot = await openReplicas();
  const { store, submit } = await bot.replica();
  const done: string[] = [];
  const reconciled = ({ report, version, cursor }: TrackedReport): ReconciledReport => ({
    ...{ id: report.id, version, cursor, uncertain: false },
    ...{ policyRevision: 'r1', wakeAt: undefined, urgentFrom: undefined, people: ['U1', 'U2', 'U1'], news: [] },
  });
  const loop = createLoop({
    reports: {
      ...store.reports.queue,
      rest: async (...given) => {
        done.push('rest');
        return await store.reports.queue.rest(...given);
      },
    },
    people: store.people.queue,
    tell: store.people.tell,
    wake: async (users, at) => {
      done.push(`wake ${users.join(' ')}`);
      if (done.length === 1) throw new Error('the database is away');
      await store.people.wake(users, at);
    },
    reconcileReport: async (tracked) => reconciled(tracked),
    reconcilePerson: async (person: TrackedPerson): Promise<PersonRest> => {
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
  try {
    await submit({ by: rae, view: 'V1', reporter: { kind: 'slack', person: rae }, form: aForm() });
    loop.start();
    await until('both were looked at', () => done.length === 5 || undefined);
    expect(done).toEqual(['wake U1 U2 U1', 'wake U1 U2 U1', 'rest', 'look at U1', 'look at U2']);
  } finally {
    await loop.stop();
    await bot.stop();
  }
});
