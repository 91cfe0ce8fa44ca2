import { setTimeout as pause } from 'node:timers/promises';
import { createLoop } from '../../src/handling/loop.js';
import type { PersonRest, ReconciledReport, TrackedPerson } from '../../src/handling/ports.js';
import type { TrackedReport } from '../../src/handling/tracked-report.js';
import { rae } from '../report/situations.js';
import { aForm } from '../support/a-form.js';
import { until } from '../support/bounded-poll.js';
import { openReplicas } from './replicas.js';

const leaseMs = 1500;
const postMs = 500;

test('nothing is sent under an expired lease, even if the clock of the machine was set back meanwhile', async () => {
  const bot = await openReplicas();
  const { store, submit } = await bot.replica();
  const real = Date.now;
  const could: boolean[] = [];
  const restOf = ({ report, version, cursor }: TrackedReport): ReconciledReport => ({
    ...{ id: report.id, version, cursor, uncertain: false },
    ...{ policyRevision: 'r1', wakeAt: undefined, urgentFrom: undefined, people: [], news: [] },
  });
  const loop = createLoop({
    reports: store.reports.queue,
    people: store.people.queue,
    wake: store.people.wake,
    tell: store.people.tell,
    reconcileReport: async (tracked, mayPost) => async () => {
      could.push(mayPost());
      Date.now = () => real() - 3_600_000;
      try {
        await pause(leaseMs - postMs + 100);
        could.push(mayPost());
      } finally {
        Date.now = real;
      }
      return restOf(tracked);
    },
    reconcilePerson: async (person: TrackedPerson): Promise<PersonRest> => ({ ...person, wakeAt: undefined }),
    pace: { heldUntil: () => undefined, spaceMs: () => 0, most: () => 500, slowReporters: () => [] },
    clock: bot.clock.now,
    leaseMs,
    postMs,
    busy: () => false,
    log: { unreadable: () => undefined, failed: () => undefined, passed: () => undefined },
  });
  try {
    await submit({ by: rae, view: 'V1', reporter: { kind: 'slack', person: rae }, form: aForm() });
    loop.start();
    await until('it was looked at', () => could.length === 2 || undefined);
    expect(could).toEqual([true, false]);
  } finally {
    Date.now = real;
    await loop.stop();
    await bot.stop();
  }
});
