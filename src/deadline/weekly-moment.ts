import { Cron } from 'croner';
import type { Calendar, IsoDate } from './calendar.js';
import { localDate, momentOn } from './local-date.js';
import type { Policy, Weekly } from './policy.js';
import { remembered } from './remembered.js';
import { backFromBreak } from './team-break.js';
import { dayKind, nextWorkingDay } from './working-day.js';

const dayMs = 86_400_000;
/** A digest that is late by as much is not sent any more. Milliseconds. */
const lateMs = dayMs;
/** Weeks to look back and ahead: no holiday is longer. A longer break of the team moves all of them to its end. */
const [weeksBack, weeks] = [5, 8];

/** The weekly digest that is due at a moment, by its date, and when the next one is. */
export type WeeklyMoment = Readonly<{ due?: IsoDate; next: Date }>;

/**
 * When the channel gets its weekly digest: at the policy's time, or, on a day off and during a break of the team, at the same time
 * on the next working day. Two that would come on the same day are one. `undefined`: never.
 */
export function weeklyMoment(
  policy: Pick<Policy, 'weeklyDigest' | 'calendar' | 'roster'>,
  now: Date,
): WeeklyMoment | undefined {
  const { weeklyDigest, calendar } = policy;
  if (weeklyDigest === undefined) return undefined;
  const today = Math.floor(now.getTime() / dayMs) * dayMs;
  const moments = plannedAround(calendar, { ...weeklyDigest, today }).map((at) => moved(at, weeklyDigest, policy));
  const next = moments.find((at) => at > now);
  if (next === undefined) throw new RangeError('no weekly digest is planned');
  const last = moments.findLast((at) => at <= now && now.getTime() - at.getTime() < lateMs);
  return last === undefined ? { next } : { due: localDate(last, calendar.zone), next };
}

function moved(at: Date, { time }: Weekly, policy: Pick<Policy, 'calendar' | 'roster'>): Date {
  const { calendar } = policy;
  const day = localDate(at, calendar.zone);
  const worked = dayKind(day, calendar).worked ? at : momentOn(nextWorkingDay(day, calendar), time, calendar.zone);
  const back = backFromBreak(worked, policy);
  return back === undefined ? worked : momentOn(localDate(back, calendar.zone), time, calendar.zone);
}

/** Croner asks for many offsets, so that what it says is remembered for a day. */
const plannedAround = remembered(
  ({ weekday, time, today }: Weekly & Readonly<{ today: number }>) => `${today} ${weekday} ${time}`,
  ({ zone }: Calendar, { weekday, time, today }): readonly Date[] => {
    const [hour, minute] = time.split(':').map(Number);
    const cron = new Cron(`${minute} ${hour} * * ${weekday % 7}`, { timezone: zone });
    return cron.nextRuns(weeks, new Date(today - weeksBack * 7 * dayMs));
  },
);
