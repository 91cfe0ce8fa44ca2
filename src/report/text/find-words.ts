import { mayBeReporter } from '../permissions.js';
import type { Person } from '../person.js';
import type { Report } from '../report.js';
import { type ReportId, readReportId } from '../report-id.js';

/** Something to look for: a word, or several that stand together. `id`: it may be typed for this id. */
export type Wanted = Readonly<{ text: string; id?: ReportId }>;

/** At most so many characters are looked for. */
export const mostWanted = 200;

/** What somebody typed to look for, word by word. Words in quotes stay together. */
export function readWanted(typed: string): readonly Wanted[] {
  const found = typed.slice(0, mostWanted).matchAll(/["“”「『]([^"“”」』]+)["“”」』]|[^\s"“”「」『』]+/gu);
  return [...found].flatMap(([whole, quoted]) => {
    const text = comparable(quoted ?? whole).trim();
    const id = readReportId(text);
    return text === '' ? [] : [{ text, ...(id === undefined ? {} : { id }) }];
  });
}

/**
 * Whether all that is wanted stands in a report, as far as this responder may know it: of a report of their own they find no more
 * than they wrote and what was written to them.
 */
export function hasWords(report: Report, wanted: readonly Wanted[], responder: Person): boolean {
  if (wanted.length === 0) return true;
  const texts = textsOf(report, mayBeReporter(responder, report)).flatMap((text) =>
    text === undefined ? [] : [comparable(text)],
  );
  return wanted.every(({ text, id }) => report.id === id || texts.some((one) => one.includes(text)));
}

function textsOf(report: Report, own: boolean): readonly (string | undefined)[] {
  const { id, form, reporter, affected, replies, messages, notes, cve, lines, fixes, draft } = report;
  const { title, overview, otherVersions, verification, contact } = form;
  const theirs = [
    ...[id, title, overview, form.cve, otherVersions, verification, contact],
    ...[...replies, ...messages].map(({ text }) => text),
    ...affected.map(({ version }) => version),
  ];
  if (own) return theirs;
  return [
    ...theirs,
    reporter.kind === 'slack' ? reporter.person.name : reporter.name,
    ...(cve?.numbers ?? []),
    ...lines.flatMap((one) => [one.line, one.from, one.upTo, one.before]),
    ...fixes.map((fix) => (fix.outcome === 'fixed' ? fix.version : undefined)),
    ...notes.map(({ text }) => text),
    ...Object.values(draft ?? {}).flatMap((words) => Object.values(words ?? {})),
  ];
}

/** Without case and width. */
function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
