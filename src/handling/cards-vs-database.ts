import type { ReportId } from '../report/report-id.js';

/** A card that stands in the security channel. `version`: the report's when it was last drawn; older programs wrote none. */
export type CardSeen = Readonly<{ id: ReportId; version?: number }>;

/** What Slack shows and the database lacks: whole reports, and later versions of reports. */
export type Difference = Readonly<{ missing: readonly ReportId[]; behind: readonly ReportId[] }>;

/** Versions by report. */
export type Versions = ReadonlyMap<ReportId, number>;

/**
 * What the channel has that the database has not: then the database is older, since a card is posted only after its report is
 * stored. `accepted`: versions that a lead knows to be lost.
 */
export function differenceTo(cards: readonly CardSeen[], stored: Versions, accepted: Versions): Difference {
  const missing = new Set<ReportId>();
  const behind = new Set<ReportId>();
  for (const { id, version = 1 } of cards) {
    if (version <= (accepted.get(id) ?? 0)) continue;
    const own = stored.get(id);
    if (own === undefined) missing.add(id);
    else if (own < version) behind.add(id);
  }
  return { missing: [...missing], behind: [...behind] };
}

export function isOlder({ missing, behind }: Difference): boolean {
  return missing.length > 0 || behind.length > 0;
}

/** Whether whoever knew of `known` knew of all that is found now. */
export function covers(known: Difference, found: Difference): boolean {
  const lost = new Set([...known.missing, ...known.behind]);
  return [...found.missing, ...found.behind].every((id) => lost.has(id));
}

/** The highest version seen of each report. */
export function versionsSeen(cards: readonly CardSeen[]): Versions {
  const seen = new Map<ReportId, number>();
  for (const { id, version = 1 } of cards) seen.set(id, Math.max(version, seen.get(id) ?? 0));
  return seen;
}
