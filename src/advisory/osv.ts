import { z } from 'zod';
import { localeOf } from '../locales/locale-of.js';
import { defined } from '../report/defined.js';
import { type Ecosystem, ecosystemNamed } from '../report/ecosystem.js';
import { CreditRole, Language } from '../report/form.js';
import type { Product } from '../report/product.js';
import { byProduct } from '../report/read-affected-lines.js';
import { cvssVersionOf } from '../report/severity.js';
import { hasOrder, isTag, publishedVersion } from '../report/version-order.js';
import { firstOf } from '../report/version-wildcard.js';
import { type Advisory, type AdvisoryLine, type Publisher, productOf } from './advisory.js';
import { affectedVersions } from './affected-line-text.js';
import { isMeantAsSemver } from './is-semver.js';
import { markdownText } from './markdown-text.js';
import { isOfCommits, patchedEnd, publishedRange } from './published-range.js';
import { type ReferenceKind, referencesOf } from './references.js';
import { modifiedAt } from './revisions.js';
import { publicUrl } from './safe-link.js';
import { severityText } from './severity-text.js';

const event = z.union([
  z.strictObject({ introduced: z.string().min(1) }),
  z.strictObject({ fixed: z.string().min(1) }),
  z.strictObject({ last_affected: z.string().min(1) }),
]);

const creditTypes = CreditRole.options.map(osvCreditType);

function osvCreditType<R extends CreditRole>(role: R): Uppercase<R> {
  return role.toUpperCase() as Uppercase<R>;
}

type Translation = Exclude<Language, 'en'>;
const translated = { title_zh: z.string().optional(), details_zh: z.string().optional() } satisfies Record<
  `${'title' | 'details'}_${Translation}`,
  z.ZodType
>;

/** An OSV 1.7 record: a part of the schema, and stricter. */
export const OsvRecord = z.strictObject({
  schema_version: z.literal('1.7.0'),
  /** `x_` marks the ids of a database that the schema does not list. */
  id: z.string().regex(/^x_VR-/),
  modified: z.iso.datetime(),
  published: z.iso.datetime(),
  withdrawn: z.iso.datetime().optional(),
  aliases: z.array(z.string()).optional(),
  summary: z.string().min(1),
  details: z.string().min(1),
  severity: z.array(z.strictObject({ type: z.enum(['CVSS_V3', 'CVSS_V4']), score: z.string() })).length(1),
  affected: z
    .array(
      z.strictObject({
        package: z.strictObject({ ecosystem: z.string(), name: z.string(), purl: z.string().optional() }).optional(),
        ranges: z
          .array(
            z.strictObject({
              type: z.enum(['SEMVER', 'ECOSYSTEM', 'GIT']),
              repo: z.url().optional(),
              events: z.array(event).min(1),
            }),
          )
          .min(1)
          .optional(),
        versions: z.array(z.string().min(1)).min(1).optional(),
        database_specific: z.strictObject({
          product: z.string(),
          repository: z.url().optional(),
          /** The ranges in words, and what came of each. */
          ranges: z
            .array(z.strictObject({ affected: z.string(), fix: z.enum(['fixed', 'wont_fix', 'none_yet']) }))
            .min(1),
        }),
      }),
    )
    .min(1),
  references: z.array(z.strictObject({ type: z.enum(['ADVISORY', 'FIX', 'WEB']), url: z.url() })),
  credits: z.array(
    z.strictObject({ name: z.string(), contact: z.array(z.url()).optional(), type: z.enum(creditTypes) }),
  ),
  database_specific: z.strictObject({
    publisher: z.string(),
    namespace: z.string(),
    revision: z.number(),
    /** The scores of the vector, with what they count. */
    severity: z.string(),
    /** As in GitHub's records. */
    cwe_ids: z.array(z.string()).min(1).optional(),
    ...translated,
  }),
});
export type OsvRecord = z.infer<typeof OsvRecord>;

/** The advisory as an OSV record in English. Other languages are under `database_specific`. */
export function renderOsv(advisory: Advisory, publisher: Publisher): OsvRecord {
  const { text, severity, cves, cwes, withdrawn } = advisory;
  return {
    schema_version: '1.7.0',
    id: `x_${advisory.id}`,
    modified: modifiedAt(advisory).toISOString(),
    published: advisory.publishedAt.toISOString(),
    ...(withdrawn === undefined ? {} : { withdrawn: withdrawn.at.toISOString() }),
    ...(cves.length === 0 ? {} : { aliases: [...cves] }),
    summary: text.en.title.replace(/\s+/g, ' ').trim(),
    details: withdrawn === undefined ? details(text.en) : withdrawnDetails(text.en, withdrawn.reason),
    severity: [{ type: cvssVersionOf(severity) === '3.1' ? 'CVSS_V3' : 'CVSS_V4', score: severity.vector }],
    affected: [...byProduct(advisory.affected)].flatMap(([name, lines]) => affected(productOf(name, publisher), lines)),
    references: referencesOf(advisory, publisher).map(({ url, kind }) => ({ type: referenceTypes[kind], url })),
    credits: credits(advisory),
    database_specific: {
      publisher: publisher.vendor,
      namespace: publisher.namespace,
      revision: advisory.revision,
      severity: severityText(severity, localeOf('en')),
      ...(cwes.length === 0 ? {} : { cwe_ids: cwes.map(({ id }) => id) }),
      ...translations(text),
    },
  };
}

function translations(text: Advisory['text']): Partial<Record<keyof typeof translated, string>> {
  const others = Language.options.filter((language) => language !== 'en');
  return Object.fromEntries(
    others.flatMap((language) => {
      const words = text[language];
      return words === undefined
        ? []
        : [
            [`title_${language}`, words.title],
            [`details_${language}`, details(words)],
          ];
    }),
  );
}

const withdrawnDetails = (text: Advisory['text']['en'], reason: string) =>
  `${localeOf('en').advisory.withdrawnFor(markdownText(reason))}\n\n${details(text)}`;

const details = ({ summary, workaround }: { summary: string; workaround?: string | undefined }) =>
  markdownText(workaround === undefined ? summary : `${summary}\n\n${workaround}`);

const referenceTypes = {
  advisory: 'ADVISORY',
  cve: 'ADVISORY',
  fix: 'FIX',
  release: 'WEB',
  other: 'WEB',
} as const satisfies Record<ReferenceKind, string>;

type Affected = OsvRecord['affected'][number];

/** A product under each of its packages; one without a package by its name. */
function affected({ name: product, repository, packages }: Product, lines: readonly AdvisoryLine[]): Affected[] {
  const inWords = {
    product,
    ...defined({ repository }),
    ranges: lines.map((line) => ({
      affected: affectedVersions(line, localeOf('en')),
      fix: line.fix?.outcome ?? ('none_yet' as const),
    })),
  };
  const git = repository === undefined ? [] : gitRanges(lines, repository);
  if (packages.length === 0) return [{ ...versionsOf(lines, git), database_specific: inWords }];
  return packages.map(({ ecosystem, name, purl }) => ({
    package: { ecosystem, name, ...defined({ purl }) },
    ...versionsOf(lines, git, ecosystemNamed(ecosystem) ?? {}),
    database_specific: inWords,
  }));
}

type Range = NonNullable<Affected['ranges']>[number];

/** The ranges that name commits alone. */
function gitRanges(lines: readonly AdvisoryLine[], repo: string): Range[] {
  return lines.filter(isOfCommits).map((line) => ({ type: 'GIT', repo, events: eventsOf(line) }));
}

/**
 * A range is SEMVER where that order is meant, else in the order of the package's ecosystem. Without a package, and of tags, only
 * the ends of other ranges can be listed. A package has no order for commits and tags, so a range of it goes on where only one of
 * those ends it.
 */
function versionsOf(
  lines: readonly AdvisoryLine[],
  git: readonly Range[],
  ecosystem?: Ecosystem,
): Pick<Affected, 'ranges' | 'versions'> {
  const eventsHere = (line: AdvisoryLine) => (ecosystem === undefined ? eventsOf(line) : eventsOf(line, hasOrder));
  const isSemver = (line: AdvisoryLine) =>
    (ecosystem === undefined || ecosystem.semver === true) && endsIn(eventsHere(line)).every(isMeantAsSemver);
  const isListed = (line: AdvisoryLine) => listedIn(line).some(isTag) || (ecosystem === undefined && !isSemver(line));
  const typed = lines
    .filter((line) => !isListed(line))
    .map((line): Range => ({ type: isSemver(line) ? 'SEMVER' : 'ECOSYSTEM', events: eventsHere(line) }));
  const ranges = [...git, ...typed];
  const versions = [...new Set(lines.filter(isListed).flatMap(listedIn))];
  return { ...(ranges.length === 0 ? {} : { ranges }), ...(versions.length === 0 ? {} : { versions }) };
}

type Event = Range['events'][number];

/** The versions that a range names, beside the `0` of its beginning. */
function endsIn(events: readonly Event[]): string[] {
  return events.flatMap((one): string[] => Object.values(one)).filter((version) => version !== '0');
}

function listedIn(line: AdvisoryLine): string[] {
  const { from, upTo } = publishedRange(line);
  return [from, upTo].flatMap((version) => version ?? []);
}

/** The ends of a range, as far as they may stand there. */
function eventsOf(line: AdvisoryLine, mayStand: (version: string) => boolean = () => true): Event[] {
  const { from, upTo, before } = publishedRange(line);
  const patched = patchedEnd(line);
  const fixed = patched === undefined ? before : firstOf(publishedVersion(patched));
  // The schema allows only one end. Tools act on the patched release.
  const ends = [...(fixed === undefined ? [] : [{ fixed }]), ...(upTo === undefined ? [] : [{ last_affected: upTo }])];
  const end = ends.filter((one) => Object.values(one).every(mayStand)).slice(0, 1);
  return [{ introduced: from !== undefined && mayStand(from) ? from : '0' }, ...end];
}

function credits({ credits: named, anonymousCredits }: Advisory): OsvRecord['credits'] {
  const { unnamed } = localeOf('en').advisory;
  return [
    ...named.map(({ name, link, role = 'reporter' }) => {
      const type = osvCreditType(role);
      const url = publicUrl(link);
      return url === undefined ? { name, type } : { name, contact: [url], type };
    }),
    ...Array.from({ length: anonymousCredits }, () => ({ name: unnamed, type: 'REPORTER' as const })),
  ];
}
