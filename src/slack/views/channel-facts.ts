import type { Calendar } from '../../deadline/calendar.js';
import type { SetAsideReason } from '../../handling/store-errors.js';
import type { Status } from '../../report/status.js';

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
export type CalendarEndsFacts = Readonly<{ calendar: Calendar; now: Date }>;
/** Reports that Slack shows and the database lacks, and those that it has in an earlier version. */
export type SendingHeldFacts = Readonly<{ missing: readonly string[]; behind: readonly string[] }>;
/** `since`: when the hold began. `channel`: the security channel. */
export type HoldFacts = SendingHeldFacts & Readonly<{ since: Date; channel: string }>;
export type ChannelUnsafeFacts = Readonly<{ channel: string; reasons: readonly UnsafeReason[] }>;
