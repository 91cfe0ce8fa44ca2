import { z } from 'zod';
import { localeOf } from '../locales/locale-of.js';
import { Language } from '../report/form.js';
import { cvssVersionOf } from '../report/severity.js';
import { publishedVersion } from '../report/version-order.js';
import type { Advisory, AdvisoryLine, Publisher } from './advisory.js';
import { affectedVersions } from './affected-line-text.js';
import { isMeantAsSemver } from './is-semver.js';
import { markdownText } from './markdown-text.js';
import { publishedRange } from './published-range.js';
import { modifiedAt } from './revisions.js';
import { publicLinks, publicUrl } from './safe-link.js';

const event = z.union([
  z.strictObject({ introduced: z.string().min(1) }),
  z.strictObject({ fixed: z.string().min(1) }),
  z.strictObject({ last_affected: z.string().min(1) }),
]);

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
  aliases: z.array(z.string()).optional(),
  summary: z.string().min(1),
  details: z.string().min(1),
  severity: z.array(z.strictObject({ type: z.enum(['CVSS_V3', 'CVSS_V4']), score: z.string() })).length(1),
  affected: z
    .array(
      z.strictObject({
        package: z.strictObject({ ecosystem: z.string(), name: z.string() }).optional(),
        ranges: z
          .array(z.strictObject({ type: z.enum(['SEMVER', 'ECOSYSTEM']), events: z.array(event).min(1) }))
          .length(1)
          .optional(),
        versions: z.array(z.string().min(1)).min(1).optional(),
        database_specific: z.strictObject({
          product: z.string(),
          affected: z.string(),
          fix: z.enum(['fixed', 'wont_fix', 'none_yet']),
        }),
      }),
    )
    .min(1),
  references: z.array(z.strictObject({ type: z.enum(['WEB', 'FIX']), url: z.url() })),
  credits: z.array(
    z.strictObject({ name: z.string(), contact: z.array(z.url()).optional(), type: z.literal('REPORTER') }),
  ),
  database_specific: z.strictObject({
    publisher: z.string(),
    namespace: z.string(),
    revision: z.number(),
    ...translated,
  }),
});
export type OsvRecord = z.infer<typeof OsvRecord>;

/** The advisory as an OSV record in English. Other languages are under `database_specific`. */
export function renderOsv(advisory: Advisory, publisher: Publisher): OsvRecord {
  const { text, severity, cve } = advisory;
  return {
    schema_version: '1.7.0',
    id: `x_${advisory.id}`,
    modified: modifiedAt(advisory).toISOString(),
    published: advisory.publishedAt.toISOString(),
    ...(cve === undefined ? {} : { aliases: [cve] }),
    summary: text.en.title.replace(/\s+/g, ' ').trim(),
    details: details(text.en),
    severity: [{ type: cvssVersionOf(severity) === '3.1' ? 'CVSS_V3' : 'CVSS_V4', score: severity.vector }],
    affected: advisory.affected.map((line) => affected(line, publisher)),
    references: publicLinks(advisory).map(({ url, fix }) => ({ type: fix ? 'FIX' : 'WEB', url })),
    credits: credits(advisory),
    database_specific: {
      publisher: publisher.vendor,
      namespace: publisher.namespace,
      revision: advisory.revision,
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

const details = ({ summary, workaround }: { summary: string; workaround?: string | undefined }) =>
  markdownText(workaround === undefined ? summary : `${summary}\n\n${workaround}`);

/** SEMVER where that order is meant, else an order of the package's ecosystem. Without a package only the ends can be listed. */
function affected(line: AdvisoryLine, { ecosystem, packages }: Publisher): OsvRecord['affected'][number] {
  const name = packages?.[line.line];
  const { fix } = line;
  const { from, upTo, before } = publishedRange(line);
  const fixed = fix?.outcome === 'fixed' ? publishedVersion(fix.version) : before;
  // The schema allows only one end. Tools act on the patched release.
  const end = fixed !== undefined ? [{ fixed }] : upTo !== undefined ? [{ last_affected: upTo }] : [];
  const events = [{ introduced: from ?? '0' }, ...end];
  const semver = [from, fixed ?? upTo].every((version) => version === undefined || isMeantAsSemver(version));
  const hasPackage = ecosystem !== undefined && name !== undefined;
  const listed = [...new Set([from, upTo])].flatMap((version) => version ?? []);
  return {
    ...(hasPackage ? { package: { ecosystem, name } } : {}),
    ...(semver || hasPackage || listed.length === 0
      ? { ranges: [{ type: semver ? 'SEMVER' : 'ECOSYSTEM', events }] }
      : { versions: listed }),
    database_specific: {
      product: line.line,
      affected: affectedVersions(line, localeOf('en')),
      fix: fix?.outcome ?? 'none_yet',
    },
  };
}

function credits({ credits: named, anonymousCredits }: Advisory): OsvRecord['credits'] {
  const type = 'REPORTER' as const;
  const { unnamed } = localeOf('en').advisory;
  return [
    ...named.map(({ name, link }) => {
      const url = publicUrl(link);
      return url === undefined ? { name, type } : { name, contact: [url], type };
    }),
    ...Array.from({ length: anonymousCredits }, () => ({ name: unnamed, type })),
  ];
}
