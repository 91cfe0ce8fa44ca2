import { Refusal } from '../report/refusal.js';
import { localDate } from './local-date.js';
import { dutyTurns } from './on-duty.js';
import type { Policy } from './policy.js';
import type { Cover } from './roster.js';

/** Somebody is on duty from a moment until before another. */
export type Turn = Readonly<{ user: string; from: Date; to: Date }>;
/** `mine`: the turn of whoever asks; `theirs`: the one of the colleague who is asked. */
export type Swap = Readonly<{ mine: Turn; theirs: Turn }>;

/** How far ahead turns can be swapped, in milliseconds: twelve weeks. */
const aheadMs = 84 * 24 * 3_600_000;

/** The turns that have not begun, in order. One that goes on beyond the weeks ahead is left out: its end is not known. */
export function comingTurns(policy: Policy, now: Date): readonly Turn[] {
  const end = new Date(now.getTime() + aheadMs);
  const turns: Turn[] = [];
  for (const { responder: user, from, to } of dutyTurns(policy, now, end)) {
    if (user === undefined) continue;
    const last = turns.at(-1);
    if (last?.user === user && last.to.getTime() === from.getTime()) turns[turns.length - 1] = { ...last, to };
    else turns.push({ user, from, to });
  }
  return turns.filter(({ from, to }) => from > now && to < end);
}

/** Why two turns can't be swapped now, if they can't. */
export function swapRefusal({ mine, theirs }: Swap, policy: Policy, now: Date): Refusal | undefined {
  if (mine.from <= now || theirs.from <= now) return new Refusal('swap_turn_begun', {});
  if (mine.user === theirs.user || !isHeld(mine, policy) || !isHeld(theirs, policy))
    return new Refusal('swap_turn_changed', {});
  const takes = swapCovers({ mine, theirs });
  const away = takes.find(({ responder, from, to }) => isAway({ user: responder, from, to }, policy));
  return away && new Refusal('swap_away', { user: away.responder });
}

/** Whether each of the two has the other's turn. */
export function isSwapped({ mine, theirs }: Swap, policy: Policy): boolean {
  return isHeld({ ...mine, user: theirs.user }, policy) && isHeld({ ...theirs, user: mine.user }, policy);
}

/** Each takes the other's turn. */
export function swapCovers({ mine, theirs }: Swap): readonly [Cover, Cover] {
  const cover = ({ user: insteadOf, from, to }: Turn, responder: string) => ({ from, to, responder, insteadOf });
  return [cover(mine, theirs.user), cover(theirs, mine.user)];
}

/** As text of letters, digits and `_`, by which a button or a choice brings it back. */
export function writeTurn({ user, from, to }: Turn): string {
  return `${user}_${from.getTime()}_${to.getTime()}`;
}

export function writeSwap({ mine, theirs }: Swap): string {
  return `${writeTurn(mine)}_${writeTurn(theirs)}`;
}

export function readTurn(text: string): Turn | undefined {
  const [, user, from, to] = /^([UW][A-Z0-9]{2,20})_(\d{1,15})_(\d{1,15})$/.exec(text) ?? [];
  const turn = user === undefined ? undefined : { user, from: new Date(Number(from)), to: new Date(Number(to)) };
  return turn === undefined || turn.from >= turn.to ? undefined : turn;
}

export function readSwap(text: string): Swap | undefined {
  const [, first = '', second = ''] = /^([^_]+_\d+_\d+)_(.+)$/.exec(text) ?? [];
  const [mine, theirs] = [readTurn(first), readTurn(second)];
  return mine === undefined || theirs === undefined ? undefined : { mine, theirs };
}

function isHeld({ user, from, to }: Turn, policy: Policy): boolean {
  return dutyTurns(policy, from, to).every(({ responder }) => responder === user);
}

function isAway({ user, from, to }: Turn, { roster, calendar }: Policy): boolean {
  const [first, last] = [from, new Date(to.getTime() - 1)].map((at) => localDate(at, calendar.zone));
  return roster.absences.some((one) => one.user === user && one.from <= (last ?? '') && one.to >= (first ?? ''));
}
