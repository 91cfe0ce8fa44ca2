import { z } from 'zod';
import { AnswerPromise, NamedDay } from './duty.js';
import { byActor, byPerson } from './event-base.js';
import { Route } from './message.js';

/** By today's calendar a firm promise would be due later, `until` then. The leads are asked. */
const LaterDateProposed = z.object({ type: z.literal('LaterDateProposed'), ...byActor, until: z.date() });
/** A lead moved the promise. The bot tells the reporter, with the days off that are the reason. */
const PromiseMoved = z.object({
  type: z.literal('PromiseMoved'),
  ...byPerson,
  promise: AnswerPromise,
  days: z.array(NamedDay),
  route: Route,
});
/** A lead kept the promise as it was told. */
const PromiseKept = z.object({ type: z.literal('PromiseKept'), ...byPerson });

export const PromiseEvent = z.discriminatedUnion('type', [LaterDateProposed, PromiseMoved, PromiseKept]);
export type PromiseEvent = z.infer<typeof PromiseEvent>;
