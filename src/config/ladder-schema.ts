import { z } from 'zod';
import type { Audience, RungPlace, RungSpec } from '../deadline/policy.js';
import { wanted } from './yaml.js';

const audiences = ['responder', 'deputy', 'lead', 'channel'] as const;
const rungForm =
  '"50 %" of the open hours, "2 working hours before", "deadline", "each working day after" the deadline, or "1, 2, 4 working days after" it';

const RungAt = z.string(wanted(rungForm)).refine((typed) => rungPlace(typed) !== undefined, wanted(rungForm));
/** Older policy files say `room` for the channel. */
const Told = z.preprocess(
  (named) => (named === 'room' ? 'channel' : named),
  z.enum(audiences, wanted(`one of ${audiences.join(', ')}`)),
);
const tell = <A extends Audience>(audience: z.ZodType<A>, named: string) =>
  z.array(audience, wanted(`a list of ${named}`)).min(1, wanted(`at least one of ${named}`));
const Tell = tell(Told, audiences.join(', '));

function ladder(told: z.ZodType<Audience[]>): z.ZodType<readonly RungSpec[]> {
  return z
    .array(
      z.strictObject({ at: RungAt, tell: told }, wanted('a rung with at and tell')),
      wanted('a list of rungs, each with at and tell'),
    )
    .max(20, wanted('at most 20 rungs'))
    .transform((rungs) =>
      rungs.flatMap((rung) => {
        const place = rungPlace(rung.at);
        return place === undefined ? [] : [{ ...place, tell: rung.tell }];
      }),
    );
}

/** When people are reminded before and after a deadline, and who is. */
export const Ladder = ladder(Tell);
/** The same for the answer to a question, of which the reporter is reminded. */
export const AnswerLadder = ladder(
  tell(
    z.union([z.literal('reporter'), Told], wanted(`one of reporter, ${audiences.join(', ')}`)),
    `reporter, ${audiences.join(', ')}`,
  ),
);
const everyForm =
  '"2 working hours": each time so many open hours have passed, or "2, 4, 9 working hours": after two, four more, nine more, and so on by nine';
/** How often people are reminded of an exploited report, and who is. */
export const Exploited = z.union(
  [
    z.literal(['off', false]),
    z.strictObject({
      every: z.string(wanted(everyForm)).refine((typed) => everyHours(typed) !== undefined, wanted(everyForm)),
      tell: Tell,
    }),
  ],
  wanted('every and tell, or off'),
);

/** Reads the place of a rung as it is typed. `undefined` if it is not a known form. */
export function rungPlace(typed: unknown): RungPlace | undefined {
  if (typeof typed !== 'string') return undefined;
  const words = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  if (words === 'deadline') return { kind: 'at_deadline' };
  if (words === 'each working day after') return { kind: 'each_working_day_after' };
  const gaps = /^((?:\d{1,2}, ?)*\d{1,2}) working days? after$/.exec(words)?.[1]?.split(',').map(Number);
  if (gaps?.every((days) => days > 0)) return { kind: 'each_working_day_after', gaps };
  const share = Number(/^(\d{1,2}(?:\.\d+)?) ?%$/.exec(words)?.[1]);
  if (share > 0) return { kind: 'share', share: share / 100 };
  const hours = Number(/^(\d{1,3}(?:\.\d+)?) working hours? before$/.exec(words)?.[1]);
  return hours > 0 ? { kind: 'hours_before', hours } : undefined;
}

/** Reads how often people are reminded of an exploited report: open hours, of which the last goes on. `undefined` if it is not a known form. */
export function everyHours(typed: string): readonly number[] | undefined {
  const words = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  const hours = /^((?:\d{1,2}(?:\.\d+)?, ?)*\d{1,2}(?:\.\d+)?) working hours?$/
    .exec(words)?.[1]
    ?.split(',')
    .map(Number);
  return hours?.every((gap) => gap > 0) ? hours : undefined;
}
