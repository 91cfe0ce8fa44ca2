import type { z } from 'zod';
import { Unreadable } from '../handling/store-errors.js';

/** What MongoDB returned, in the shape it must have. @throws Unreadable `damaged` */
export function parseStored<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  // Zod's error would quote report text: only the fact that it failed leaves this function.
  if (!parsed.success) throw new Unreadable('damaged');
  return parsed.data;
}
