import type { Report } from '../report.js';
import type { ReportId } from '../report-id.js';
import { normalizedWords } from './normalized-words.js';

/** What of a report is compared: small enough to be remembered of thousands. */
export type Comparable = Pick<Report, 'id' | 'status' | 'receivedAt'> &
  Readonly<{ title: readonly string[]; where: readonly string[]; cves: readonly string[] }>;

/** A report that may describe the same vulnerability. `likeness` compares titles and components, from 0 to 1. */
export type Likeness = Readonly<{ id: ReportId; likeness: number; sameCve: boolean }>;
export type SimilarReport = Omit<Likeness, 'id'> & Readonly<{ report: Report }>;

/** The least likeness worth suggesting: below it, most suggestions in trials were wrong. */
const leastLikeness = 0.35;
/** The title counts more: components and versions only say where. */
const titleShare = 0.75;

/**
 * The reports most like this one: first those with the same CVE number, then by likeness, then the earlier. Duplicates and
 * withdrawn reports are left out.
 */
export function similarReports(own: Comparable, others: Iterable<Comparable>, most: number): readonly Likeness[] {
  const [title, where] = [new Set(own.title), new Set(own.where)];
  const found: (Likeness & Pick<Report, 'receivedAt'>)[] = [];
  for (const { id, status, receivedAt, ...theirs } of others) {
    if (id === own.id || status === 'duplicate' || status === 'withdrawn') continue;
    const sameCve = own.cves.some((cve) => theirs.cves.includes(cve));
    const alike = overlap(title, theirs.title);
    // The same component alone means little: most reports of a project name the same few.
    const likeness = alike === 0 ? 0 : titleShare * alike + (1 - titleShare) * overlap(where, theirs.where);
    if (sameCve || likeness >= leastLikeness) found.push({ id, receivedAt, likeness, sameCve });
  }
  return found
    .toSorted((a, b) => Number(b.sameCve) - Number(a.sameCve) || b.likeness - a.likeness || earlier(a, b))
    .slice(0, most);
}

export function comparable({ id, status, receivedAt, form, cve, affected }: Report): Comparable {
  const cves = [form.cve, ...(cve?.numbers ?? [])].filter((number) => number !== undefined);
  const where = [form.otherVersions, ...affected.map(({ version }) => version)].join('\n');
  return { id, status, receivedAt, title: [...piecesOf(form.title)], where: [...piecesOf(where)], cves };
}

/** Words without fillers. Chinese has no spaces between words, so each two neighbouring characters count as one. */
function piecesOf(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  let before: string | undefined;
  for (const { text: word, ideograph } of normalizedWords(text)) {
    if (ideograph && before !== undefined) found.add(before + word);
    if (!ideograph && !empty.has(word)) found.add(word);
    before = ideograph ? word : undefined;
  }
  return found;
}

const empty = new Set(
  ['a', 'an', 'the', 'of', 'in', 'on', 'to', 'and', 'or', 'for', 'by', 'with', 'via', 'from', 'is', 'can', 'at'].concat(
    ['vulnerability', 'security', 'issue'],
  ),
);

/** The Sørensen–Dice coefficient: what both have in common, as a share of both. */
function overlap(a: ReadonlySet<string>, b: readonly string[]): number {
  if (b.length === 0) return 0;
  let common = 0;
  for (const piece of b) if (a.has(piece)) common += 1;
  return (2 * common) / (a.size + b.length);
}

function earlier(a: Readonly<{ receivedAt: Date; id: ReportId }>, b: typeof a): number {
  return a.receivedAt.getTime() - b.receivedAt.getTime() || (a.id < b.id ? -1 : 1);
}
