import { z } from 'zod';
import { byActor, byPerson } from './event-base.js';
import { Person } from './person.js';

/** `from`: the responder before, whose hand-over was accepted. */
const ResponderAssigned = z.object({
  type: z.literal('ResponderAssigned'),
  ...byActor,
  responder: Person,
  from: Person.optional(),
});
/** Somebody is asked to take the report over. Until they accept, its responder stays responsible. */
const HandOverOffered = z.object({ type: z.literal('HandOverOffered'), ...byPerson, to: Person });
/** Whoever was asked can't take it. */
const HandOverDeclined = z.object({ type: z.literal('HandOverDeclined'), ...byPerson });
/** Nobody is the responder any more. */
const ResponderUnassigned = z.object({ type: z.literal('ResponderUnassigned'), ...byPerson });
/** Somebody is not reminded until then, not even for the last time before a deadline. `reason`: what they wrote. */
const RemindersSnoozed = z.object({
  type: z.literal('RemindersSnoozed'),
  ...byPerson,
  until: z.date(),
  reason: z.string(),
});

export const ResponderEvent = z.discriminatedUnion('type', [
  ResponderAssigned,
  ResponderUnassigned,
  HandOverOffered,
  HandOverDeclined,
  RemindersSnoozed,
]);
export type ResponderEvent = z.infer<typeof ResponderEvent>;
