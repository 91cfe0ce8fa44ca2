import type { Report } from '../report.js';
import type { ReportId } from '../report-id.js';
import { normalizedWords } from './normalized-words.js';

/** A report that may describe the same vulnerability. `likeness` compares titles and components, from 0 to 1. */
export type SimilarReport = Readonly<{ report: Report; likeness: number; sameCve: boolean }>;

/** The least likeness worth suggesting: below it, most suggestions in trials were wrong. */
const leastLikeness = 0.35;
/** The title counts more: components and versions only say where. */
const titleShare = 0.75;

/**
 * The reports most like this one: first those with the same CVE number, then by likeness, then the earlier. Duplicates and
 * withdrawn reports are left out.
 */
export function similarReports(report: Report, others: Iterable<Report>, most: number): SimilarReport[] {
  const own = comparedParts(report);
  const found: SimilarReport[] = [];
  for (const other of others) {
    if (other.id === report.id || other.status === 'duplicate' || other.status === 'withdrawn') continue;
    const theirs = comparedParts(other);
    const sameCve = own.cves.some((cve) => theirs.cves.includes(cve));
    const likeness = likenessOf(own, theirs);
    if (sameCve || likeness >= leastLikeness) found.push({ report: other, likeness, sameCve });
  }
  return found
    .toSorted((a, b) => Number(b.sameCve) - Number(a.sameCve) || b.likeness - a.likeness || earlier(a.report, b.report))
    .slice(0, most);
}

type ComparedParts = Readonly<{ title: ReadonlySet<string>; where: ReadonlySet<string>; cves: readonly string[] }>;

function comparedParts({ form, cve, affected }: Report): ComparedParts {
  const cves = [form.cve, ...(cve?.numbers ?? [])].filter((number) => number !== undefined);
  const where = [form.otherVersions, ...affected.map(({ version }) => version)].join('\n');
  return { title: piecesOf(form.title), where: piecesOf(where), cves };
}

function likenessOf(a: ComparedParts, b: ComparedParts): number {
  const title = overlap(a.title, b.title);
  // The same component alone means little: most reports of a project name the same few.
  return title === 0 ? 0 : titleShare * title + (1 - titleShare) * overlap(a.where, b.where);
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
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const piece of a) if (b.has(piece)) common += 1;
  return (2 * common) / (a.size + b.size);
}

function earlier(a: Readonly<{ receivedAt: Date; id: ReportId }>, b: typeof a): number {
  return a.receivedAt.getTime() - b.receivedAt.getTime() || (a.id < b.id ? -1 : 1);
}
