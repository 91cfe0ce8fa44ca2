import type { Calendar } from '../../deadline/calendar.js';
import type { Deadline } from '../../deadline/deadlines.js';
import type { DigestLine } from '../../handling/due-digest.js';
import type { Reminder } from '../../handling/due-reminders.js';
import type { NoticeReason } from '../../handling/immediate-notices.js';
import type { NamedDay } from '../../report/duty.js';
import type { Report } from '../../report/report.js';

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
/** `name`: of the responder, where it is known. */
export type TeamDigestFacts = Readonly<{
  lines: readonly (DigestLine & Readonly<{ name?: string }>)[];
  calls: readonly Readonly<{ user: string }>[];
  holders: readonly Readonly<{ user?: string; name?: string; count: number }>[];
  calendar: Calendar;
  now: Date;
}>;
