import { rangeOf } from '../report/affected-line.js';
import { isCommit, publishedVersion } from '../report/version-order.js';
import { afterAll, endedByFix, firstOf } from '../report/version-wildcard.js';
import type { AdvisoryLine } from './advisory.js';

/**
 * The affected versions of a line for programs: as typed, but a `v` before a version is gone, and `3.4.x` stands for what it
 * covers. `from` and `upTo` are included, `before` is not. Without an end of their own they end before the patched release.
 */
export type PublishedRange = Readonly<{ from?: string; upTo?: string; before?: string }>;

export function publishedRange({ fix, ...typed }: AdvisoryLine): PublishedRange {
  const fixed = patchedEnd({ fix, ...typed });
  const { from, upTo, before } = endedByFix(rangeOf(typed), fixed);
  const start = from === undefined ? {} : { from: firstOf(publishedVersion(from)) };
  if (upTo !== undefined) {
    const last = publishedVersion(upTo);
    const after = afterAll(last);
    return { ...start, ...(after === undefined ? { upTo: last } : { before: after }) };
  }
  const end = before ?? fixed;
  return end === undefined ? start : { ...start, before: firstOf(publishedVersion(end)) };
}

/** Characters of a whole commit: SHA-1 or SHA-256. */
const fullCommit = /^(?:[\da-f]{40}|[\da-f]{64})$/;

/** The patched release as the end of its range. A commit ends no range that begins with a version. */
export function patchedEnd({ fix, from }: AdvisoryLine): string | undefined {
  if (fix?.outcome !== 'fixed') return undefined;
  return isCommit(fix.version) && from !== undefined && !isCommit(from) ? undefined : fix.version;
}

/** Whether it names commits alone, in full, so that only a repository knows what is affected. */
export function isOfCommits(line: AdvisoryLine): boolean {
  const ends = endsOf(line);
  return ends.length > 0 && ends.every((end) => fullCommit.test(end));
}

/** The ends of a range as it is published, and the patched release. */
export function endsOf(line: AdvisoryLine): readonly string[] {
  const fixed = line.fix?.outcome === 'fixed' ? publishedVersion(line.fix.version) : undefined;
  return Object.values({ ...publishedRange(line), fixed }).flatMap((version) => version ?? []);
}
