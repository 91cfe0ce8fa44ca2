import type { Calendar } from '../deadline/calendar.js';
import { warningDue } from '../deadline/calendar-horizon.js';
import type { Log } from './log.js';
import type { RateLimiter } from './ports.js';

/** Milliseconds between looks. */
const lookEveryMs = 3_600_000;
/** Each warning is posted once in so many seconds, however many replicas there are and however often they start: ten years. */
const onceSeconds = 10 * 365 * 24 * 3600;

export type CalendarWatchDeps = Readonly<{
  calendar: Calendar;
  rateLimits: RateLimiter;
  clock: () => Date;
  log: Log;
  /** Warns the team. `false`: not now, try again. */
  warn(now: Date): Promise<boolean>;
}>;

/** Warns the team when the calendar's holidays end soon. Returns how to stop. */
export function watchCalendar({ calendar, rateLimits, clock, log, warn }: CalendarWatchDeps): () => void {
  let mine: number | undefined;
  let passed: number | undefined;
  const look = async () => {
    const now = clock();
    const due = warningDue(calendar, now);
    if (due === undefined || due === passed) return;
    const rule = { key: `calendar/${calendar.coversUntil}/${due}`, limit: 1, seconds: onceSeconds };
    if (mine !== due && (await rateLimits.pass([rule], now)) !== undefined) {
      passed = due;
      return;
    }
    mine = due;
    if (await warn(now)) passed = due;
  };
  const lookOnce = () => void look().catch((error: unknown) => log.fail('calendar not looked at', error));
  lookOnce();
  const timer = setInterval(lookOnce, lookEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}
