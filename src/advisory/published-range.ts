import { publishedVersion } from '../report/version-order.js';
import type { AdvisoryLine } from './advisory.js';

/**
 * The affected versions of a line for programs: as typed, but a `v` before a version is gone, and `3.4.x` stands for what it
 * covers. `from` and `upTo` are included, `before` is not. Without an end of their own they end before the patched release.
 */
export type PublishedRange = Readonly<{ from?: string; upTo?: string; before?: string }>;

export function publishedRange({ from, upTo, before, fix }: AdvisoryLine): PublishedRange {
  const start = from === undefined ? {} : { from: firstOf(publishedVersion(from)) };
  if (upTo !== undefined) {
    const last = publishedVersion(upTo);
    return { ...start, ...(wildcard.test(last) ? { before: afterAll(last) } : { upTo: last }) };
  }
  const fixed = fix?.outcome === 'fixed' ? fix.version : undefined;
  const end = before ?? fixed;
  return end === undefined ? start : { ...start, before: firstOf(publishedVersion(end)) };
}

const wildcard = /\.[x*](?:\.[x*\d]+)*$/i;

/** `3.4.x` begins with `3.4.0`. */
function firstOf(version: string): string {
  return version.replace(wildcard, '.0');
}

/** All of `3.4.x` is before `3.5`. */
function afterAll(version: string): string {
  return version.replace(wildcard, '').replace(/\d+$/, (number) => String(Number(number) + 1));
}
