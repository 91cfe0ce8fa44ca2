import { type AffectedLine, type Fix, isFixOf, lineName, rangeOf } from './affected-line.js';
import type { Report } from './report.js';
import { compareTyped, hasOrder } from './version-order.js';
import { firstOf } from './version-wildcard.js';

type Fixed = Extract<Fix, { outcome: 'fixed' }>;
type Lines = Pick<Report, 'lines' | 'fixes'>;

/** The fix of a line. */
export function fixOf(affected: AffectedLine, fixes: readonly Fix[]): Fix | undefined {
  return fixes.find((fix) => isFixOf(fix, affected));
}

/** The fixes of the lines, where `newer` replaces what was known, in the order of the lines. Each names its range. */
export function mergedFixes({ lines, fixes }: Lines, newer: readonly Fix[]): Fix[] {
  return lines.flatMap((affected) => {
    const fix = fixOf(affected, newer) ?? fixOf(affected, fixes);
    return fix === undefined ? [] : [{ ...fix, range: rangeOf(affected) }];
  });
}

/**
 * Whether a release is newer than the affected versions of its line, where those don't say when it is as `newerAsSaid`. `than`: the
 * version that it is not newer than.
 */
export function orderOfFix(
  { version, newerAsSaid }: Pick<Fixed, 'version' | 'newerAsSaid'>,
  { from, upTo, before }: Pick<AffectedLine, 'from' | 'upTo' | 'before'>,
): 'newer' | 'cannot_say' | Readonly<{ than: string }> {
  const orders = [
    ...[upTo, from].map((than) => ({ than: than && firstOf(than), wrong: ['older', 'same'] })),
    { than: before, wrong: ['older'] },
  ].flatMap(({ than, wrong }) => (than === undefined ? [] : [{ than, wrong, order: compareTyped(version, than) }]));
  const refuted = orders.find(({ order, wrong }) => wrong.includes(order));
  if (refuted !== undefined) return { than: refuted.than };
  const known = hasOrder(version) && orders.every(({ order }) => order !== 'cannot_say');
  return known || newerAsSaid === true ? 'newer' : 'cannot_say';
}

/**
 * The fixes that still hold for the lines as they are now: a release that has become an affected version is no fix. Where the one
 * range of a product was corrected that had this fix, the fix goes with it.
 */
export function fixesThatHold({ lines, fixes }: Lines): Fix[] {
  return lines.flatMap((affected) => {
    const fix = fixOf(affected, fixes) ?? fixOfCorrected(affected, { lines, fixes });
    const holds = fix !== undefined && (fix.outcome === 'wont_fix' || orderOfFix(fix, affected) === 'newer');
    return holds ? [{ ...fix, range: rangeOf(affected) }] : [];
  });
}

function fixOfCorrected({ line }: AffectedLine, { lines, fixes }: Lines): Fix | undefined {
  const ranges = lines.filter((one) => one.line === line && fixOf(one, fixes) === undefined);
  const left = fixes.filter((fix) => fix.line === line && !lines.some((one) => isFixOf(fix, one)));
  return ranges.length === 1 && left.length === 1 ? left[0] : undefined;
}

/** The accepted lines without a recorded outcome. */
export function linesWithoutFix({ lines, fixes }: Lines): string[] {
  return lines.filter((one) => fixOf(one, fixes) === undefined).map((one) => lineName(one, lines));
}

/** Whether a patched release is out for at least one of the lines. */
export function hasPatchedRelease({ lines, fixes }: Lines): boolean {
  return lines.some((one) => fixOf(one, fixes)?.outcome === 'fixed');
}

/** Whether every line has a patched release or the decision not to fix it, and at least one has a release. */
export function isFixed(report: Lines): boolean {
  return hasPatchedRelease(report) && linesWithoutFix(report).length === 0;
}
