import type { Language } from '../report/form.js';
import type { Verdict } from '../report/report.js';
import type { Status } from '../report/status.js';

export interface TermWords {
  readonly status: Readonly<Record<Status, string>>;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly languages: Readonly<Record<Language, string>>;
  readonly overdue: string;
  readonly provisional: string;
  /** A label and its value on one line. */
  labelled(label: string, value: string): string;
  /** Things on one line, one after another. */
  listed(things: readonly string[]): string;
  /** A sentence and the one after it. */
  followed(sentence: string, next: string): string;
  /** A moment in the team's zone, and the same for the reader. */
  teamAndReader(team: string, reader: string): string;
  readonly close: string;
  readonly cancel: string;
}
