import { setTimeout as after } from 'node:timers/promises';
import {
  type CardSeen,
  type Difference,
  differenceTo,
  isOlder,
  type Versions,
  versionsSeen,
} from './cards-vs-database.js';
import type { Log } from './log.js';
import type { Reports } from './ports.js';

/** Since when sending is held, and why. */
export type Hold = Difference & Readonly<{ since: Date }>;

/** Whether sending is held, for all replicas. */
export interface Holds {
  find(): Promise<Readonly<{ hold?: Hold; accepted: Versions }>>;
  put(hold: Hold): Promise<void>;
  /** Ends the hold. What is `accepted` is no reason for another. */
  release(accepted: Versions): Promise<void>;
}

/** The cards in the security channel. `unknown`: Slack does not let the bot read them. `later`: not just now. */
export type CardsSeen =
  | Readonly<{ kind: 'seen'; cards: readonly CardSeen[] }>
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
}: ComparisonDeps): Promise<Exclude<CardsSeen, { kind: 'seen' }> | (Readonly<{ kind: 'compared' }> & Difference)> {
  const seen = await cardsInChannel();
  if (seen.kind !== 'seen') return seen;
  const { accepted } = await holds.find();
  const stored = await reports.versionsOf([...versionsSeen(seen.cards).keys()]);
  return { kind: 'compared', ...differenceTo(seen.cards, stored, accepted) };
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
const lookAgainMs = 2000;

/** Holds all sending while the database is older than what the channel shows. */
export function createSendingGate(
  deps: ComparisonDeps &
    Readonly<{
      clock: () => Date;
      log: Log;
      /** Tells the team that sending is held. */
      tell(hold: Hold): Promise<void>;
      open(): void;
    }>,
): SendingGate {
  const { holds, clock, log, tell, open } = deps;
  const stopping = new AbortController();
  const pause = async (ms: number) => {
    await after(ms, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    return !stopping.signal.aborted;
  };

  /** Milliseconds until it has to look again; `undefined` when sending may begin. */
  const look = async (): Promise<number | undefined> => {
    const found = await compareWithChannel(deps);
    if (found.kind === 'later') return found.seconds * 1000;
    if (found.kind === 'unknown') log.warn('database not compared with the channel');
    const { hold: before, accepted } = await holds.find();
    if (found.kind === 'unknown' || !isOlder(found)) {
      if (before !== undefined) await holds.release(accepted);
      return undefined;
    }
    const { missing, behind } = found;
    const hold = { since: before?.since ?? clock(), missing, behind };
    await holds.put(hold);
    log.fail('sending held: the database is older than the channel', undefined, {
      missing: missing.length,
      behind: behind.length,
    });
    if (before === undefined) await tell(hold);
    return lookAgainMs;
  };
  const untilReleased = async (first: number) => {
    for (let ms: number | undefined = first; ms !== undefined; ) {
      if (!(await pause(ms))) return;
      try {
        ms = (await holds.find()).hold === undefined ? await look() : lookAgainMs;
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
