import type { AffectedLine, Fix } from './affected-line.js';
import type { Report } from './report.js';
import { compareTyped, hasOrder } from './version-order.js';

type Fixed = Extract<Fix, { outcome: 'fixed' }>;
type Lines = Pick<Report, 'lines' | 'fixes'>;

/** The fixes of the lines, where `newer` replaces what was known, in the order of the lines. */
export function mergedFixes({ lines, fixes }: Lines, newer: readonly Fix[]): Fix[] {
  return lines.flatMap(({ line }) => {
    const fix = newer.find((one) => one.line === line) ?? fixes.find((one) => one.line === line);
    return fix === undefined ? [] : [fix];
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
    ...[upTo, from].map((than) => ({ than, wrong: ['older', 'same'] })),
    { than: before, wrong: ['older'] },
  ].flatMap(({ than, wrong }) => (than === undefined ? [] : [{ than, wrong, order: compareTyped(version, than) }]));
  const refuted = orders.find(({ order, wrong }) => wrong.includes(order));
  if (refuted !== undefined) return { than: refuted.than };
  const known = hasOrder(version) && orders.every(({ order }) => order !== 'cannot_say');
  return known || newerAsSaid === true ? 'newer' : 'cannot_say';
}

/** The fixes that still hold for the lines as they are now: a release that has become an affected version is no fix. */
export function fixesThatHold({ lines, fixes }: Lines): Fix[] {
  return mergedFixes({ lines, fixes }, []).filter((fix) => {
    const affected = lines.find(({ line }) => line === fix.line);
    return fix.outcome === 'wont_fix' || (affected !== undefined && orderOfFix(fix, affected) === 'newer');
  });
}

/** The accepted lines without a recorded outcome. */
export function linesWithoutFix({ lines, fixes }: Lines): string[] {
  return lines.map(({ line }) => line).filter((line) => !fixes.some((fix) => fix.line === line));
}

/** Whether a patched release is out for at least one of the lines. */
export function hasPatchedRelease({ lines, fixes }: Lines): boolean {
  return lines.some(({ line }) => fixes.some((fix) => fix.outcome === 'fixed' && fix.line === line));
}

/** Whether every line has a patched release or the decision not to fix it, and at least one has a release. */
export function isFixed(report: Lines): boolean {
  return hasPatchedRelease(report) && linesWithoutFix(report).length === 0;
}
