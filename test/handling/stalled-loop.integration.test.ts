import { createLoop } from '../../src/handling/loop.js';
import { until } from '../support/bounded-poll.js';
import { openReplicas } from './replicas.js';

test('only a pass that succeeds ends the time for which the loop counts as stalled', async () => {
  const bot = await openReplicas();
  const { store } = await bot.replica();
  let away = true;
  let failures = 0;
  const claimDue: typeof store.reports.queue.claimDue = async (...given) => {
    if (away) throw new Error('the database is away');
    return await store.reports.queue.claimDue(...given);
  };
  const loop = createLoop({
    reports: { ...store.reports.queue, claimDue },
    people: store.people.queue,
    wake: store.people.wake,
    tell: store.people.tell,
    reconcileReport: () => Promise.reject(new Error('nothing is due')),
    reconcilePerson: () => Promise.reject(new Error('nothing is due')),
    pace: { heldUntil: () => undefined, spaceMs: () => 0, most: () => 500, slowReporters: () => [] },
    clock: bot.clock.now,
    leaseMs: 10_000,
    postMs: 500,
    busy: () => false,
    log: {
      unreadable: () => undefined,
      failed: () => {
        failures += 1;
      },
      passed: () => undefined,
    },
  });
  try {
    loop.start();
    const startedAt = performance.now();
    // The second attempt comes half a second after the first.
    await until('two passes to fail', () => failures === 2 || undefined);
    const waited = performance.now() - startedAt;
    expect(loop.stalledMs()).toBeGreaterThanOrEqual(waited);
    away = false;
    loop.look();
    await until('a pass to succeed', () => loop.stalledMs() < 250 || undefined);
  } finally {
    await loop.stop();
    await bot.stop();
  }
});
