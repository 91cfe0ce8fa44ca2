import { localDate } from './local-date.js';
import type { Policy } from './policy.js';

/** Slack user ids of those whose turn it is on the local day of `at`. Nobody before the first turn, or without a rota. */
export type OnDuty = Readonly<{ responder?: string; deputy?: string }>;

export function onDuty({ rota, calendar }: Policy, at: Date): OnDuty {
  const today = localDate(at, calendar.zone);
  const turn = rota.findLast(({ from }) => from <= today);
  if (turn === undefined) return {};
  const { responder, deputy } = turn;
  return { responder, ...(deputy === undefined ? {} : { deputy }) };
}
