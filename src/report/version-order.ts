import { compareVersions } from 'compare-versions';

/**
 * A version that can be compared: `3.4.1`, `4.1.3-rc.1`, `3.4.x` (all of 3.4). It has one to four numbers, where all but the
 * first may be `x`, and perhaps a pre-release after a dash.
 */
export type ComparableVersion = Readonly<{ typed: string; version: string }>;

const leading = /^(?:version|ver\.?|release|版本|v)[\s:-]*(?=\d)/i;
const comparable =
  /^(\d{1,15}(?:\.(?:\d{1,15}|[x*])){0,3})(?:-?((?:alpha|beta|rc|pre|preview|dev|snapshot)[\da-z.-]*)|-([\da-z][\da-z.-]*))?(?:\+[\da-z.-]+)?$/i;

/** Reads a version as people type it: `v` or "version" before it, any case, full-width signs. `undefined` if it can't be compared. */
export function readVersion(typed: string): ComparableVersion | undefined {
  const tidy = typed.normalize('NFKC').trim().replace(leading, '');
  const [, numbers, named, other] = comparable.exec(tidy) ?? [];
  if (numbers === undefined) return undefined;
  const release = numbers.toLowerCase().replaceAll('*', 'x');
  const pre = named ?? other;
  if (pre === undefined) return { typed, version: release };
  // A dot makes the numbers compare as numbers: rc10 is later than rc9.
  const parts = pre
    .toLowerCase()
    .replace(/([a-z])(?=\d)/g, '$1.')
    .split(/[.-]+/)
    .filter((part) => part !== '');
  const filled = [...release.split('.'), '0', '0'].slice(0, Math.max(3, release.split('.').length));
  return { typed, version: `${filled.join('.')}-${parts.join('.')}` };
}

/**
 * Compares `a` with `b`. A version with an `x` is the same as each version it covers. `cannot_say` when one of them can't be
 * compared.
 */
export function compareTyped(a: string, b: string): 'newer' | 'same' | 'older' | 'cannot_say' {
  const [first, second] = [readVersion(a), readVersion(b)];
  if (first === undefined || second === undefined) return 'cannot_say';
  const order = compareVersions(first.version, second.version);
  if (order === 0) return 'same';
  return order > 0 ? 'newer' : 'older';
}

/** Whether `a` is newer than `b`. `undefined` when they can't be compared. */
export function isNewer(a: string, b: string): boolean | undefined {
  const order = compareTyped(a, b);
  return order === 'cannot_say' ? undefined : order === 'newer';
}
