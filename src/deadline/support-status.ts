import { isDeepStrictEqual } from 'node:util';
import type { AffectedLine } from '../report/affected-line.js';
import type { AffectedVersion, Verdict } from '../report/report.js';
import { localDate } from './local-date.js';
import type { Policy, VersionLine } from './policy.js';

/** The versions of all products in order, each with its support status on the local day of `at`. */
export function versionChoices(policy: Policy, at: Date): readonly AffectedVersion[] {
  return policy.products
    .flatMap(({ versions }) => versions)
    .map((line) => ({ version: line.name, verdict: verdictOn(line, at, policy.calendar.zone) }));
}

/** The products and ranges that chosen versions stand for. One that the policy does not have is a product of that name. */
export function linesOfChosen(chosen: readonly string[], { products }: Pick<Policy, 'products'>): AffectedLine[] {
  const lines = chosen.map((name): AffectedLine => {
    const product = products.find(({ versions }) => versions.some((line) => line.name === name));
    return { line: product?.name ?? name, ...product?.versions.find((line) => line.name === name)?.range };
  });
  return lines.filter((line, i) => lines.findIndex((other) => isDeepStrictEqual(other, line)) === i);
}

/** The support status of a version on the local day of `at`. The last day of support is still supported. */
export function verdictOn({ supportedUntil, afterwards }: VersionLine, at: Date, zone: string): Verdict {
  if (supportedUntil === undefined) return 'supported';
  return supportedUntil !== 'never' && localDate(at, zone) <= supportedUntil ? 'supported' : afterwards;
}
