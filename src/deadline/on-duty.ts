import { defined } from '../report/defined.js';
import { localDate } from './local-date.js';
import type { Policy } from './policy.js';

/** Slack user ids of those whose turn it is on the local day of `at`. Nobody before the first turn, or without a rota. */
export type OnDuty = Readonly<{ responder?: string; deputy?: string }>;

export function onDuty({ rota, calendar }: Policy, at: Date): OnDuty {
  const today = localDate(at, calendar.zone);
  const turn = rota.findLast(({ from }) => from <= today);
  if (turn === undefined) return {};
  const { responder, deputy } = turn;
  return { responder, ...defined({ deputy }) };
}

/** Everybody whose turn it is on any local day from that of `from` on, up to that of `to`; without `to`, ever after. */
export function onDutyFrom({ rota, calendar }: Policy, from: Date, to?: Date): readonly string[] {
  const first = localDate(from, calendar.zone);
  const last = to === undefined ? undefined : localDate(to, calendar.zone);
  const turns = rota.filter((turn, i) => {
    const next = rota[i + 1];
    return (next === undefined || next.from > first) && (last === undefined || turn.from <= last);
  });
  const users = turns.flatMap(({ responder, deputy }) => [responder, deputy]);
  return [...new Set(users.filter((user) => user !== undefined))];
}
