import type { Log } from '../../../handling/log.js';

/** Why a request was not carried out: all that is ever noted of it. */
export type RefusedBecause =
  | 'no_such_path'
  | 'no_such_method'
  | 'too_large'
  | 'too_slow'
  | 'encoded'
  | 'bad_headers'
  | 'skewed'
  | 'bad_signature'
  | 'repeated'
  | 'media_type'
  | 'not_text'
  | 'too_deep'
  | 'malformed'
  | 'unanswered';

/** Milliseconds for which one line stands for all refusals of its kind. */
const quietMs = 60_000;

/** Notes refusals: the first of a kind at once, the rest as a count with the next line, a minute later at the earliest. */
export function createRefusalLog(log: Log, now: () => Date): (why: RefusedBecause) => void {
  const kinds = new Map<RefusedBecause, { notedAt: number; since: number }>();
  return (why) => {
    const at = now().getTime();
    const kind = kinds.get(why);
    if (kind !== undefined && at - kind.notedAt < quietMs) {
      kind.since += 1;
      return;
    }
    log.warn('request refused', { why, count: (kind?.since ?? 0) + 1 });
    kinds.set(why, { notedAt: at, since: 0 });
  };
}
