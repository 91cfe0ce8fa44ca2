import { type Locale, localeOf } from '../locales/locale-of.js';
import type { Language } from '../report/form.js';
import type { Advisory, Publisher } from './advisory.js';
import { advice, affectedVersions, patchedVersion } from './affected-line-text.js';
import { creditSentences } from './credit.js';
import { markdownCode, markdownLine, markdownText } from './markdown-text.js';
import { referencesOf } from './references.js';
import { modifiedAt, revisionsOf } from './revisions.js';
import { severityText } from './severity-text.js';

/** The advisory in Markdown, in GitHub's form. A text that is missing in the language appears in English. */
export function renderMarkdown(advisory: Advisory, publisher: Publisher, language: Language): string {
  const locale = localeOf(language);
  const { heading, ...sentences } = locale.advisory;
  const text = advisory.text[language] ?? advisory.text.en;
  const links = referencesOf(advisory, publisher).map(({ url }) => `<${url}>`);
  const credits = creditSentences(advisory, locale, markdownLink);
  return [
    `# ${markdownLine(text.title)}`,
    facts(advisory, publisher, locale),
    ...withdrawn(advisory, publisher, locale),
    section(heading.severity, severityLine(advisory, locale)),
    ...(advisory.cwes.length === 0 ? [] : [section(heading.weaknesses, list(advisory.cwes.map(weakness)))]),
    section(heading.affected, affectedTable(advisory, locale)),
    section(heading.impact, markdownText(text.summary)),
    section(heading.patches, list(patches(advisory, publisher, locale))),
    section(
      heading.workarounds,
      text.workaround === undefined ? sentences.noWorkaround : markdownText(text.workaround),
    ),
    section(heading.references, links.length === 0 ? sentences.noReferences : list(links)),
    section(heading.credits, credits.length === 0 ? sentences.nobodyToThank : list(credits)),
    ...(advisory.revision > 1 ? [section(heading.history, historyTable(advisory, publisher, locale))] : []),
    section(heading.more, more(publisher, locale)),
  ]
    .join('\n\n')
    .concat('\n');
}

const section = (title: string, body: string) => `## ${title}\n\n${body}`;
const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
const markdownLink = (name: string, link?: string) =>
  link === undefined ? markdownLine(name) : `[${markdownLine(name)}](${link})`;

function facts(advisory: Advisory, publisher: Publisher, { advisory: locale, terms }: Locale): string {
  const { label } = locale;
  const published = terms.labelled(`**${label.published}**`, publisher.day(advisory.publishedAt));
  const updated = terms.labelled(`**${label.updated}**`, publisher.day(modifiedAt(advisory)));
  return terms.listed([
    terms.labelled(`**${label.id}**`, locale.revisionOf(advisory.id, advisory.revision)),
    terms.labelled(`**${label.cve}**`, advisory.cves.length === 0 ? locale.noCve : advisory.cves.join(', ')),
    published,
    ...(advisory.revision > 1 ? [updated] : []),
  ]);
}

/** Above everything else, since nothing below it holds any more. */
function withdrawn({ withdrawn: gone }: Advisory, publisher: Publisher, { advisory: locale }: Locale): string[] {
  return gone === undefined ? [] : [`**${locale.withdrawnOn(publisher.day(gone.at))}** ${markdownLine(gone.reason)}`];
}

function severityLine({ severity }: Advisory, locale: Locale): string {
  return locale.terms.listed([`**${severityText(severity, locale)}**`, markdownCode(severity.vector)]);
}

const weakness = ({ id, name }: Advisory['cwes'][number]) =>
  `[${id}](https://cwe.mitre.org/data/definitions/${id.slice(4)}.html) ${markdownLine(name)}`;

function affectedTable(advisory: Advisory, locale: Locale): string {
  const { column } = locale.advisory;
  const rows = advisory.affected.map((line) =>
    [line.line, affectedVersions(line, locale), patchedVersion(line, locale)].map(markdownLine),
  );
  return table([column.product, column.affected, column.patched], rows);
}

/** Without repetitions: several ranges of a line may have the same release. */
function patches(advisory: Advisory, publisher: Publisher, locale: Locale): string[] {
  return [...new Set(advisory.affected.map((line) => markdownLine(advice(line, advisory, publisher, locale))))];
}

function historyTable(advisory: Advisory, publisher: Publisher, locale: Locale): string {
  const { column, firstRevision } = locale.advisory;
  const rows = revisionsOf(advisory, firstRevision).map(({ revision, at, change }) => [
    String(revision),
    publisher.day(at),
    markdownLine(change),
  ]);
  return table([column.revision, column.date, column.change], rows);
}

function more({ project, contact }: Publisher, { advisory }: Locale): string {
  const sentences = contact === undefined ? [] : [markdownLine(advisory.contact(project, contact))];
  return [...sentences, advisory.confidentialReports].join('\n');
}
