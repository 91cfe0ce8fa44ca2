import { defaultPolicyFile, readPolicy } from '../../src/config/policy.js';
import { createSandboxClock, type SandboxClockDeps, sandboxStart } from '../../src/sandbox/sandbox-clock.js';
import { until } from '../support/bounded-poll.js';

const { calendar } = readPolicy(defaultPolicyFile);
const at = (local: string) => new Date(`${local}:00+08:00`);

/** A bot that has something to do at given moments and notes when it did it. */
function clockWithBot(wakes: readonly Date[], deadlines: readonly Date[] = [], more: Partial<SandboxClockDeps> = {}) {
  const did: Date[] = [];
  let dueNotices = [...wakes];
  const clock = createSandboxClock({
    calendar,
    still: true,
    deadlines: () => deadlines,
    idle: async () => {
      if (dueNotices.some((wake) => wake <= clock.now())) did.push(clock.now());
      dueNotices = dueNotices.filter((wake) => wake > clock.now());
    },
    nextWake: async () => dueNotices[0],
    moved: () => {},
    ...more,
  });
  return { clock, did };
}

describe('the clock of the sandbox', () => {
  it('starts before Mid-Autumn and National Day', () => {
    expect(clockWithBot([]).clock.now()).toEqual(at('2026-09-22T10:00'));
    expect(sandboxStart).toEqual(at('2026-09-22T10:00'));
  });

  it.each([
    ['hour', '2026-09-22T11:00'],
    ['four-hours', '2026-09-22T14:00'],
    ['working-day', '2026-09-23T10:00'],
  ])('a jump by one %s ends at %s', async (jump, local) => {
    const { clock } = clockWithBot([]);
    expect(await clock.jump(jump)).toEqual({});
    expect(clock.now()).toEqual(at(local));
  });

  it('jumps over days off to the next working day', async () => {
    const { clock } = clockWithBot([]);
    for (let day = 0; day < 3; day++) await clock.jump('working-day');
    // Friday 25 September is Mid-Autumn; Monday 28 is the next day worked.
    expect(clock.now()).toEqual(at('2026-09-28T10:00'));
  });

  it('stops on the way wherever the bot has something to do', async () => {
    const wakes = [at('2026-09-23T14:00'), at('2026-09-24T11:30'), at('2026-09-24T18:00')];
    const { clock, did } = clockWithBot(wakes, [at('2026-09-24T18:00')]);
    await clock.jump('deadline');
    expect(did).toEqual(wakes);
  });

  it('goes on past what stays due', async () => {
    const stuck = at('2026-09-22T10:30');
    const { clock } = clockWithBot([], [], { nextWake: async () => stuck });
    await clock.jump('hour');
    expect(clock.now()).toEqual(at('2026-09-22T11:00'));
  });

  it('goes to the nearest deadline ahead, then past that same one', async () => {
    const { clock } = clockWithBot([], [at('2026-10-09T18:00'), at('2026-09-24T18:00'), at('2026-09-21T18:00')]);
    await clock.jump('deadline');
    expect(clock.now()).toEqual(at('2026-09-24T18:00'));
    await clock.jump('past-deadline');
    expect(clock.now()).toEqual(at('2026-09-24T18:30'));
  });

  it('goes past a deadline, and not past what happened just now, which messages name too', async () => {
    const { clock } = clockWithBot([], [at('2026-09-22T09:58'), at('2026-09-24T18:00')]);
    await clock.jump('past-deadline');
    expect(clock.now()).toEqual(at('2026-09-24T18:30'));
  });

  it('says so when no deadline lies ahead, and stays', async () => {
    const { clock } = clockWithBot([], [at('2026-09-21T18:00')]);
    for (const jump of ['deadline', 'past-deadline']) {
      expect(await clock.jump(jump)).toEqual({ problem: 'no_deadline' });
      expect(clock.now()).toEqual(sandboxStart);
    }
  });

  it('takes two jumps at once one after the other', async () => {
    const { clock } = clockWithBot([]);
    await Promise.all([clock.jump('hour'), clock.jump('hour')]);
    expect(clock.now()).toEqual(at('2026-09-22T12:00'));
  });

  it('runs in real time between jumps', async () => {
    const { clock } = clockWithBot([], [], { still: false });
    const before = clock.now().getTime();
    const began = performance.now();
    await until('the clock to run', () => clock.now().getTime() >= before + 20 || undefined, 2_000);
    expect(performance.now() - began).toBeGreaterThan(15);
  });
});
