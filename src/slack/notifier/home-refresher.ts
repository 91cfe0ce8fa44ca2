import type { Log } from '../../handling/log.js';
import { askAgainIn, slackCode } from '../workspace/slack-error.js';

/** Slack keeps what stands on a Home. Those that somebody has looked at since the start are drawn anew when it is out of date. */
export type HomeRefresher = Readonly<{
  /** Somebody's Home was drawn just now. `team`: others' reports stand on it. */
  drawn(user: string, team: boolean): void;
  /** One person's Home may be out of date; with `team`, those of the whole team too. Drawn anew soon, and not too often. */
  outdated(user: string | undefined, team: boolean): void;
  stop(): void;
}>;

type HomeRefresherDeps = Readonly<{
  draw: (user: string) => Promise<void>;
  log: Log;
  /** Milliseconds between two Homes, so that Slack's limit of 100 a minute is kept, and for one person. */
  spaceMs?: number;
  everyMs?: number;
  elapsed?: () => number;
}>;

/** Homes that are kept up to date: of those who looked last. */
const mostHomes = 300;

export function createHomeRefresher({
  draw,
  log,
  spaceMs = 700,
  everyMs = 10_000,
  elapsed = () => performance.now(),
}: HomeRefresherDeps): HomeRefresher {
  const seen = new Map<string, Readonly<{ at: number; team: boolean }>>();
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const readyAt = (user: string) => (seen.get(user)?.at ?? 0) + everyMs;
  const arm = (ms: number) => {
    if (stopped || timer !== undefined || waiting.size === 0) return;
    const first = Math.min(...[...waiting].map(readyAt));
    timer = setTimeout(() => void next(), Math.max(ms, first - elapsed()));
    timer.unref();
  };
  const next = async () => {
    const user = [...waiting].find((one) => readyAt(one) <= elapsed());
    let pause = spaceMs;
    if (user !== undefined) {
      waiting.delete(user);
      try {
        await draw(user);
      } catch (error) {
        log.warn('home not refreshed', { code: slackCode(error) ?? 'none' });
        pause = Math.max(pause, (askAgainIn(error) ?? 0) * 1000);
      }
    }
    timer = undefined;
    arm(pause);
  };
  return {
    drawn: (user, team) => {
      seen.delete(user);
      seen.set(user, { at: elapsed(), team });
      const [oldest] = seen.keys();
      if (seen.size > mostHomes && oldest !== undefined) seen.delete(oldest);
    },
    outdated: (user, team) => {
      for (const [one, home] of seen) if (one === user || (team && home.team)) waiting.add(one);
      arm(spaceMs);
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
