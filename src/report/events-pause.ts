import { z } from 'zod';
import { byActor, byPerson } from './event-base.js';
import { Route } from './message.js';

/** A lead paused the reporter: what they write is kept, and the team sees it when the pause ends. The bot tells them. */
const ReporterPaused = z.object({ type: z.literal('ReporterPaused'), ...byPerson, until: z.date(), route: Route });
/** A lead ended the pause, or its time came. `replies`: how many the reporter had written meanwhile. `newCredit`: they changed it. */
const ReporterPauseEnded = z.object({
  type: z.literal('ReporterPauseEnded'),
  ...byActor,
  replies: z.number().int().nonnegative(),
  newCredit: z.literal(true).optional(),
});

export const PauseEvent = z.discriminatedUnion('type', [ReporterPaused, ReporterPauseEnded]);
export type PauseEvent = z.infer<typeof PauseEvent>;
