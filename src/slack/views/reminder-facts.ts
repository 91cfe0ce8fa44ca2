import type { Calendar } from '../../deadline/calendar.js';
import type { Deadline } from '../../deadline/deadlines.js';
import type { DigestLine } from '../../handling/due-digest.js';
import type { Reminder } from '../../handling/due-reminders.js';
import type { CallReason, HandOverReason } from '../../handling/immediate-notices.js';
import type { LastReminder } from '../../handling/last-reminders.js';
import type { Skipped } from '../../handling/pending-news.js';
import type { Week } from '../../handling/week.js';
import type { NamedDay } from '../../report/duty.js';
import type { MovableDate } from '../../report/movable-date.js';
import type { Report } from '../../report/report.js';
import type { ReportId } from '../../report/report-id.js';
import type { OnDutyLineFacts } from './duty-facts.js';

/** `news`: what somebody is called to, each with its soonest deadline. */
export type ReminderFacts = Readonly<{
  reminders: readonly Reminder[];
  news: readonly Readonly<{ id: ReportId; because: CallReason; deadline?: Deadline }>[];
  channel: string;
  calendar: Calendar;
  now: Date;
}>;
/** `kept`: the last reminders before deadlines that would come until then. */
export type SnoozeFacts = Readonly<{ until: Date; kept: readonly LastReminder[]; zone: string }>;
/** For the leads: who is not reminded of what. */
export type SnoozeReasonFacts = Skipped & Readonly<{ zone: string }>;
/** `card`: the address at which Slack opens the card. */
export type ImmediateNoticeFacts = Readonly<{
  report: Report;
  because: CallReason;
  deadlines: readonly Deadline[];
  channel: string;
  card?: string;
  calendar: Calendar;
  now: Date;
}>;
/** Who asked whom to take it over from whom: Slack user ids. `offered`: where in the history. */
export type HandOverFacts = Readonly<{
  id: ReportId;
  because: HandOverReason;
  by: string;
  to: string;
  from: string;
  offered: number;
  due?: Deadline;
  calendar: Calendar;
  now: Date;
}>;
/** `until`: the later date that is proposed, and the days off that are the reason. */
export type LaterDateFacts = Readonly<{
  report: Report;
  date: MovableDate;
  until: Date;
  days: readonly NamedDay[];
  channel: string;
  card?: string;
  zone: string;
}>;
/** `name`: of the responder, where it is known. */
export type DigestFacts = Readonly<{
  lines: readonly (DigestLine & Readonly<{ name?: string }>)[];
  holders: readonly Readonly<{ user?: string; name?: string; count: number }>[];
  /** Who has come on duty. */
  onDuty?: OnDutyLineFacts;
  calendar: Calendar;
  now: Date;
}>;
export type TeamDigestFacts = DigestFacts & Readonly<{ calls: readonly Readonly<{ user: string }>[] }>;
/** `today`: what the channel is to be told at the same moment. */
export type WeeklyDigestFacts = DigestFacts &
  Omit<Week, 'lines' | 'holders'> &
  Readonly<{ today?: Pick<TeamDigestFacts, 'lines' | 'calls'> }>;
