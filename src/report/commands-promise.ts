import type { AnswerPromise, MovableDuty, NamedDay } from './duty.js';
import type { Route } from './message.js';

/** What today's policy would promise instead. `days`: the days off that are the reason. */
export type LaterDate = Readonly<{ promise: AnswerPromise; days: readonly NamedDay[] }>;

/** The leads are to say whether the first promise, or the date promised for `duty`, is moved. For the bot alone. */
export type ProposeLaterDate = Readonly<{ type: 'ProposeLaterDate'; until: Date; duty?: MovableDuty }>;

/**
 * Moves the promise to `later`, as proposed at `proposed` in the history. Without `later` today's policy has no later date. For
 * leads only: Slack's router checks that. The bot tells the reporter by `route`.
 */
export type MovePromise = Readonly<{ type: 'MovePromise'; proposed: number; later?: LaterDate; route: Route }>;

/** Today's policy gives a provisional promise another date. For the bot alone. */
export type MoveProvisionalPromise = Readonly<{ type: 'MoveProvisionalPromise'; to: LaterDate }>;

/** The promise stays as it was told. For leads only. */
export type KeepPromise = Readonly<{ type: 'KeepPromise'; proposed: number }>;

export type PromiseCommand = ProposeLaterDate | MovePromise | MoveProvisionalPromise | KeepPromise;
