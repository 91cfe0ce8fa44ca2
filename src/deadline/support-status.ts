import type { AffectedVersion, Verdict } from '../report/report.js';
import { localDate } from './local-date.js';
import type { Policy, VersionLine } from './policy.js';

/** The policy's versions in order, each with its support status on the local day of `at`. */
export function versionChoices(policy: Policy, at: Date): readonly AffectedVersion[] {
  return policy.versions.map((line) => ({ version: line.name, verdict: verdictOn(line, at, policy.calendar.zone) }));
}

/** The support status of a version on the local day of `at`. The last day of support is still supported. */
export function verdictOn({ supportedUntil, afterwards }: VersionLine, at: Date, zone: string): Verdict {
  if (supportedUntil === undefined) return 'supported';
  return supportedUntil !== 'never' && localDate(at, zone) <= supportedUntil ? 'supported' : afterwards;
}
