import type { Duty } from '../report/duty.js';
import type { Status } from '../report/status.js';
import type { Outcome } from './ports.js';
import type { UnreadableReason } from './store-errors.js';

/** How a call of Slack's Web API ended. `refused`: Slack wanted no more calls for a while (429). `lost`: no answer came. */
export type CallResult = 'answered' | 'refused' | 'lost';

/** What is counted while the bot runs. Only numbers, and labels from closed lists: no text, no name, no id. */
export interface Metrics {
  /** The loop has handled everything that was due, so many documents. */
  passed(documents: number): void;
  /** The loop, or one document in it, failed. */
  failed(): void;
  /** So many claimed documents could not be opened. */
  unreadable(documents: number): void;
  posted(outcome: Outcome['kind']): void;
  slackCalled(method: string, result: CallResult, seconds: number): void;
  /** How far the clock is ahead of Slack's. */
  clockAhead(seconds: number): void;
}

/** What the store counts when it is asked, from fields in the clear. */
export type StoreFigures = Readonly<{
  /** Since when the oldest document is due. */
  dueSince?: Date;
  byStatus: Readonly<Partial<Record<Status, number>>>;
  /** Open duties that are due within a day, and those whose time is over. */
  atRisk: Readonly<Partial<Record<Duty, number>>>;
  overdue: Readonly<Partial<Record<Duty, number>>>;
  /** Reports that this replica cannot use, by reason. Those that are damaged or changed are counted once they were looked at. */
  unreadable: Readonly<Record<UnreadableReason, number>>;
  /** Documents that fail each time and were set aside. */
  quarantined: number;
  /** Erased reports of which something is left in the database or on Slack. */
  erasing: number;
}>;

/** Everything that is looked up when the metrics are read. */
export type Figures = StoreFigures &
  Readonly<{
    now: Date;
    /** Days until the last day whose holidays are known. */
    calendarDays: number;
  }>;
