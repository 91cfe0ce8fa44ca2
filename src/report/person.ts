import { z } from 'zod';

/** Somebody with a Slack account: workspace id, user id, and their name at the time of the event. */
export const Person = z.object({ team: z.string().min(1), user: z.string().min(1), name: z.string() });
export type Person = z.infer<typeof Person>;

/** Who did it: a person, or the bot itself when a time came or a delivery turned out. */
export const Actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), person: Person }),
  z.object({ kind: z.literal('clock') }),
]);
export type Actor = z.infer<typeof Actor>;

/**
 * Whose report it is. `outside`: they are of another workspace than the team; its name, where Slack told it. `elsewhere`: somebody who
 * wrote or called, and for whom a responder filed the report.
 */
export const Reporter = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('slack'),
    person: Person,
    outside: z.object({ workspace: z.string().optional() }).optional(),
  }),
  z.object({ kind: z.literal('elsewhere'), name: z.string().min(1), filedBy: Person }),
]);
export type Reporter = z.infer<typeof Reporter>;
