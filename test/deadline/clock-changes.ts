import { IANAZone } from 'luxon';

export const minute = 60_000;
const day = 24 * 3_600_000;
const [from, to] = [Date.UTC(2000, 0), Date.UTC(2038, 0)];

/** Moments since 2000 at which a zone changes its clocks. No zone has gone back on a change within 14 days. */
export function changesOf(name: string): number[] {
  const zone = IANAZone.create(name);
  const changes: number[] = [];
  let offset = zone.offset(from);
  for (let at = from; at < to; at += 14 * day) {
    const next = zone.offset(at);
    if (next === offset) continue;
    let [before, after] = [at - 14 * day, at];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (zone.offset(middle) === offset) before = middle;
      else after = middle;
    }
    changes.push(after);
    offset = next;
  }
  return changes;
}
