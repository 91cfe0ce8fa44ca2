import { z } from 'zod';
import { AnswerPromise, MovableDuty, NamedDay } from './duty.js';
import { byActor, byPerson } from './event-base.js';
import { Route } from './message.js';

/** The duty whose date it is; none for the first promise. */
const about = { duty: MovableDuty.optional() };
/** By today's calendar a firm promise would be due later, `until` then. The leads are asked. */
const LaterDateProposed = z.object({ type: z.literal('LaterDateProposed'), ...byActor, until: z.date(), ...about });
/** A lead moved the promise, or the bot a provisional one. The bot tells the reporter, with the days off that are the reason. */
const PromiseMoved = z.object({
  type: z.literal('PromiseMoved'),
  ...byActor,
  promise: AnswerPromise,
  days: z.array(NamedDay),
  route: Route,
  ...about,
});
/** A lead kept the promise as it was told. */
const PromiseKept = z.object({ type: z.literal('PromiseKept'), ...byPerson, ...about });

export const PromiseEvent = z.discriminatedUnion('type', [LaterDateProposed, PromiseMoved, PromiseKept]);
export type PromiseEvent = z.infer<typeof PromiseEvent>;
