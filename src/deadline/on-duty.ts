import { defined } from '../report/defined.js';
import { localDate } from './local-date.js';
import type { Policy } from './policy.js';

/** Slack user ids of the people on duty. Nobody is before the first turn, or without a rota. */
export type OnDuty = Readonly<{ responder?: string; deputy?: string }>;

/** Who is on duty on the local day of `at`. */
export function onDuty({ rota, calendar }: Policy, at: Date): OnDuty {
  const today = localDate(at, calendar.zone);
  const turn = rota.findLast(({ from }) => from <= today);
  if (turn === undefined) return {};
  const { responder, deputy } = turn;
  return { responder, ...defined({ deputy }) };
}

/** Everybody who is on duty between the local days of `from` and `to`, both included. Without `to`: or ever after. */
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
