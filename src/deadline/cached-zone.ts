import { IANAZone } from 'luxon';

/** Since 2000 every zone has changed its clocks on a whole minute (Gaza at 00:01); a test checks it. Earlier is not cached. */
const cachedFrom = Date.UTC(2000, 0);
const minute = 60_000;
const quarterHour = 15 * minute;
const day = 24 * 60 * minute;
/** Answers kept per zone: when it is full, the cache starts afresh. In days this is five years. */
const mostKnown = 2000;

/**
 * A zone that remembers its offsets. Luxon formats and parses a text for each, which takes about 20 microseconds. Zones change
 * with a new release of Node's data only, so never while a process runs.
 */
class CachedZone extends IANAZone {
  private readonly known = new Map<number, number>();

  override offset(at: number): number {
    if (!(at >= cachedFrom)) return super.offset(at);
    // The clocks change on few days, and no zone has gone back on a change within a day. Of those days each quarter-hour counts,
    // and of few quarter-hours each minute.
    for (const span of [day, quarterHour]) {
      const from = Math.floor(at / span) * span;
      const begin = this.offsetAt(from);
      if (begin === this.offsetAt(from + span)) return begin;
    }
    return this.offsetAt(Math.floor(at / minute) * minute);
  }

  private offsetAt(at: number): number {
    const before = this.known.get(at);
    if (before !== undefined) return before;
    const offset = super.offset(at);
    if (this.known.size >= mostKnown) this.known.clear();
    this.known.set(at, offset);
    return offset;
  }
}

const zones = new Map<string, IANAZone>();

/** The zone of an IANA name. Check `isValid`: the machine may not know it. */
export function zoneNamed(name: string): IANAZone {
  const before = zones.get(name);
  if (before !== undefined) return before;
  const zone = new CachedZone(name);
  // Whoever makes names up can't fill the memory.
  if (zone.isValid) zones.set(name, zone);
  return zone;
}
