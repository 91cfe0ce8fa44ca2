import { z } from 'zod';
import { AdvisoryText } from '../report/advisory-text.js';
import { AffectedLine, Fix } from '../report/affected-line.js';
import { CveNumber } from '../report/cve-number.js';
import { ReportId } from '../report/report-id.js';
import { Severity } from '../report/severity.js';

/** A product line, which of its versions are affected, and what became of it. Absent ends are open, as in `AffectedLine`. */
export const AdvisoryLine = AffectedLine.extend({ fix: Fix.optional() }).readonly();
export type AdvisoryLine = z.infer<typeof AdvisoryLine>;

/** One edition, counted from 1, and what it changed, in English. */
export const Revision = z
  .object({ revision: z.number().int().positive(), at: z.date(), change: z.string() })
  .readonly();
export type Revision = z.infer<typeof Revision>;

/**
 * What is published of a report: everything in it is meant for the public. It has no field for the verification process, the
 * contact, messages, notes or anything else of the report; do not add one.
 */
export const Advisory = z
  .strictObject({
    id: ReportId,
    project: z.string().min(1),
    revision: z.number().int().positive(),
    text: AdvisoryText,
    severity: Severity,
    affected: z.array(AdvisoryLine).min(1).readonly(),
    cve: CveNumber.optional(),
    credits: z.array(z.object({ name: z.string().min(1), link: z.string().optional() }).readonly()).readonly(),
    /** Reporters who wish not to be named. */
    anonymousCredits: z.number().int().nonnegative(),
    references: z.array(z.string()).readonly(),
    /** When the first edition came out. */
    publishedAt: z.date(),
    /** Every edition, the first included, in order. */
    revisions: z.array(Revision).readonly(),
  })
  .readonly();
export type Advisory = z.infer<typeof Advisory>;

/** Who publishes. None of it comes from a report. */
export type Publisher = Readonly<{
  project: string;
  /** Where the public writes to about an advisory. */
  contact?: string;
  /** The maker's name in product lists. */
  vendor: string;
  /** An address of the publisher's own, which makes its advisory ids unique; it also stands in where there is no reference. */
  namespace: string;
  /** The OSV ecosystem of the packages, and the package of each product line; lines without one are told by name alone. */
  ecosystem?: string;
  packages?: Readonly<Record<string, string>>;
  /** The publisher's UUID as a CVE numbering authority. */
  cnaOrgId?: string;
  /** The date of a moment in the team's zone, YYYY-MM-DD. */
  day(at: Date): string;
}>;
