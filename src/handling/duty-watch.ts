import { onDuty } from '../deadline/on-duty.js';
import type { CurrentPolicy } from './current-policy.js';
import type { Log } from './log.js';
import type { Rosters } from './ports.js';

/** Milliseconds between looks. */
const lookEveryMs = 60_000;

export type DutyWatchDeps = Readonly<{
  current: CurrentPolicy;
  rosters: Pick<Rosters, 'noteOnDuty'>;
  clock: () => Date;
  log: Log;
  /** Tells the channel who is on duty now. `false`: not now, try again. */
  tell(user: string, now: Date): Promise<boolean>;
  /** Keeps a user group at whoever is on duty. */
  follow?(user: string): Promise<void>;
}>;

export type DutyWatch = Readonly<{ look(): Promise<void>; stop(): void }>;

/**
 * Tells the channel in one line when somebody else is on duty. Who it is at the first look of all is noted, and nothing told. Of
 * several replicas the first to notice tells it.
 */
export function watchDuty({ current, rosters, clock, log, tell, follow }: DutyWatchDeps): DutyWatch {
  let seen: string | undefined;
  let untold: string | undefined;
  const lookNow = async () => {
    const now = clock();
    const { responder } = onDuty(await current.now(), now);
    if (responder === undefined) return;
    if (responder !== seen) {
      const before = await rosters.noteOnDuty(responder);
      if (before !== undefined && before !== responder) untold = responder;
      seen = responder;
    }
    if (untold === responder && (await tell(responder, now))) untold = undefined;
    await follow?.(responder);
  };
  let looking: Promise<void> | undefined;
  const look = async () => {
    looking ??= lookNow()
      .catch((error: unknown) => void log.fail('duty not looked at', error))
      .finally(() => {
        looking = undefined;
      });
    await looking;
  };
  const timer = setInterval(() => void look(), lookEveryMs);
  timer.unref();
  void look();
  return { look, stop: () => clearInterval(timer) };
}
