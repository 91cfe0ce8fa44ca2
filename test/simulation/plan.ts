import type { Cover } from '../../src/deadline/roster.js';
import { defined } from '../../src/report/defined.js';
import type { Seeded } from '../support/seeded.js';
import { onRota, responders } from './cast.js';
import type { Leave } from './people-at-work.js';

const [hour, day] = [3_600_000, 86_400_000];

/** An outage: from when until when, and of what. */
export type Outage = Readonly<{ of: 'slack' | 'bot'; from: Date; to: Date }>;
export type Plan = Readonly<{
  from: Date;
  to: Date;
  /** When reports come in, and from whom. */
  arrivals: readonly Readonly<{ at: Date; reporter: string; known: 'no' | 'exploited' }>[];
  leaves: readonly Leave[];
  swaps: readonly Cover[];
  outages: readonly Outage[];
}>;

/** What happens to a team in so many days, apart from what it does itself. */
export function planOf(
  random: Seeded,
  { from, days, reports }: Readonly<{ from: Date; days: number; reports: number }>,
  reporters: readonly string[],
): Plan {
  const to = new Date(from.getTime() + days * day);
  const any = () => new Date(from.getTime() + Math.floor(random.next() * days * day));
  const arrivals = Array.from({ length: reports }, () => ({
    at: any(),
    reporter: random.pick(reporters) ?? '',
    known: random.next() < 0.05 ? ('exploited' as const) : ('no' as const),
  })).toSorted((one, other) => one.at.getTime() - other.at.getTime());
  // Whoever answers has a week off, but the lead. For every second one of them somebody stands in.
  const leaves = responders.slice(1).flatMap(({ user, answers }, n) => {
    const start = any();
    const last = new Date(start.getTime() + 6 * day);
    const days = { from: start.toISOString().slice(0, 10), to: last.toISOString().slice(0, 10) };
    const substitute = n % 2 === 0 ? responders[n]?.user : undefined;
    return answers ? [{ user, ...days, ...defined({ substitute }) }] : [];
  });
  // Each week somebody else takes two days of a turn.
  const swaps = Array.from({ length: Math.ceil(days / 7) }, (_, week) => {
    const start = new Date(from.getTime() + (7 * week + 2) * day);
    const end = new Date(start.getTime() + 2 * day);
    return { from: start, to: end, responder: onRota(week + 3), insteadOf: onRota(week) };
  });
  const outages = Array.from({ length: Math.max(2, Math.round(days / 12)) }, (_, n) => {
    const start = any();
    const end = new Date(start.getTime() + random.between(20, 120) * (hour / 60));
    return { of: n % 2 === 0 ? ('slack' as const) : ('bot' as const), from: start, to: end };
  });
  return { from, to, arrivals, leaves, swaps, outages };
}
