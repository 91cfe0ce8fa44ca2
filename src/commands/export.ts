import type { Advisory, Publisher } from '../advisory/advisory.js';
import { preparedAdvisory, publishedAdvisory } from '../advisory/advisory-of.js';
import { renderCsaf } from '../advisory/csaf.js';
import { renderCveRecord } from '../advisory/cve-record.js';
import { renderMarkdown } from '../advisory/markdown.js';
import { renderOsv } from '../advisory/osv.js';
import { readStoreConfig, type StoreConfig } from '../config/store-config.js';
import { Unreadable } from '../handling/ports.js';
import { publisherOf } from '../handling/publisher.js';
import { Language } from '../report/form.js';
import type { Report } from '../report/report.js';
import { type ReportId, readReportId } from '../report/report-id.js';
import type { Status } from '../report/status.js';
import { openReports } from './open-reports.js';
import { BadInput, CannotRun, type ExitCode, type Terminal } from './terminal.js';

const formats = ['md', 'osv', 'csaf', 'cve'] as const;
type Format = (typeof formats)[number];

export type ExportOptions = Readonly<{ format?: string; lang?: string; revision?: string; preview?: boolean }>;

/**
 * Writes a report's advisory as it was published, or with `preview` as it is prepared, which is said on the side of faults:
 * what is written out is the document alone. Ends with 1 where the report is in no state for it.
 * @throws BadInput for what cannot be read and a report that is not there, ConfigFaults for settings, StoreRefusal
 */
export async function exportAdvisory(typed: string, options: ExportOptions, terminal: Terminal): Promise<ExitCode> {
  const asked = readAsked(typed, options);
  const kept = readStoreConfig(terminal.env, terminal.files);
  const report = await find(asked.id, kept, terminal);
  const found = advisoryIn(report, asked, kept.policy.project, terminal.clock());
  if (typeof found === 'string') {
    terminal.err(found);
    return 1;
  }
  if (asked.preview)
    terminal.err(
      `PREVIEW of ${report.id}, revision ${found.revision}: it is not published. Show it to nobody outside the team.`,
    );
  terminal.out(rendered(found, publisherOf(kept.policy), asked).trimEnd());
  return 0;
}

type Asked = Readonly<{ id: ReportId; format: Format; language: Language; revision?: number; preview: boolean }>;

function readAsked(typed: string, { format, lang, revision, preview = false }: ExportOptions): Asked {
  const id = readReportId(typed);
  if (id === undefined) throw new BadInput(`"${typed}" is not the id of a report: it looks like VR-7K2Q-9FDX.`);
  const known = formats.find((one) => one === format);
  if (known === undefined)
    throw new BadInput(`${told(format)} is not a format: give --format one of ${formats.join(', ')}.`);
  const language = Language.safeParse(lang ?? 'en').data;
  if (language === undefined)
    throw new BadInput(`${told(lang)} is not a language: give --lang ${Language.options.join(' or ')}.`);
  if (revision !== undefined && !/^[1-9]\d{0,5}$/.test(revision))
    throw new BadInput(`"${revision}" is not a revision: give --revision a whole number from 1.`);
  if (revision !== undefined && preview)
    throw new BadInput(
      '--revision names an edition that was published, and --preview one that was not: give one of them.',
    );
  return { id, format: known, language, preview, ...(revision === undefined ? {} : { revision: Number(revision) }) };
}

const told = (typed: string | undefined) => (typed === undefined ? 'Nothing' : `"${typed}"`);

async function find(id: ReportId, kept: StoreConfig, terminal: Terminal): Promise<Report> {
  const tracked = await openReports(kept, terminal, (reports) => reports.find(id)).catch((error: unknown) => {
    if (error instanceof Unreadable) throw new CannotRun(`${id} cannot be opened: ${unreadable(error.why)}`);
    throw error;
  });
  if (tracked === undefined)
    throw new BadInput(`There is no report ${id} in the database "${kept.store.database}": check the id.`);
  return tracked.report;
}

function unreadable(why: Unreadable['why']): string {
  switch (why) {
    case 'newer':
      return 'a later version of Vulndesk has written it. Export it with that one.';
    case 'key':
      return 'the key ring lacks its key. Put it back into the file that KEYRING_FILE names.';
    case 'damaged':
      return 'it is not what was sealed. Restore it from a copy of the database.';
    default:
      return why satisfies never;
  }
}

/** The advisory, or the sentence that says why there is none to be had. */
function advisoryIn(report: Report, { revision, preview }: Asked, project: string, now: Date): Advisory | string {
  const { id, status, prepared, publications } = report;
  if (preview)
    return (
      preparedAdvisory(report, project, prepared?.credits ?? [], now) ??
      `${id} has no advisory that is prepared and not yet published, so there is nothing to preview. ${next(status)}`
    );
  const edition = revision === undefined ? publications.at(-1) : publications.find((one) => one.revision === revision);
  if (edition !== undefined) {
    const published = publishedAdvisory(report, project, edition.event);
    if (published !== undefined) return published;
  }
  if (publications.length > 0)
    throw new BadInput(
      `${id} has no revision ${revision}: its advisory was published in ${publications.length}, counted from 1.`,
    );
  const way = prepared === undefined ? next(status) : 'One is prepared: look at it with --preview.';
  return `${id} has no published advisory (its status is ${status}), and nothing of it may leave the team before. ${way}`;
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
      return 'A correction is prepared on the card.';
    case 'declined':
    case 'duplicate':
    case 'withdrawn':
      return 'A report that is closed has no advisory; reopen it on the card if that was a mistake.';
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
      return json(renderCveRecord(advisory, publisher));
    default:
      return format satisfies never;
  }
}
