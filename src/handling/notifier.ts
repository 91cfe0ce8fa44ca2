import type { Deadline } from '../deadline/deadlines.js';
import type { Person } from '../report/person.js';
import type { Notice } from './due-notices.js';
import type { Reminder } from './due-reminders.js';
import type { MessageRef, Outcome, TrackedReport } from './ports.js';
import type { ZoneOf } from './reminder-recipients.js';

/** What a post is about, with the key by which a copy of it is found again. */
export type NoticePost = Readonly<{
  tracked: TrackedReport;
  notice: Notice;
  /** Where the card stands; not there as long as it could not be posted, and then only the reporter is written to. */
  card: MessageRef | undefined;
  now: Date;
}>;

/** Where things are said. Nothing here is tried twice: the loop is the retry. No call throws for what Slack answers. */
export interface Notifier {
  /** Posts the card, or edits it in place to the newest state. */
  showCard(tracked: TrackedReport, deadlines: readonly Deadline[], now: Date): Promise<ShownCard>;
  /** When `tracked.uncertain`, looks for a copy first where one can be found. */
  say(saying: NoticePost): Promise<Outcome>;
  remind(user: string, reminders: readonly Reminder[], now: Date): Promise<Outcome>;
  /** What is known of where people live; asks Slack at most every ten minutes a person. */
  zones(users: readonly string[]): Promise<ZoneOf>;
  /** The workspaces where these people are at home, of those of whom it is known. Asks as `zones` does. */
  homes(users: readonly string[]): Promise<readonly Pick<Person, 'team' | 'user'>[]>;
  /** Those of these people who are not on the team any more; nobody, while Slack cannot be asked. A minute old at most. */
  gone(users: readonly string[]): Promise<ReadonlySet<string>>;
}
export type ShownCard = Readonly<{ kind: 'shown'; card: MessageRef }> | Exclude<Outcome, { kind: 'posted' }>;
