import type { IsoDate } from '../deadline/calendar.js';
import type { Deadline } from '../deadline/deadlines.js';
import type { Person } from '../report/person.js';
import type { Report } from '../report/report.js';
import type { ReportId } from '../report/report-id.js';
import type { DueDigest } from './due-digest.js';
import type { Notice } from './due-notices.js';
import type { Reminder } from './due-reminders.js';
import type { DutyGroupOutcome } from './duty-group.js';
import type { CallReason, HandOverReason } from './immediate-notices.js';
import type { Pace } from './pace.js';
import type { DutyNews, PersonNews } from './pending-news.js';
import type { Outcome } from './ports.js';
import type { ZoneOf } from './reminder-recipients.js';
import type { Hold } from './restore-hold.js';
import type { SetAsideReason } from './store-errors.js';
import type { MessageRef, TrackedReport } from './tracked-report.js';
import type { Week } from './week.js';

/** A notice to post. `tracked` has what the message key is made of, by which a copy is found again. */
export type NoticePost = Readonly<{
  tracked: TrackedReport;
  notice: Notice;
  /** Absent while the card can't be posted: then only the reporter is written to. */
  card: MessageRef | undefined;
  now: Date;
  /** The report whose advisory the reporter of a duplicate is thanked with, if it can be read. */
  original?: Report;
}>;

/** Posts to people and channels. It tries nothing twice: the loop does. No call throws for an error that Slack answers. */
export interface Notifier {
  /** Posts the card, or updates it in place. */
  showCard(tracked: TrackedReport, deadlines: readonly Deadline[], now: Date): Promise<ShownCard>;
  /** When `tracked.uncertain`, looks for a copy first where one can be found. */
  postNotice(post: NoticePost): Promise<NoticeOutcome>;
  /** Posts a digest in the security channel, or alone who is on duty now. `uncertain`: it may be there already, so it looks for it first. */
  digest(digest: DueDigest, uncertain: boolean, now: Date): Promise<Outcome>;
  /** Posts the weekly digest of a date there, with what is in `digest`, unless it finds it there already: then the outcome has no `ts`. */
  week(week: Week, date: IsoDate, digest: DueDigest, now: Date): Promise<Outcome>;
  /** One direct message with all of it. */
  remind(
    user: string,
    reminders: readonly Reminder[],
    news: readonly PersonNews<CallReason>[],
    now: Date,
  ): Promise<Outcome>;
  /** One direct message about a hand-over, or duty, with the buttons to answer. */
  ask(user: string, news: PersonNews<HandOverReason> | DutyNews, now: Date): Promise<Outcome>;
  /** Tells the security channel that a document was set aside: its id and why, and nothing else. */
  alarm(id: string, why: SetAsideReason): Promise<void>;
  /** Tells the security channel and each lead that nothing is sent, since the database is older than the channel: ids alone. */
  sendingHeld(hold: Hold): Promise<void>;
  /** Warns the security channel that holidays are known only for so long. `false`: it could not be posted. */
  calendarEnds(now: Date): Promise<boolean>;
  /** Leaves this person alone in the user group of whoever is on duty. */
  putOnDuty(group: string, user: string): Promise<DutyGroupOutcome>;
  /** Tells the leads that Slack refused that, with its code. */
  dutyGroupRefused(group: string, user: string, code: string): Promise<void>;
  /** Tells the leads in the security channel which reports are to be erased, and when. Resolves to whether it was posted. */
  retention(ids: readonly ReportId[], at: Date): Promise<boolean>;
  readonly pace: Pace;
  /** The time zones of people, as far as known. Asks Slack at most every ten minutes per person. */
  zones(users: readonly string[]): Promise<ZoneOf>;
  /** People with each workspace that is theirs, the first one first, as far as known. Asks as `zones` does. */
  homes(users: readonly string[]): Promise<readonly Person[]>;
  /** Those who have left the team, at most a minute old. Nobody, while Slack can't be asked. */
  departed(users: readonly string[]): Promise<ReadonlySet<string>>;
}
/** `card_gone`: not posted, since the card whose thread it belongs in isn't there any more. */
export type NoticeOutcome = Outcome | Readonly<{ kind: 'card_gone' }>;
export type ShownCard = Readonly<{ kind: 'shown'; card: MessageRef }> | Exclude<Outcome, { kind: 'posted' }>;
