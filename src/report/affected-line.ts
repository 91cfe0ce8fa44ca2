import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { defined } from './defined.js';

/**
 * Affected versions, as typed. `from` and `upTo` are included. `before` is the first version after them that is not affected,
 * instead of `upTo`. An absent end is open.
 */
export const VersionRange = z.object({
  from: z.string().min(1).optional(),
  upTo: z.string().min(1).optional(),
  before: z.string().min(1).optional(),
});
export type VersionRange = z.infer<typeof VersionRange>;

/** A product with one range of its affected versions. `line` is its name: from the policy or typed. */
export const AffectedLine = VersionRange.extend({ line: z.string().min(1) });
export type AffectedLine = z.infer<typeof AffectedLine>;

/**
 * The outcome for a product: a patched release, or the decision not to fix it. `range` says for which of its ranges. Without it,
 * as in histories of older versions, it is for all of them.
 */
const ofRange = { line: z.string().min(1), range: VersionRange.optional() };
export const Fix = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('fixed'),
    ...ofRange,
    version: z.string().min(1),
    link: z.url().optional(),
    /** More links, such as the commit beside the release. */
    otherLinks: z.array(z.url()).optional(),
    releasedAt: z.date(),
    /** A responder says that it is newer than the affected versions, because the version numbers don't. */
    newerAsSaid: z.literal(true).optional(),
  }),
  z.object({ outcome: z.literal('wont_fix'), ...ofRange }),
]);
export type Fix = z.infer<typeof Fix>;

/** The versions of a line, without its name. */
export function rangeOf({ from, upTo, before }: VersionRange): VersionRange {
  return defined({ from, upTo, before });
}

/** Whether a fix is for this line. */
export function isFixOf({ line, range }: Pick<Fix, 'line' | 'range'>, affected: AffectedLine): boolean {
  return line === affected.line && (range === undefined || isDeepStrictEqual(range, rangeOf(affected)));
}

/** The name of a line; among `lines` with several ranges of the product, with its own in signs: `Example >= 2.0, < 2.3`. */
export function lineName(affected: AffectedLine, lines: readonly Pick<AffectedLine, 'line'>[]): string {
  const { line, from, upTo, before } = affected;
  if (lines.filter((one) => one.line === line).length < 2) return line;
  if (from !== undefined && from === upTo) return `${line} ${from}`;
  const signs = Object.entries({ '>=': from, '<=': upTo, '<': before }).flatMap(([sign, version]) =>
    version === undefined ? [] : [`${sign} ${version}`],
  );
  return signs.length === 0 ? line : `${line} ${signs.join(', ')}`;
}
