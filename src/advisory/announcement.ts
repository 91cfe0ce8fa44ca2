import { type Locale, localeOf } from '../locales/locale-of.js';
import { defined } from '../report/defined.js';
import type { Language } from '../report/form.js';
import type { Advisory, Publisher } from './advisory.js';
import { affectedLine } from './affected-line-text.js';
import { creditSentences } from './credit.js';
import { referencesOf } from './references.js';
import { severityText } from './severity-text.js';

/** The content of a public announcement as plain text. Whoever shows it must escape it. */
export type Announcement = Readonly<{
  heading: string;
  /** The title alone, for places that show the heading separately. */
  title: string;
  summary: string;
  /** What a correction changes, as its author put it. */
  change?: string;
  /** Score, rating and CVSS version. */
  severity: string;
  cve?: string;
  /** Product lines with their versions, and what their users should do. */
  affected: readonly string[];
  workaround?: string;
  /** Empty if nobody outside the team reported it. */
  thanks: readonly string[];
  links: readonly string[];
}>;

export function announcement(advisory: Advisory, publisher: Publisher, language: Language): Announcement {
  const locale = localeOf(language);
  const text = advisory.text[language] ?? advisory.text.en;
  const { severity, revision, revisions } = advisory;
  const change = revision === 1 ? undefined : revisions.find((one) => one.revision === revision)?.change;
  return {
    heading: headingOf(advisory, text.title, locale),
    title: text.title,
    summary: text.summary,
    ...defined({ change }),
    severity: severityText(severity, locale),
    ...(advisory.cves.length === 0 ? {} : { cve: advisory.cves.join(', ') }),
    affected: advisory.affected.map((line) => affectedLine(line, publisher, locale)),
    ...defined({ workaround: text.workaround }),
    thanks: creditSentences(advisory, locale),
    links: referencesOf(advisory, publisher).map(({ url }) => url),
  };
}

function headingOf({ project, id, revision, withdrawn }: Advisory, title: string, { advisory: say }: Locale): string {
  if (withdrawn !== undefined) return say.withdrawn(project, title, id, revision);
  return revision === 1 ? say.announced(project, title, id) : say.corrected(project, title, id, revision);
}
