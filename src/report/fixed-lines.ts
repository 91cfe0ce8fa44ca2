import type { Report } from './report.js';
import type { Fix } from './triage.js';

type Lines = Pick<Report, 'lines' | 'fixes'>;

/** What is known of the lines, with the newer word about each, in the order of the lines. */
export function mergedFixes({ lines, fixes }: Lines, newer: readonly Fix[]): Fix[] {
  return lines.flatMap(({ line }) => {
    const fix = newer.find((one) => one.line === line) ?? fixes.find((one) => one.line === line);
    return fix === undefined ? [] : [fix];
  });
}

/** The accepted lines of which nobody has said what becomes of them. */
export function linesWithoutFix({ lines, fixes }: Lines): string[] {
  return lines.map(({ line }) => line).filter((line) => !fixes.some((fix) => fix.line === line));
}

/** Whether a patched release is out for at least one of the lines. */
export function hasPatchedRelease({ lines, fixes }: Lines): boolean {
  return lines.some(({ line }) => fixes.some((fix) => fix.outcome === 'fixed' && fix.line === line));
}

/** Whether every line has its patched release or the decision that there will be none, and one at least has a release. */
export function isFixed(report: Lines): boolean {
  return hasPatchedRelease(report) && linesWithoutFix(report).length === 0;
}
