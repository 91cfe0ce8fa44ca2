import type { VersionRange } from './affected-line.js';
import { compareTyped, publishedVersion } from './version-order.js';

const wildcard = /\.[x*](?:\.[x*\d]+)*$/i;

/** The first version that one with an `x` stands for: `3.4.0` for `3.4.x`. Others stand for themselves. */
export function firstOf(version: string): string {
  return version.replace(wildcard, '.0');
}

/** The first version after all of `3.4.x`: `3.5`. `undefined` for one without an `x`. */
export function afterAll(version: string): string | undefined {
  if (!wildcard.test(version)) return undefined;
  return version.replace(wildcard, '').replace(/\d+$/, (number) => String(Number(number) + 1));
}

/** Whether it can be the name of one release: a single word, and no `x` for several. Other names than numbers are left to people. */
export function isOneRelease(typed: string): boolean {
  const version = publishedVersion(typed);
  return /^[^\s,，;；、]+$/.test(version) && !wildcard.test(version);
}

/** `4.1.x` with the patched release `4.1.3` is what is before it: the affected versions then end there. */
export function endedByFix(range: VersionRange, patched: string | undefined): VersionRange {
  const { from, upTo } = range;
  if (upTo === undefined || patched === undefined || !wildcard.test(upTo)) return range;
  if (compareTyped(patched, upTo) !== 'same') return range;
  return { ...(from === undefined ? {} : { from: firstOf(from) }), before: patched };
}
