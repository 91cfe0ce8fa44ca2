import { setTimeout as after } from 'node:timers/promises';
import { defined } from '../report/defined.js';
import {
  type CardSeen,
  covers,
  type Difference,
  differenceTo,
  isOlder,
  type Versions,
  versionsSeen,
} from './cards-vs-database.js';
import type { Log } from './log.js';
import type { RateLimiter, Reports } from './ports.js';

/** Since when sending is held, and why. `agreedAt`: when a lead said go on. */
export type Hold = Difference & Readonly<{ since: Date; agreedAt?: Date }>;

/** Whether sending is held, for all replicas. */
export interface Holds {
  find(): Promise<Readonly<{ hold?: Hold; accepted: Versions }>>;
  /** Holds, or goes on holding: the first `since` stays, and what a lead agreed to no longer counts. */
  put(hold: Difference & Readonly<{ since: Date }>): Promise<Hold>;
  /** A lead says go on, at `at`, with the hold that began at `since`. `false`: there is none, or another one. */
  agree(since: Date, at: Date): Promise<boolean>;
  /** Ends the hold. What is `accepted` is no reason for another. */
  release(accepted: Versions): Promise<void>;
}

/** The cards in the security channel. `unseen`: those among its oldest messages were not looked at. `unknown`: Slack does not let the bot read them. `later`: not just now. */
export type CardsSeen =
  | Readonly<{ kind: 'seen'; cards: readonly CardSeen[]; unseen?: true }>
  | Readonly<{ kind: 'unknown' }>
  | Readonly<{ kind: 'later'; seconds: number }>;

export type ComparisonDeps = Readonly<{
  reports: Pick<Reports, 'versionsOf' | 'countAsSaid'>;
  holds: Holds;
  cardsInChannel(): Promise<CardsSeen>;
}>;

/** What the channel has that the database has not. */
export async function compareWithChannel({
  reports,
  holds,
  cardsInChannel,
}: ComparisonDeps): Promise<
  Exclude<CardsSeen, { kind: 'seen' }> | (Readonly<{ kind: 'compared'; unseen?: true }> & Difference)
> {
  const seen = await cardsInChannel();
  if (seen.kind !== 'seen') return seen;
  const { accepted } = await holds.find();
  const stored = await reports.versionsOf([...versionsSeen(seen.cards).keys()]);
  const { cards, unseen } = seen;
  return { kind: 'compared', ...differenceTo(cards, stored, accepted), ...defined({ unseen }) };
}

/**
 * Goes on with an older database: what fell due before the hold counts as said, so that nothing is posted again and nobody is
 * reminded again. Cards are brought in line with the database by edits. Run again, it does what is left.
 */
export async function goOn(deps: ComparisonDeps, now: Date): Promise<void> {
  const { reports, holds, cardsInChannel } = deps;
  const [seen, { hold, accepted }] = await Promise.all([cardsInChannel(), holds.find()]);
  await reports.countAsSaid(hold?.since ?? now, now);
  await holds.release(seen.kind === 'seen' ? versionsSeen(seen.cards) : accepted);
}

export type SendingGate = Readonly<{
  /** Compares, and calls `open` when sending may begin. Resolves after the first look. */
  start(): Promise<void>;
  stop(): void;
}>;

/** How often to look whether somebody said go on, in milliseconds. */
const usualLookMs = 2000;
/** How often to compare again while nobody has, in milliseconds. */
const compareAgainMs = 3_600_000;
/** The team is told once in so many seconds, however many replicas there are and however often they start. */
const tellAgainSeconds = 86_400;

/** Holds all sending while the database is older than what the channel shows. */
export function createSendingGate(
  deps: ComparisonDeps &
    Readonly<{
      clock: () => Date;
      log: Log;
      rateLimits: RateLimiter;
      /** Tells the team that sending is held. */
      tell(hold: Hold): Promise<void>;
      open(): void;
      /** How often to look whether somebody said go on; 2 s if nothing is said. Milliseconds. */
      lookMs?: number;
    }>,
): SendingGate {
  const { holds, rateLimits, clock, log, tell, open, lookMs = usualLookMs } = deps;
  let comparedAt = 0;
  const stopping = new AbortController();
  const pause = async (ms: number) => {
    await after(ms, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    return !stopping.signal.aborted;
  };

  /** Milliseconds until it has to look again; `undefined` when sending may begin. */
  const look = async (): Promise<number | undefined> => {
    comparedAt = performance.now();
    const found = await compareWithChannel(deps);
    if (found.kind === 'later') return found.seconds * 1000;
    if (found.kind === 'unknown') log.warn('database not compared with the channel');
    const { hold: before, accepted } = await holds.find();
    if (found.kind === 'unknown' || !isOlder(found)) {
      if (before !== undefined) await holds.release(accepted);
      return undefined;
    }
    if (before?.agreedAt !== undefined && covers(before, found)) {
      await goOn(deps, clock());
      return undefined;
    }
    const { missing, behind } = found;
    const hold = await holds.put({ since: clock(), missing, behind });
    log.fail('sending held: the database is older than the channel', undefined, {
      missing: missing.length,
      behind: behind.length,
    });
    const rule = { key: `sending/held/${hold.since.getTime()}`, limit: 1, seconds: tellAgainSeconds };
    if ((await rateLimits.pass([rule], clock())) === undefined) await tell(hold);
    return lookMs;
  };
  const mayHaveChanged = (hold: Hold | undefined) =>
    hold === undefined || hold.agreedAt !== undefined || performance.now() - comparedAt > compareAgainMs;
  const untilReleased = async (first: number) => {
    for (let ms: number | undefined = first; ms !== undefined; ) {
      if (!(await pause(ms))) return;
      try {
        ms = mayHaveChanged((await holds.find()).hold) ? await look() : lookMs;
      } catch (error) {
        log.fail('not found out whether sending is held', error);
      }
    }
    log.note('sending begins');
    open();
  };
  return {
    start: async () => {
      const ms = await look();
      if (ms === undefined) open();
      else void untilReleased(ms);
    },
    stop: () => stopping.abort(),
  };
}
