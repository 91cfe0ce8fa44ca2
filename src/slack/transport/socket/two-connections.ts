import { setTimeout as after } from 'node:timers/promises';
import type { Log } from '../../../handling/log.js';
import { type Connection, openConnection } from './connection.js';
import { createAddresses, type NotOpened, notOpened } from './connection-address.js';
import type { Envelope } from './envelope.js';
import type { Pace } from './timings.js';

export type TwoConnections = Readonly<{
  /** Resolves when the first is up; the second follows by itself. @throws NeverConnected */
  start(): Promise<void>;
  /** At least one is up, or was within the grace. */
  connected(): boolean;
  /** Lets what was delivered be answered, closes both and ends every timer. */
  stop(): Promise<void>;
}>;

export type ConnectionDeps = Readonly<{
  appToken: string;
  apiUrl: string;
  /** Resolves when nothing more will be answered. Must not throw. */
  deliver: (connection: Connection, envelope: Envelope) => Promise<void>;
  pace: Pace;
  log: Log;
}>;

/** The first connection could not be opened, and why. */
export class NeverConnected extends Error {
  override readonly name = 'NeverConnected';
  readonly why: NotOpened;
  constructor(why: NotOpened) {
    super(why.code);
    this.why = why;
  }
}

/** How often a start asks before it gives up, unless Slack says no. With the pauses that is about 15 s. */
const startTries = 5;

/** Where a connection stands. `attempt` resolves when the one under way has come or failed. */
type Place = { open?: Connection; openedAt: number; attempt?: Promise<unknown>; hurry: AbortController };

/**
 * Two connections for one bot. Slack sends each delivery on any one that is open and renews each every few hours, so that
 * while one is renewed or lost the other takes all. The new one is there before the old one goes. A refused one is asked
 * for again for ever, ever more slowly.
 */
export function createTwoConnections({ appToken, apiUrl, deliver, pace, log }: ConnectionDeps): TwoConnections {
  const stopping = new AbortController();
  const { signal: stopped } = stopping;
  const address = createAddresses(appToken, apiUrl, log, stopped);
  const newPlace = (): Place => ({ openedAt: Number.NEGATIVE_INFINITY, hurry: new AbortController() });
  const [first, second] = [newPlace(), newPlace()];
  const everyOne = new Set<Connection>();
  let keeping: Promise<void>[] = [];
  let lastUpAt = Number.NEGATIVE_INFINITY;

  async function open(place: Place): Promise<Connection> {
    const attempt = address().then((url) => openConnection(url, deliver, pace, stopped));
    place.attempt = attempt.catch(() => undefined);
    try {
      const connection = await attempt;
      everyOne.add(connection);
      void connection.gone.then(() => everyOne.delete(connection));
      if (stopped.aborted) await connection.close();
      place.open = connection;
      place.openedAt = performance.now();
      return connection;
    } finally {
      delete place.attempt;
    }
  }

  /** Waits until the place may open: not at the same time as the other, unless that one is down. */
  async function apart(place: Place, other: Place): Promise<void> {
    for (;;) {
      await other.attempt;
      const wait = other.open === undefined ? 0 : other.openedAt + pace.apartMs - performance.now();
      if (wait <= 0 || stopped.aborted) return;
      place.hurry = new AbortController();
      await pause(wait, AbortSignal.any([stopped, place.hurry.signal]));
    }
  }

  async function keep(place: Place, other: Place): Promise<void> {
    let failures = 0;
    while (!stopped.aborted) {
      try {
        const connection = place.open ?? (await open(place));
        const { code } = await connection.leaving;
        const lived = performance.now() - place.openedAt;
        lastUpAt = performance.now();
        delete place.open;
        if (stopped.aborted) return;
        log.note('slack connection leaves', { code });
        failures = lived < pace.steadyMs ? failures + 1 : 0;
        await pause(pauseMs(failures, 0), stopped);
      } catch (error) {
        if (stopped.aborted) return;
        const { code, waitMs } = notOpened(error);
        failures += 1;
        other.hurry.abort();
        log.warn('slack connection refused', { code, failures });
        await pause(pauseMs(failures, waitMs), stopped);
      }
      await apart(place, other);
    }
  }

  /** Grows to the longest; half of it is by chance, so that replicas that lost Slack together do not come back together. */
  function pauseMs(failures: number, waitMs: number): number {
    if (failures === 0) return 0;
    const grown = Math.min(pace.longestPauseMs, pace.firstPauseMs * 2 ** Math.min(failures - 1, 20));
    return Math.max(grown * (0.5 + Math.random() / 2), Math.min(waitMs, pace.longestPauseMs));
  }

  async function openFirst(): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await open(first);
        return;
      } catch (error) {
        const why = notOpened(error);
        if (why.final || tries === startTries || stopped.aborted) throw new NeverConnected(why);
        log.warn('slack connection refused', { code: why.code, failures: tries });
        await pause(pauseMs(tries, why.waitMs), stopped);
      }
    }
  }

  return {
    start: async () => {
      await openFirst();
      keeping = [keep(first, second), apart(second, first).then(() => keep(second, first))];
    },
    connected: () =>
      first.open !== undefined || second.open !== undefined || performance.now() - lastUpAt <= pace.graceMs,
    stop: async () => {
      stopping.abort();
      await Promise.all([...everyOne].map((one) => one.close()));
      await Promise.all(keeping);
    },
  };
}

/** Ends early, and well, when it is told to. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms > 0) await after(ms, undefined, { signal }).catch(() => undefined);
}
