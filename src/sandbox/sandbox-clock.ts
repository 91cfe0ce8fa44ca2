import type { Calendar } from '../deadline/calendar.js';
import { localDate, momentOn } from '../deadline/local-date.js';
import { nextWorkingDay } from '../deadline/working-day.js';
import type { Jump, PageClock } from './page/page-clock.js';

/** Tuesday 22 September 2026, 10:00 in Shanghai: before Mid-Autumn and National Day. */
export const sandboxStart = new Date('2026-09-22T10:00:00+08:00');

/** A jump moves on by this much even while something stays due, for example because it could not be sent. */
const leastStepMs = 60_000;
const hourMs = 3_600_000;
/** "Past the deadline" is this long after it. */
const pastMs = 30 * 60_000;

export type SandboxClockDeps = Readonly<{
  calendar: Calendar;
  /** The clock stands still between jumps, so that screenshots are the same each time. */
  still?: boolean;
  /** The moments that messages of the security channel name, in any order. */
  deadlines: () => readonly Date[];
  /** Resolves when the bot has nothing to do. */
  idle: () => Promise<void>;
  /** When the bot has something to do next. */
  nextWake: () => Promise<Date | undefined>;
  moved: () => void;
}>;

/** The clock of the sandbox and the bot. It starts at a fixed moment and jumps only while the bot has nothing to do. */
export function createSandboxClock({
  calendar,
  still = false,
  deadlines,
  idle,
  nextWake,
  moved,
}: SandboxClockDeps): PageClock {
  let at = sandboxStart.getTime();
  let since = performance.now();
  let jumping: Promise<unknown> = Promise.resolve();

  const now = () => new Date(at + (still ? 0 : Math.floor(performance.now() - since)));
  const set = (moment: number) => {
    at = moment;
    since = performance.now();
  };
  // The clock stops wherever the bot has something to do, so that every reminder is sent in time and not only the last.
  const moveTo = async (target: Date) => {
    await idle();
    while (now() < target) {
      const wake = (await nextWake())?.getTime() ?? target.getTime();
      const ahead = Math.max(wake, now().getTime() + leastStepMs);
      set(Math.min(ahead, target.getTime()));
      moved();
      await idle();
    }
  };
  const sameTimeNextWorkingDay = () => {
    const { zone } = calendar;
    const time = now().toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
    return momentOn(nextWorkingDay(localDate(now(), zone), calendar), time, zone);
  };
  const nearestDeadline = () =>
    deadlines()
      .filter((moment) => moment > now())
      .sort((one, other) => one.getTime() - other.getTime())[0];
  // Moments that are over may be deadlines or anything else: only of the one that a jump went to is it known.
  let reached: Date | undefined;
  const lastReached = () =>
    reached !== undefined && now().getTime() - reached.getTime() < pastMs ? reached : undefined;

  const targets: Readonly<Record<Jump, () => Date | undefined>> = {
    hour: () => new Date(now().getTime() + hourMs),
    'four-hours': () => new Date(now().getTime() + 4 * hourMs),
    'working-day': sameTimeNextWorkingDay,
    deadline: () => {
      reached = nearestDeadline() ?? reached;
      return nearestDeadline();
    },
    'past-deadline': () => {
      const deadline = lastReached() ?? nearestDeadline();
      return deadline === undefined ? undefined : new Date(deadline.getTime() + pastMs);
    },
  };

  const onceStill = async <T>(move: () => Promise<T>): Promise<T> => {
    const moving = jumping.then(move);
    jumping = moving.catch(() => undefined);
    return await moving;
  };

  return {
    now,
    zone: calendar.zone,
    jumps: Object.keys(targets) as Jump[],
    jump: (id) =>
      onceStill(async () => {
        const target = targets[id as Jump]?.();
        if (target === undefined) return { problem: 'no_deadline' };
        await moveTo(target);
        return {};
      }),
  };
}
