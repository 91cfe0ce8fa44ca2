import { z } from 'zod';

/**
 * A product line with its affected versions, as typed. `from` and `upTo` are included. `before` is the first version after them
 * that is not affected, instead of `upTo`. An absent end is open. `line` is a name from the policy's table or typed.
 */
export const AffectedLine = z.object({
  line: z.string().min(1),
  from: z.string().min(1).optional(),
  upTo: z.string().min(1).optional(),
  before: z.string().min(1).optional(),
});
export type AffectedLine = z.infer<typeof AffectedLine>;

/** The outcome for a product line: a patched release, or the decision not to fix it. */
export const Fix = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('fixed'),
    line: z.string().min(1),
    version: z.string().min(1),
    link: z.url().optional(),
    releasedAt: z.date(),
    /** A responder says that it is newer than the affected versions, because the version numbers don't. */
    newerAsSaid: z.literal(true).optional(),
  }),
  z.object({ outcome: z.literal('wont_fix'), line: z.string().min(1) }),
]);
export type Fix = z.infer<typeof Fix>;
