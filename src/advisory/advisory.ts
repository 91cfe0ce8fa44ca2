import { z } from 'zod';
import { AdvisoryText } from '../report/advisory-text.js';
import { AffectedLine, Fix } from '../report/affected-line.js';
import { CveNumber } from '../report/cve-number.js';
import { CweId } from '../report/cwe.js';
import { CreditRole } from '../report/form.js';
import type { Product } from '../report/product.js';
import { ReportId } from '../report/report-id.js';
import { Severity } from '../report/severity.js';

/** A product line with its affected versions and its fix. */
export const AdvisoryLine = AffectedLine.extend({ fix: Fix.optional() }).readonly();
export type AdvisoryLine = z.infer<typeof AdvisoryLine>;

/** A revision, counted from 1, and what it changed, in English. */
export const Revision = z
  .object({ revision: z.number().int().positive(), at: z.date(), change: z.string() })
  .readonly();
export type Revision = z.infer<typeof Revision>;

/**
 * What is published about a report: everything in it is for the public. It has no field for the verification process, the
 * contact, messages, notes or anything else confidential. Don't add one.
 */
export const Advisory = z
  .strictObject({
    id: ReportId,
    project: z.string().min(1),
    revision: z.number().int().positive(),
    text: AdvisoryText,
    severity: Severity,
    affected: z.array(AdvisoryLine).min(1).readonly(),
    cves: z.array(CveNumber).readonly(),
    /** Its weaknesses, the chief one first. */
    cwes: z.array(z.object({ id: CweId, name: z.string() }).readonly()).readonly(),
    credits: z
      .array(z.object({ name: z.string().min(1), link: z.string().optional(), role: CreditRole.optional() }).readonly())
      .readonly(),
    /** How many reporters don't want to be named. */
    anonymousCredits: z.number().int().nonnegative(),
    references: z.array(z.string()).readonly(),
    /** The reason, if this revision withdraws it. */
    withdrawn: z.object({ at: z.date(), reason: z.string() }).readonly().optional(),
    /** When the first revision came out. */
    publishedAt: z.date(),
    /** The revisions that changed something, in order. */
    revisions: z.array(Revision).readonly(),
  })
  .readonly();
export type Advisory = z.infer<typeof Advisory>;

/** The publisher. None of this comes from a report. */
export type Publisher = Readonly<{
  project: string;
  /** The public address for questions about an advisory. */
  contact?: string;
  /** The vendor name in product lists. */
  vendor: string;
  /** The publisher's own address. It makes advisory ids unique, and is the reference where there is no other. */
  namespace: string;
  /** The https:// address of an advisory's page, with `{id}` for its id. */
  advisories?: string;
  /** The products of the policy. A line of another name appears by that name only. */
  products: readonly Product[];
  /** The publisher's UUID as a CVE Numbering Authority. */
  cnaOrgId?: string;
  /** The date of a moment in the team's zone, YYYY-MM-DD. */
  day(at: Date): string;
}>;

/** The product that a line names: as the policy has it, or by its name alone. */
export function productOf(line: string, { products }: Publisher): Product {
  return products.find(({ name }) => name === line) ?? { name: line, packages: [] };
}
