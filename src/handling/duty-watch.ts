import { onDuty } from '../deadline/on-duty.js';
import type { CurrentPolicy } from './current-policy.js';
import type { Log } from './log.js';

/** Milliseconds between looks. */
const lookEveryMs = 60_000;

export type DutyWatchDeps = Readonly<{
  current: CurrentPolicy;
  clock: () => Date;
  log: Log;
  /** Looks what the channel is to be told. */
  wakeChannel(now: Date): Promise<void>;
  /** Keeps a user group at whoever is on duty. */
  follow?(user: string): Promise<void>;
}>;

export type DutyWatch = Readonly<{ look(): Promise<void>; stop(): void }>;

/** Sees when somebody else is on duty, and at the start. What the channel was told of that stands in its document. */
export function watchDuty({ current, clock, log, wakeChannel, follow }: DutyWatchDeps): DutyWatch {
  let seen: string | undefined;
  const lookNow = async () => {
    const now = clock();
    const { responder } = onDuty(await current.now(), now);
    if (responder === undefined) return;
    if (responder !== seen) {
      await wakeChannel(now);
      seen = responder;
    }
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
