import { z } from 'zod';
import { Actor, Person } from './person.js';

/** What every event has: when it happened, and who did it. */
export const byActor = { at: z.date(), by: Actor };
/** What the events have that only a person can cause. */
export const byPerson = { at: z.date(), by: z.object({ kind: z.literal('person'), person: Person }) };
/** What the events about a delivery have: `event` is the place of the message or announcement in the history. */
export const aboutDelivery = { ...byActor, event: z.number().int() };
