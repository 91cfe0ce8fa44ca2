import type { Calendar } from '../../deadline/calendar.js';
import type { Deadline } from '../../deadline/deadlines.js';
import type { BreakProblem } from '../../deadline/team-break.js';
import type { TermEnd } from '../../deadline/term.js';
import type { OpenReports, ReportListing, ReportQuery } from '../../handling/list-reports.js';
import type { ReportRow } from '../../handling/report-filters.js';
import type { AnswerPromise } from '../../report/duty.js';
import type { ReportEvent } from '../../report/events.js';
import type { Language } from '../../report/form.js';
import type { Person } from '../../report/person.js';
import type { RefusalCode, RefusalReasons } from '../../report/refusal.js';
import type { AffectedVersion, Report } from '../../report/report.js';
import type { ReportId } from '../../report/report-id.js';
import type { VerbName } from './commands.js';

/** A refusal as plain facts; a `Refusal` is one. */
export type RefusalFacts = Readonly<{ code: RefusalCode; reasons: RefusalReasons[RefusalCode] }>;
/** A report with its open deadlines. `zone` is the team's, here and everywhere below. */
export type ReportFacts = Readonly<{ report: Report; deadlines: readonly Deadline[]; zone: string; now: Date }>;

export type ForTeam = Readonly<{ team: boolean }>;
export type HelpFacts = ForTeam & Readonly<{ verb?: VerbName }>;
export type UnknownVerbFacts = ForTeam & Readonly<{ typed: string }>;
export type UnknownListWordFacts = Readonly<{ typed: string; near: string }>;
export type UsageFacts = Readonly<{
  verb: VerbName;
  problem:
    | 'id_missing'
    | 'id_unreadable'
    | 'person_missing'
    | 'person_unreadable'
    | 'person_not_a_responder'
    | 'text_missing'
    | 'days_missing'
    | 'days_unreadable'
    | 'weekdays_unreadable'
    | 'own_substitute'
    | BreakProblem;
}>;
export type DoneFacts = Readonly<
  { id: ReportId } & (
    | { done: 'assigned'; to: Person }
    /** Whoever reads it has the report now. */
    | { done: 'taken' }
    | { done: 'assigned_already'; to: Person }
    /** `to` is asked to take it over from `from`. */
    | { done: 'offered'; to: Person; from: Person }
    | { done: 'hand_over_declined' }
    | { done: 'delivery_confirmed' }
    | { done: 'sent_again' }
    | { done: 'public_bug_recorded' }
    | { done: 'agreed_early' }
    /** `byHand`: the reporter has to be told outside Slack. */
    | { done: 'promise_moved'; dueAt: Date; zone: string; byHand: boolean }
    | { done: 'promise_kept'; dueAt: Date; zone: string }
    | { done: 'pause_ended'; replies: number; newCredit: boolean }
  )
>;

/** A message that somebody reports. `isPublic`: anybody in the workspace can read it. */
export type ReportedMessage = Readonly<{ text: string; isPublic: boolean }>;

/** The team is on a break and answers again then. */
export type BackFacts = Readonly<{ at: Date; zone: string }>;

export type FormFacts = Readonly<{
  project: string;
  versions: readonly AffectedVersion[];
  language: Language;
  /** Known already: put in the field, to be changed. */
  contact?: string;
  /** Adds who reported and when it arrived; for responders. An empty name means that they report it themselves. */
  onBehalf: boolean;
  /** Where files may be sent: the form takes none. */
  files?: string;
  /** It is opened from a message, which is put in the field for the overview. */
  message?: ReportedMessage;
  back?: BackFacts;
  now: Date;
}>;

export type ReceiptFacts = Readonly<{
  id: ReportId;
  project: string;
  explanation: TermEnd;
  promise: AnswerPromise;
  /** Who is on duty, if a rota says so. */
  onDuty?: Person;
  zone: string;
  /** The report was filed before, and its text is the new one now. */
  amended?: boolean;
}>;

/** `mention`: whom it calls. `voided`: the step changed what was prepared for publication. */
/** `along`: what else the same act recorded. */
export type ThreadLineFacts = Readonly<{
  report: Report;
  event: ReportEvent;
  along: readonly ReportEvent[];
  mention?: string;
  voided: boolean;
  zone: string;
}>;

/** `page` counts from 0; none is the first. */
export type ReportViewFacts = ReportFacts &
  Readonly<{ history: readonly ReportEvent[]; project: string; lead: boolean; page?: number }>;
/** `team`: its reporter is on the team, and sees no more of it than any reporter. */
export type OwnReportFacts = Readonly<{ report: Report; zone: string; project: string; team?: boolean; page?: number }>;
export type ProjectFacts = Readonly<{ project: string }>;
export type IntakeFacts = ProjectFacts & Readonly<{ back?: BackFacts }>;
/** `due`: reports with a deadline that falls into the break. */
export type BreakFacts = Readonly<
  { said: 'begun'; back: Date; due: number; zone: string } | { said: 'ended' | 'no_break' }
>;
/** Who said so. `changed`: the end of a break that goes on. */
export type BreakLineFacts = Readonly<
  ({ said: 'begun' | 'changed'; back: Date; zone: string } | { said: 'ended' }) & Pick<Person, 'name' | 'user'>
>;
export type MineFacts = Readonly<{
  own: readonly ListRow[];
  /** Some of them can't be shown. */
  incomplete: boolean;
  /** The report after which older ones follow, if there are any. */
  older?: ReportId;
  /** This page begins after a report: it isn't the first. */
  continued?: boolean;
  calendar: Calendar;
  project: string;
  now: Date;
}>;
/** `open`: for a responder, all reports that are open, the most urgent first. */
export type HomeFacts = MineFacts & Readonly<{ person: Pick<Person, 'user'>; open?: OpenReports }>;
export type SetUpFacts = Readonly<{ channels: readonly Readonly<{ channel: string; done: boolean }>[] }>;

/** Whom the report may be given to: responders, in the order to show. The reporter is left out by the view. */
export type AssignFacts = Readonly<{ report: Report; responders: readonly Person[] }>;
export type MoreFacts = Readonly<{ report: Report; lead: boolean }>;
export type ListRow = ReportRow;
/** What is asked for, and a page of it. */
export type ListFacts = ReportListing &
  Readonly<{
    query: ReportQuery;
    /** This page begins after a report: it isn't the first. */
    continued: boolean;
    calendar: Calendar;
    now: Date;
  }>;

export type RefusedFacts = ForTeam & Readonly<{ refusal: RefusalFacts; zone: string }>;
/** Something broke. `reference`: what the log calls it. `team`: it is told to a responder; `id`: the report to look at, for them. */
export type TroubleFacts = Readonly<{ team: boolean; id?: ReportId }> &
  (Readonly<{ kind: 'broken'; reference: string }> | Readonly<{ kind: 'unsure'; reference?: string }>);
