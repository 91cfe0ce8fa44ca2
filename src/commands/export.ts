import type { Advisory, Publisher } from '../advisory/advisory.js';
import { preparedAdvisory, publishedAdvisory } from '../advisory/advisory-of.js';
import { renderCsaf } from '../advisory/csaf.js';
import { renderCveRecord, renderCveRejection } from '../advisory/cve-record.js';
import { renderMarkdown } from '../advisory/markdown.js';
import { renderOsv } from '../advisory/osv.js';
import { readStoreConfig } from '../config/store-config.js';
import { publisherOf } from '../handling/advisory-publisher.js';
import { Language } from '../report/form.js';
import type { Report } from '../report/report.js';
import { type ReportId, readReportId } from '../report/report-id.js';
import type { Status } from '../report/status.js';
import { noteByOperator } from './audit-operator.js';
import { BadInput, type ExitCode, type Terminal } from './terminal.js';
import { unlessUnreadable } from './unreadable-report.js';
import { withStore } from './with-store.js';

const formats = ['md', 'osv', 'csaf', 'cve'] as const;
type Format = (typeof formats)[number];

export type ExportOptions = Readonly<{ format?: string; lang?: string; revision?: string; preview?: boolean }>;

/**
 * Prints a report's published advisory, or with `preview` the prepared one; a warning then goes to stderr. Ends with 1 if there
 * is no advisory in this state.
 * @throws BadInput for invalid input or an unknown report, ConfigFaults, StoreRefusal
 */
export async function exportAdvisory(typed: string, options: ExportOptions, terminal: Terminal): Promise<ExitCode> {
  const asked = readAsked(typed, options);
  const config = readStoreConfig(terminal.env, terminal.files);
  const now = terminal.clock();
  const found = await withStore(config, terminal, async ({ reports, audit }) => {
    const { id, format, preview } = asked;
    const tracked = await unlessUnreadable(id, () => reports.find(id));
    if (tracked === undefined)
      throw new BadInput(`There is no report ${id} in the database "${config.store.database}". Check the id.`);
    const advisory = advisoryIn(tracked.report, asked, config.policy.project, now);
    const what = preview ? `${format} preview` : format;
    if (typeof advisory !== 'string') await noteByOperator(audit, { at: now, deed: 'exported', what, about: id });
    return advisory;
  });
  if (typeof found === 'string') {
    terminal.err(found);
    return 1;
  }
  if (asked.preview)
    terminal.err(
      `PREVIEW of ${asked.id}, revision ${found.revision}. It is not published: show it to nobody outside the team.`,
    );
  terminal.out(rendered(found, publisherOf(config.policy), asked).trimEnd());
  return 0;
}

type Asked = Readonly<{ id: ReportId; format: Format; language: Language; revision?: number; preview: boolean }>;

function readAsked(typed: string, { format, lang, revision, preview = false }: ExportOptions): Asked {
  const id = readReportId(typed);
  if (id === undefined) throw new BadInput(`"${typed}" is not a report id. An id looks like VR-7K2Q-9FDX.`);
  const known = formats.find((one) => one === format);
  if (known === undefined)
    throw new BadInput(`${quoted(format)} is not a format. Give --format one of ${formats.join(', ')}.`);
  const language = Language.safeParse(lang ?? 'en').data;
  if (language === undefined)
    throw new BadInput(`${quoted(lang)} is not a language. Give --lang ${Language.options.join(' or ')}.`);
  if (revision !== undefined && !/^[1-9]\d{0,5}$/.test(revision))
    throw new BadInput(`"${revision}" is not a revision. Give --revision a whole number from 1.`);
  if (revision !== undefined && preview)
    throw new BadInput('--revision is for published revisions, --preview for the next one. Give only one of them.');
  return { id, format: known, language, preview, ...(revision === undefined ? {} : { revision: Number(revision) }) };
}

const quoted = (typed: string | undefined) => (typed === undefined ? 'Nothing' : `"${typed}"`);

/** The advisory, or a sentence that says why there is none. */
function advisoryIn(report: Report, { revision, preview }: Asked, project: string, now: Date): Advisory | string {
  const { id, status, prepared, publications } = report;
  if (preview)
    return (
      preparedAdvisory(report, project, prepared?.credits ?? [], now) ??
      `${id} has no prepared advisory to preview. ${next(status)}`
    );
  const publication =
    revision === undefined ? publications.at(-1) : publications.find((one) => one.revision === revision);
  if (publication !== undefined) {
    const published = publishedAdvisory(report, project, publication.event);
    if (published !== undefined) return published;
  }
  if (publications.length > 0)
    throw new BadInput(
      `${id} has no revision ${revision}. Its published revisions go from 1 to ${publications.length}.`,
    );
  const way = prepared === undefined ? next(status) : 'One is prepared: see it with --preview.';
  return `${id} has no published advisory; its status is ${status}. Before publication nothing of it may leave the team. ${way}`;
}

function next(status: Status): string {
  switch (status) {
    case 'received':
    case 'acknowledged':
    case 'accepted':
      return 'Record the patched release, then prepare, approve and publish the advisory on the card.';
    case 'fixed':
      return 'Prepare, approve and publish the advisory on the card.';
    case 'disclosed':
      return 'You can prepare a correction on the card.';
    case 'declined':
    case 'duplicate':
    case 'withdrawn':
      return 'A closed report has no advisory. If that was a mistake, reopen it on the card.';
    default:
      return status satisfies never;
  }
}

function rendered(advisory: Advisory, publisher: Publisher, { format, language }: Asked): string {
  const json = (document: object) => JSON.stringify(document, undefined, 2);
  switch (format) {
    case 'md':
      return renderMarkdown(advisory, publisher, language);
    case 'osv':
      return json(renderOsv(advisory, publisher));
    case 'csaf':
      return json(renderCsaf(advisory, publisher));
    case 'cve':
      return json(renderCveRejection(advisory, publisher) ?? renderCveRecord(advisory, publisher));
    default:
      return format satisfies never;
  }
}
