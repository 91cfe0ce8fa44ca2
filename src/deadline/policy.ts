import type { Language } from '../report/form.js';
import type { Calendar, IsoDate } from './calendar.js';

/** A line of the policy's table of versions. */
export type VersionLine = Readonly<{
  name: string;
  /** The last day of support, in the calendar's zone; `undefined` while no end is set, `never` if it never was. */
  supportedUntil?: IsoDate | 'never';
  /** What it is after that day. */
  afterwards: 'best_effort' | 'end_of_life';
}>;

/** Whom a rung of the ladder tells. */
export type Audience = 'responder' | 'deputy' | 'lead' | 'channel';

/** A rung of the ladder of reminders, placed by the duty's open hours. */
export type RungPlace =
  | Readonly<{ kind: 'share'; share: number }>
  | Readonly<{ kind: 'hours_before'; hours: number }>
  | Readonly<{ kind: 'at_deadline' }>
  | Readonly<{ kind: 'each_working_day_after' }>;
export type RungSpec = RungPlace & Readonly<{ tell: readonly Audience[] }>;

/** One turn of the rota. Slack user ids. `from` is a local date; a turn lasts until the next begins. */
export type RotaTurn = Readonly<{ from: IsoDate; responder: string; deputy?: string }>;

/** The team's policy, read from one file. */
export type Policy = Readonly<{
  /** A digest of the file and its calendar data: 12 hex digits, another whenever either changes. */
  revision: string;
  project: string;
  /** The public address for reports, as the form names it; may be absent. */
  contact?: string;
  /** Who publishes: the maker's name in product lists, and an address of its own that makes advisory ids unique. */
  publisher: Readonly<{ vendor: string; namespace: string }>;
  /** The language of the security channel. */
  teamLanguage: Language;
  calendar: Calendar;
  /** The first word and the decision are due together: so many working days after receipt. */
  duties: Readonly<Record<'acknowledge', Readonly<{ workingDays: number }>>>;
  ladder: readonly RungSpec[];
  /** The hours, in a person's own zone, in which that person may be reminded. */
  personHours: Readonly<{ open: string; close: string }>;
  /** Direct messages a person gets in one local day at most; see `dueReminders` for what a cap never holds back. */
  dailyReminders: number;
  /** How many forms may be opened: by one person in an hour and a day, from one workspace in an hour. */
  forms: Readonly<{ personHour: number; personDay: number; workspaceHour: number }>;
  versions: readonly VersionLine[];
  /** Slack user ids. Empty: every responder counts as a lead. */
  leads: readonly string[];
  rota: readonly RotaTurn[];
}>;
