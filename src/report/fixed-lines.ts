import type { AffectedLine, Fix } from './affected-line.js';
import type { Report } from './report.js';
import { isNewer } from './version-order.js';

type Lines = Pick<Report, 'lines' | 'fixes'>;

/** The fixes of the lines, where `newer` replaces what was known, in the order of the lines. */
export function mergedFixes({ lines, fixes }: Lines, newer: readonly Fix[]): Fix[] {
  return lines.flatMap(({ line }) => {
    const fix = newer.find((one) => one.line === line) ?? fixes.find((one) => one.line === line);
    return fix === undefined ? [] : [fix];
  });
}

/** Whether a release is newer than the affected versions of its line. `than`: the version that it is not newer than. */
export function orderOfFix(
  version: string,
  { from, upTo }: Pick<AffectedLine, 'from' | 'upTo'>,
): 'newer' | 'cannot_say' | Readonly<{ than: string }> {
  for (const than of [upTo, from]) {
    const newer = than === undefined || isNewer(version, than);
    if (newer === undefined) return 'cannot_say';
    if (!newer) return { than: than ?? '' };
  }
  return 'newer';
}

/** The fixes that still hold for the lines as they are now: a release that has become an affected version is no fix. */
export function fixesThatHold({ lines, fixes }: Lines): Fix[] {
  return mergedFixes({ lines, fixes }, []).filter((fix) => {
    const affected = lines.find(({ line }) => line === fix.line);
    return fix.outcome === 'wont_fix' || (affected !== undefined && orderOfFix(fix.version, affected) === 'newer');
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
