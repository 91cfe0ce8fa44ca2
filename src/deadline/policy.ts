import type { VersionRange } from '../report/affected-line.js';
import type { PolicyDuty } from '../report/duty.js';
import type { Language } from '../report/form.js';
import type { Product } from '../report/product.js';
import type { Rating } from '../report/severity.js';
import type { Calendar, DayHours, IsoDate } from './calendar.js';
import type { Roster } from './roster.js';
import type { Term } from './term.js';

/** A row of a product's table of versions. */
export type VersionLine = Readonly<{
  /** As reporters read it, with the name of the product. */
  name: string;
  /** The versions that it stands for, if they can be read from its name. */
  range?: VersionRange;
  /** The last day of support, in the calendar's zone. `undefined`: no end is set. `never`: it was never supported. */
  supportedUntil?: IsoDate | 'never';
  /** Its status after that day. */
  afterwards: 'best_effort' | 'end_of_life';
}>;

/** Whom a rung reminds. The `reporter` is reminded of a question, and of nothing else. */
export type Audience = 'responder' | 'deputy' | 'lead' | 'channel' | 'reporter';

/**
 * Where a rung is on the ladder. `share` and hours count the duty's open hours. `gaps`: working days between the rungs after the
 * deadline, of which the last goes on; without them, one.
 */
export type RungPlace =
  | Readonly<{ kind: 'share'; share: number }>
  | Readonly<{ kind: 'hours_before'; hours: number }>
  | Readonly<{ kind: 'at_deadline' }>
  | Readonly<{ kind: 'each_working_day_after'; gaps?: readonly number[] }>
  /** Each time so many open hours have passed, from the beginning until the duty is met. The last of `gaps` goes on. */
  | Readonly<{ kind: 'every_hours'; gaps: readonly number[] }>;
export type RungSpec = RungPlace & Readonly<{ tell: readonly Audience[] }>;
/** The rung that an exploited or public report has besides the ladder, until somebody acknowledges it. */
export type ExploitedRung = Extract<RungSpec, { kind: 'every_hours' }>;

/** A duty that the policy asks for: its term, or one for each severity that has it, and its own ladder, if not the common one. */
export type AskedDuty = Readonly<{ ladder?: readonly RungSpec[] }> &
  Readonly<{ term: Term } | { bySeverity: Readonly<Partial<Record<Rating, Term>>> }>;

/** A turn of the rota, with Slack user ids. It lasts from the local date `from` to the end of `to`, else until the next turn. */
export type RotaTurn = Readonly<{ from: IsoDate; to?: IsoDate; responder: string; deputy?: string }>;

/**
 * People who take turns of `everyWeeks` weeks, in order. The first begins at the first hand-over from `startsOn` on: at `time`
 * (`HH:mm`) on `weekday` (1 is Monday), in the team's zone.
 */
export type Rotation = Readonly<{
  people: readonly string[];
  handOver: Weekly;
  everyWeeks: number;
  startsOn: IsoDate;
}>;

/** A moment of each week: at `time` (`HH:mm`) on `weekday` (1 is Monday), in the team's zone. */
export type Weekly = Readonly<{ weekday: number; time: string }>;

/** A person's own week (1 is Monday, 7 Sunday) and hours, both in their own zone. What is left out is the team's. */
export type PersonTime = Readonly<{ weekdays?: readonly number[]; hours?: DayHours }>;

/** The team's policy file. */
export type Policy = Readonly<{
  /** A digest of the policy and its calendar file: 12 hex digits. */
  revision: string;
  project: string;
  /** The public address for reports, which the form shows. */
  contact?: string;
  /**
   * The publisher of advisories: its name in product lists, an address that makes advisory ids unique, and the address of an
   * advisory's page, with `{id}` in it.
   */
  publisher: Readonly<{ vendor: string; namespace: string; advisories?: string }>;
  /** The language of the security channel. */
  teamLanguage: Language;
  calendar: Calendar;
  /**
   * How long the first answer and the decision may take, both from receipt. Without `decide` they are due together. A duty that is
   * absent is not asked for.
   */
  duties: Readonly<{ acknowledge: Term; decide?: Term } & Partial<Record<PolicyDuty, AskedDuty>>>;
  ladder: readonly RungSpec[];
  /** Absent: such reports have no more reminders than others. */
  exploited?: ExploitedRung;
  /** The hours in which a person may be reminded, in their own zone. `people`: who has other ones, by Slack user id. */
  personHours: Readonly<{ open: string; close: string }>;
  people: ReadonlyMap<string, PersonTime>;
  /** The most reminder messages a person gets on one local day. `dueReminders` says what this never holds back. */
  dailyReminders: number;
  /** How many report forms may be opened: by a person in an hour and a day, from a workspace in an hour. */
  forms: Readonly<{ personHour: number; personDay: number; workspaceHour: number }>;
  products: readonly (Product & Readonly<{ versions: readonly VersionLine[] }>)[];
  /** After how many days without a change a report is erased: one that is withdrawn, or over in another way. Absent: never. */
  retention?: Readonly<{ closed?: number; withdrawn?: number }>;
  /** Slack user ids. If empty, every responder counts as a lead. */
  leads: readonly string[];
  rota: readonly RotaTurn[];
  rotation?: Rotation;
  /** What people have said about duty since the file was written. The store has it. */
  roster: Roster;
  /** The id of the Slack user group in which whoever is on duty is alone. */
  dutyGroup?: string;
  /** New reports are assigned to whoever is on duty. */
  assignOnDuty: boolean;
  /** When the channel gets the digest of the week. Absent: never. */
  weeklyDigest?: Weekly;
  /** Bot users of other apps that may be in the security channel. */
  channelApps: readonly string[];
}>;
