import { emptyRoster, type Roster } from '../../src/deadline/roster.js';
import { createCurrentPolicy } from '../../src/handling/current-policy.js';
import { policy } from './situations.js';

const away: Roster = {
  absences: [{ user: 'U0LIN', from: '2026-10-01', to: '2026-10-07' }],
  covers: [],
  weekends: new Map(),
};

test('is the policy until something was said, and the same object as long as nothing changes', async () => {
  let roster: Roster = emptyRoster;
  const current = createCurrentPolicy(policy, { read: async () => structuredClone(roster) });
  expect(current.known()).toBe(policy);
  expect(await current.now()).toBe(policy);
  roster = away;
  expect(await current.now()).toBe(policy);
  const renewed = await current.renew();
  expect(renewed).toEqual({ ...policy, roster: away });
  expect([current.known(), await current.now(), await current.renew()].every((one) => one === renewed)).toBe(true);
});

test('a write while it is being read is read once more', async () => {
  const answers: ((roster: Roster) => void)[] = [];
  const current = createCurrentPolicy(policy, { read: () => new Promise((answer) => answers.push(answer)) });
  const before = current.now();
  const after = current.renew();
  answers[0]?.(emptyRoster);
  expect(await before).toBe(policy);
  await Promise.resolve();
  answers[1]?.(away);
  expect((await after).roster).toEqual(away);
});

test('stays as it was known while the database does not answer, and whoever renews hears of it', async () => {
  const current = createCurrentPolicy(policy, { read: () => Promise.reject(new Error('away')) });
  expect(await current.now()).toBe(policy);
  await expect(current.renew()).rejects.toThrow('away');
});
