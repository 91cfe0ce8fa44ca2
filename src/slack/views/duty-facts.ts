import type { IsoDate } from '../../deadline/calendar.js';
import type { DutyTurn } from '../../deadline/on-duty.js';
import type { Swap, Turn } from '../../deadline/swap.js';
import type { HeldReport } from '../../handling/pending-news.js';

/** `later`: when their hours begin. `failed`: Slack did not take it. */
export type Asked = 'told' | 'later' | 'failed';

/** Two days, and the zone in which they are. */
type Days = Readonly<{ from: IsoDate; to: IsoDate }>;
/** `clashes`: turns of their own in these days, each with whoever takes it. `told`: the substitute was reached; `later`: they will be when their hours begin. */
export type AwayFacts = Readonly<
  | (Days & {
      said: 'away';
      substitute?: string;
      told: boolean;
      later: boolean;
      clashes: readonly Readonly<{ from: Date; to: Date; substitute?: string }>[];
      zone: string;
    })
  | { said: 'back' | 'not_away' | 'not_asked' }
  /** `days`: weekdays, of which 1 is Monday; those of the policy, where none are given. */
  | { said: 'weekend' | 'weekend_is'; days?: readonly number[] }
  | { said: 'taken'; count: number }
  | (Days & { said: 'declined'; user: string })
>;
/** `user`: who is away; `reports`: those that are assigned to them. */
export type StandInFacts = Days & Readonly<{ user: string; reports: readonly HeldReport[] }>;
/** The substitute `user` can't stand in. */
export type NoSubstituteFacts = Days & Readonly<{ user: string }>;
/** Slack's `code` for why `user`, who is on duty, could not be put into the user group. */
export type DutyGroupFacts = Readonly<{ user: string; name: string; group: string; code: string }>;
/** `user` asks to be covered on these days. */
export type CoverAskedFacts = Days & Readonly<{ user: string }>;
/** What became of it: `asked`, `asked_later` when their hours begin, `not_reached`: of `user`; `accepted`, `declined`: by `user`; `taken`, `refused`: the duty of `user`. */
export type CoverFacts = Days &
  Readonly<{
    said: 'asked' | 'asked_later' | 'not_reached' | 'accepted' | 'declined' | 'taken' | 'refused' | 'not_asked';
    user: string;
  }>;
/** Turns that may be swapped: of whoever asks, and of their colleagues. */
export type SwapFormFacts = Readonly<{
  mine: readonly Turn[];
  theirs: readonly (Turn & Readonly<{ name: string }>)[];
  zone: string;
}>;
export type SwapAskedFacts = Swap & Readonly<{ zone: string }>;
/** What became of it, for whoever asked: `asked`, `asked_later` when their hours begin, `not_reached`. */
export type SwapSentFacts = SwapAskedFacts & Readonly<{ said: 'asked' | 'asked_later' | 'not_reached' }>;
/** For the same, by the colleague. */
export type SwapAnsweredFacts = SwapAskedFacts & Readonly<{ said: 'accepted' | 'declined' }>;
/** For the colleague, who has the turn by now, or not. */
export type SwapNoteFacts = SwapAskedFacts & Readonly<{ said: 'taken' | 'refused' }>;
/** Whoever asked, and the colleague. */
export type SwapLineFacts = SwapAskedFacts & Readonly<{ asker: OnDutyLineFacts; colleague: OnDutyLineFacts }>;
export type OnDutyLineFacts = Readonly<{ user: string; name: string }>;
/** Turns without a gap, in order. `maySwap`: the reader has a turn that could be swapped. */
export type OnDutyFacts = Readonly<{ turns: readonly DutyTurn[]; maySwap: boolean; zone: string }>;
