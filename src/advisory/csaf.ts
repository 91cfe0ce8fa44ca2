import { localeOf } from '../locales/locale-of.js';
import type { CveNumber } from '../report/cve-number.js';
import { defined } from '../report/defined.js';
import { Language } from '../report/form.js';
import { cvssVersionOf, severityParts } from '../report/severity.js';
import type { Advisory, Publisher } from './advisory.js';
import { advice } from './affected-line-text.js';
import { csafProducts } from './csaf-products.js';
import { type ReferenceKind, referencesOf } from './references.js';
import { modifiedAt, revisionsOf } from './revisions.js';
import { publicUrl } from './safe-link.js';
import { severityText } from './severity-text.js';

const en = localeOf('en');

/**
 * The advisory as a CSAF 2.0 document of the profile "security advisory", in English, with notes in the other languages. CSAF 2.0
 * has no field for a CVSS v4.0 vector, so that goes into `aggregate_severity` and a note.
 */
export function renderCsaf(advisory: Advisory, publisher: Publisher): CsafDocument {
  const { text, severity } = advisory;
  const references = referencesOf(advisory, publisher).map(({ url, kind }) => ({
    category: kind === 'advisory' ? 'self' : 'external',
    summary: referenceSummaries[kind],
    url,
  }));
  return {
    document: {
      category: 'csaf_security_advisory',
      csaf_version: '2.0',
      lang: 'en',
      title: oneLine(text.en.title),
      aggregate_severity: { text: en.cvss.rating[severity.rating] },
      distribution: { tlp: { label: 'WHITE' } },
      publisher: {
        category: 'vendor',
        name: publisher.vendor,
        namespace: publisher.namespace,
        ...defined({ contact_details: publisher.contact }),
      },
      notes: documentNotes(advisory),
      ...(references.length === 0 ? {} : { references }),
      ...acknowledgments(advisory),
      tracking: tracking(advisory),
    },
    product_tree: csafProducts(advisory, publisher).tree,
    vulnerabilities: (advisory.cves.length === 0 ? [undefined] : advisory.cves).map((cve) =>
      vulnerability(advisory, cve, publisher),
    ),
  };
}

const referenceSummaries = {
  advisory: 'This advisory',
  fix: 'Fix',
  release: 'Release with the fix',
  cve: 'CVE record',
  other: 'Reference',
} as const satisfies Record<ReferenceKind, string>;

/** Its parts have no types: tests check it with the schema and the mandatory tests of the standard. */
export type CsafDocument = Readonly<{ document: object; product_tree: object; vulnerabilities: readonly object[] }>;

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

function documentNotes({ text, severity, withdrawn }: Advisory) {
  const summaries = [
    { category: 'summary', title: en.advisory.summary, text: text.en.summary },
    ...Language.options.flatMap((language) => {
      const words = text[language];
      if (words === undefined || language === 'en') return [];
      const { advisory, terms } = localeOf(language);
      return [
        { category: 'summary', title: terms.labelled(advisory.summary, oneLine(words.title)), text: words.summary },
      ];
    }),
  ];
  const scored = {
    category: 'details',
    title: `CVSS v${cvssVersionOf(severity)}`,
    text: `${severityText(severity, en)}: ${severity.vector}`,
  };
  const gone =
    withdrawn === undefined
      ? []
      : [{ category: 'general', title: 'Withdrawn', text: en.advisory.withdrawnFor(withdrawn.reason) }];
  return [...gone, ...summaries, scored];
}

function acknowledgments({ credits, anonymousCredits }: Advisory) {
  const named = credits.map(({ name, link, role }) => {
    const url = publicUrl(link);
    const summary = role && en.disclosure.credit.roles[role];
    return { names: [name], ...defined({ summary }), ...(url === undefined ? {} : { urls: [url] }) };
  });
  const unnamed = Array.from({ length: anonymousCredits }, () => ({ summary: en.advisory.unnamed }));
  const all = [...named, ...unnamed];
  return all.length === 0 ? {} : { acknowledgments: all };
}

function tracking(advisory: Advisory) {
  const modified = modifiedAt(advisory).toISOString();
  return {
    id: advisory.id,
    status: 'final',
    version: String(advisory.revision),
    initial_release_date: advisory.publishedAt.toISOString(),
    current_release_date: modified,
    revision_history: revisionsOf(advisory, en.advisory.firstRevision).map(({ revision, at, change }) => ({
      number: String(revision),
      date: at.toISOString(),
      summary: change,
    })),
    generator: { date: modified, engine: { name: 'Vulndesk' } },
  };
}

function vulnerability(advisory: Advisory, cve: CveNumber | undefined, publisher: Publisher) {
  const { text, severity, cwes } = advisory;
  const [chief] = cwes;
  const { lines } = csafProducts(advisory, publisher);
  const affected = [...new Set(lines.map(({ affectedId }) => affectedId))];
  const fixed = [...new Set(lines.flatMap(({ fixedId }) => fixedId ?? []))];
  const { base, threat, environmental } = severityParts(severity);
  return {
    title: oneLine(text.en.title),
    ...(cve === undefined
      ? { ids: [{ system_name: `${publisher.vendor} security advisory`, text: advisory.id }] }
      : { cve }),
    // CSAF 2.0 has room for one weakness.
    ...defined({ cwe: chief }),
    notes: [
      { category: 'description', title: 'Description', text: text.en.summary },
      ...(cwes.length < 2
        ? []
        : [{ category: 'details', title: 'Weaknesses', text: cwes.map(({ id, name }) => `${id} ${name}`).join('\n') }]),
    ],
    release_date: advisory.publishedAt.toISOString(),
    product_status: { known_affected: affected, ...(fixed.length === 0 ? {} : { fixed }) },
    ...(cvssVersionOf(severity) === '3.1'
      ? {
          scores: [
            {
              products: affected,
              cvss_v3: {
                version: '3.1',
                vectorString: severity.vector,
                baseScore: base.score,
                baseSeverity: base.rating.toUpperCase(),
                ...(threat && { temporalScore: threat.score, temporalSeverity: threat.rating.toUpperCase() }),
                ...(environmental && {
                  environmentalScore: environmental.score,
                  environmentalSeverity: environmental.rating.toUpperCase(),
                }),
              },
            },
          ],
        }
      : {}),
    remediations: [
      ...lines.map(({ line, affectedId }) => {
        const url = line.fix?.outcome === 'fixed' ? publicUrl(line.fix.link) : undefined;
        const category = { fixed: 'vendor_fix', wont_fix: 'no_fix_planned', none: 'none_available' } as const;
        return {
          category: category[line.fix?.outcome ?? 'none'],
          details: advice(line, advisory, publisher, en),
          product_ids: [affectedId],
          ...defined({ url }),
        };
      }),
      ...Language.options.flatMap((language) => {
        const details = text[language]?.workaround;
        return details === undefined ? [] : [{ category: 'workaround', details, product_ids: affected }];
      }),
    ],
  };
}
