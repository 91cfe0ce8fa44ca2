import { z } from 'zod';

/** The qualitative ratings, as CVSS v3.1 (section 5) and v4.0 (section 6) name them. */
export const Rating = z.enum(['none', 'low', 'medium', 'high', 'critical']);
export type Rating = z.infer<typeof Rating>;

/** How bad it is: a CVSS v3.1 or v4.0 vector, as `CVSS:3.1/AV:N/…`, with the score (0 to 10, one decimal) and rating it gives. */
export const Severity = z.object({ vector: z.string(), score: z.number().min(0).max(10), rating: Rating });
export type Severity = z.infer<typeof Severity>;
