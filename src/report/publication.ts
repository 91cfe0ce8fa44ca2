import { z } from 'zod';
import { AdvisoryText } from './advisory-text.js';
import { AffectedLine, Fix } from './affected-line.js';
import { CveNumber } from './cve-number.js';
import { CweId } from './cwe.js';
import { Credit } from './form.js';
import { Person } from './person.js';
import { Severity } from './severity.js';

/** A prepared advisory. An approval and a publication name it by `event`, its place in the history. */
export const Preparation = z.object({
  event: z.number().int(),
  at: z.date(),
  by: Person,
  text: AdvisoryText,
  /** The credits of the reporters of duplicates. */
  credits: z.array(Credit),
  /** What a correction of a published advisory changes. */
  change: z.string().optional(),
  approved: z.object({ at: z.date(), by: Person }).optional(),
  /** It withdraws the published advisory. `change` is the reason. */
  withdraws: z.literal(true).optional(),
});
export type Preparation = z.infer<typeof Preparation>;

/** An advisory as it was published. The first is revision 1; later ones are corrections. */
export const Publication = z.object({
  event: z.number().int(),
  at: z.date(),
  by: Person,
  revision: z.number().int().positive(),
  /** The place in the history of the preparation that was published. */
  prepared: z.number().int(),
  text: AdvisoryText,
  change: z.string().optional(),
  /** The advisory is withdrawn with this revision. `change` is the reason. */
  withdrawn: z.literal(true).optional(),
  severity: Severity,
  lines: z.array(AffectedLine),
  fixes: z.array(Fix),
  cves: z.array(CveNumber),
  cwes: z.array(CweId).optional(),
  credits: z.array(Credit),
  /** The id of the channel it was announced in. */
  channel: z.string(),
  delivery: z.enum(['sent', 'unsure', 'failed']),
});
export type Publication = z.infer<typeof Publication>;
