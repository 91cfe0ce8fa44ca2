import { z } from 'zod';
import { DateText, TimeText, weekdayNumber } from './calendar-schema.js';
import { SlackUser, wholeNumber } from './schema-texts.js';
import { wanted } from './yaml.js';

/** One turn of duty, day by day. */
export const Turn = z.strictObject(
  { from: DateText, to: DateText.optional(), responder: SlackUser, deputy: SlackUser.optional() },
  wanted('a turn with from and responder'),
);

const weeklyForm = 'a weekday and a time, for example mon 09:00';
/** A moment of each week. */
export const WeeklyText = z
  .string(wanted(weeklyForm))
  .refine((typed) => weeklyIn(typed) !== undefined, wanted(weeklyForm))
  .transform((typed) => weeklyIn(typed) ?? { weekday: 1, time: '09:00' });
/** People who take turns by themselves, week by week. */
export const RotationSection = z.strictObject(
  {
    people: z
      .array(SlackUser, wanted('a list of Slack user ids, in the order of their turns'))
      .min(2, wanted('at least two people who take turns'))
      .max(50, wanted('at most 50 people')),
    handOver: WeeklyText,
    everyWeeks: wholeNumber(1, 12).default(1),
    startsOn: DateText,
  },
  wanted('people, handOver and startsOn, for example handOver: mon 09:00'),
);

function weeklyIn(typed: string): { weekday: number; time: string } | undefined {
  const [day = '', time = '', ...more] = typed.trim().toLowerCase().split(/\s+/);
  const fits = weekdayNumber(day) > 0 && TimeText.safeParse(time).success && more.length === 0;
  return fits ? { weekday: weekdayNumber(day), time } : undefined;
}
