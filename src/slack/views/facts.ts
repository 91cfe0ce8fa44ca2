import type { Advisory, Publisher } from '../../advisory/advisory.js';
import type { Calendar, IsoDate } from '../../deadline/calendar.js';
import type { Deadline } from '../../deadline/deadlines.js';
import type { UpdateBy } from '../../deadline/next-update.js';
import type { DutyTurn } from '../../deadline/on-duty.js';
import type { TermEnd } from '../../deadline/term.js';
import type { DigestLine } from '../../handling/due-digest.js';
import type { Reminder } from '../../handling/due-reminders.js';
import type { NoticeReason } from '../../handling/immediate-notices.js';
import type { OpenReports, ReportListing, ReportQuery } from '../../handling/list-reports.js';
import type { ReportRow } from '../../handling/report-filters.js';
import type { SetAsideReason } from '../../handling/store-errors.js';
import type { AnswerPromise, NamedDay } from '../../report/duty.js';
import type { ReportEvent } from '../../report/events.js';
import type { Language } from '../../report/form.js';
import type { Message, ReplyPurpose } from '../../report/message.js';
import type { Person } from '../../report/person.js';
import type { RefusalCode, RefusalReasons } from '../../report/refusal.js';
import type { AffectedVersion, Report } from '../../report/report.js';
import type { ReportId } from '../../report/report-id.js';
import type { Status } from '../../report/status.js';
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
    | 'own_substitute';
}>;
export type DoneFacts = Readonly<
  { id: ReportId } & (
    | { done: 'assigned'; to: Person }
    | { done: 'assigned_already'; to: Person }
    | { done: 'delivery_confirmed' }
    | { done: 'sent_again' }
    | { done: 'public_bug_recorded' }
    | { done: 'agreed_early' }
    /** `byHand`: the reporter has to be told outside Slack. */
    | { done: 'promise_moved'; dueAt: Date; zone: string; byHand: boolean }
    | { done: 'promise_kept'; dueAt: Date; zone: string }
  )
>;

/** A message that somebody reports. `isPublic`: anybody in the workspace can read it. */
export type ReportedMessage = Readonly<{ text: string; isPublic: boolean }>;

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
export type ThreadLineFacts = Readonly<{
  report: Report;
  event: ReportEvent;
  mention?: string;
  voided: boolean;
  zone: string;
}>;

export type AcknowledgeFacts = Readonly<{
  report: Report;
  responder: Person;
  project: string;
  zone: string;
  /** By when the reporter is to hear again, as a suggestion. */
  updateBy: UpdateBy;
}>;
export type SentElsewhereFacts = AcknowledgeFacts & Readonly<{ deadlines: readonly Deadline[]; justFiled: boolean }>;
/** `advisory`: what is public now, where the message thanks for it: somebody from outside can't open the announcement. */
export type MessageFacts = Readonly<{
  report: Report;
  message: Message;
  project: string;
  zone: string;
  advisory?: AnnouncementFacts;
}>;
/** `first`: the language that stands first, whoever reads it: the team's. `supersededBy`: a correction, and where Slack opens it. */
export type AnnouncementFacts = Readonly<{
  advisory: Advisory;
  publisher: Publisher;
  first: Language;
  supersededBy?: Readonly<{ revision: number; link?: string; withdrawn?: true }>;
}>;
/** An advisory before it is published. `before`: the revision that it corrects. */
export type DraftedAdvisory = AnnouncementFacts & Readonly<{ before?: Advisory }>;
export type PreviewFacts = DraftedAdvisory & Readonly<{ report: Report; now: Date }>;

/** `page` counts from 0; none is the first. */
export type ReportViewFacts = ReportFacts &
  Readonly<{ history: readonly ReportEvent[]; project: string; lead: boolean; page?: number }>;
/** `team`: its reporter is on the team, and sees no more of it than any reporter. */
export type OwnReportFacts = Readonly<{ report: Report; zone: string; project: string; team?: boolean; page?: number }>;
export type ProjectFacts = Readonly<{ project: string }>;
export type MessageFormFacts = Readonly<{
  report: Report;
  responder: Person;
  project: string;
  purpose: 'question' | 'information';
  /** The app can't reach the reporter. */
  byHand: boolean;
  updateBy: UpdateBy;
}>;
export type NoteFacts = Readonly<{ report: Report }>;
/** `left`: how many characters still fit, if few. `contact`: where the rest may go. */
export type ReplyFacts = Readonly<{ report: Report; purpose: ReplyPurpose; left?: number; contact?: string }>;
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
export type MoreFacts = Readonly<{ report: Report; responders: readonly Person[]; lead: boolean }>;
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
/** Something broke. `reference` is what the log calls it. */
/** `team`: whether it is told to a responder; `id`: the report to look at, for the team alone. */
export type TroubleFacts = Readonly<{ team: boolean; id?: ReportId }> &
  (Readonly<{ kind: 'broken'; reference: string }> | Readonly<{ kind: 'unsure'; reference?: string }>);

export type ReminderFacts = Readonly<{
  reminders: readonly Reminder[];
  channel: string;
  calendar: Calendar;
  now: Date;
}>;
export type SnoozeFacts = Readonly<{ until: Date; zone: string }>;
/** `card`: the address at which Slack opens the card. */
export type ImmediateNoticeFacts = Readonly<{
  report: Report;
  because: Exclude<NoticeReason, 'later_date'>;
  deadlines: readonly Deadline[];
  channel: string;
  card?: string;
  calendar: Calendar;
  now: Date;
}>;
/** `until`: the later date that is proposed, and the days off that are the reason. */
export type LaterDateFacts = Readonly<{
  report: Report;
  until: Date;
  days: readonly NamedDay[];
  channel: string;
  card?: string;
  zone: string;
}>;
/** Two days, and the zone in which they are. */
type Days = Readonly<{ from: IsoDate; to: IsoDate }>;
/** `clashes`: turns of their own in these days, each with whoever takes it. `told`: the substitute was reached. */
export type AwayFacts = Readonly<
  | (Days & {
      said: 'away';
      substitute?: string;
      told: boolean;
      clashes: readonly Readonly<{ from: Date; to: Date; substitute?: string }>[];
      zone: string;
    })
  | { said: 'back' | 'not_away' | 'not_asked' }
  | { said: 'taken'; count: number }
  | (Days & { said: 'declined'; user: string })
>;
/** `user`: who is away; `reports`: those that are assigned to them. */
export type StandInFacts = Days & Readonly<{ user: string; reports: readonly ReportId[] }>;
/** The substitute `user` can't stand in. */
export type NoSubstituteFacts = Days & Readonly<{ user: string }>;
/** `user` asks to be covered on these days. */
export type CoverAskedFacts = Days & Readonly<{ user: string }>;
/** What became of it: `asked`, `not_reached`: of `user`; `accepted`, `declined`: by `user`; `taken`, `refused`: the duty of `user`. */
export type CoverFacts = Days &
  Readonly<{
    said: 'asked' | 'not_reached' | 'accepted' | 'declined' | 'taken' | 'refused' | 'not_asked';
    user: string;
  }>;
/** Turns without a gap, in order. */
export type OnDutyLineFacts = Readonly<{ user: string; name: string }>;
export type OnDutyFacts = Readonly<{ turns: readonly DutyTurn[]; zone: string }>;
/** `name`: of the responder, where it is known. */
export type TeamDigestFacts = Readonly<{
  lines: readonly (DigestLine & Readonly<{ name?: string }>)[];
  calls: readonly Readonly<{ user: string }>[];
  holders: readonly Readonly<{ user?: string; name?: string; count: number }>[];
  calendar: Calendar;
  now: Date;
}>;
export type UnsafeReason =
  | 'not_private'
  | 'shared'
  | 'sharing_pending'
  | 'guests'
  | 'outsiders'
  | 'untold_members'
  | 'other_apps'
  | 'out_of_reach';
/** The id of a document that the bot can't work on. */
export type SetAsideFacts = Readonly<{ id: string; why: SetAsideReason }>;
/** What stays of an erased report. */
export type ErasedFacts = Readonly<{ id: string; status: Status; receivedAt: Date; erasedAt: Date; zone: string }>;
/** Reports that are to be erased, from when on, and who may want to keep one. */
export type RetentionFacts = Readonly<{
  ids: readonly string[];
  at: Date;
  leads: readonly Readonly<{ user: string }>[];
  zone: string;
}>;
/** Reports that Slack shows and the database lacks, and those that it has in an earlier version. */
export type CalendarEndsFacts = Readonly<{ calendar: Calendar; now: Date }>;
export type SendingHeldFacts = Readonly<{ missing: readonly string[]; behind: readonly string[] }>;
/** `since`: when the hold began. `channel`: the security channel. */
export type HoldFacts = SendingHeldFacts & Readonly<{ since: Date; channel: string }>;
export type ChannelUnsafeFacts = Readonly<{ channel: string; reasons: readonly UnsafeReason[] }>;
