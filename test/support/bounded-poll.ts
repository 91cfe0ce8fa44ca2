import { setTimeout as pause } from 'node:timers/promises';

/** Asks until there is an answer. @throws Error with `what` was waited for, after `patienceMs`. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
  patienceMs = 20_000,
): Promise<T> {
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > giveUpAt) throw new Error(`not within ${patienceMs / 1000} seconds: ${what}`);
    await pause(20);
  }
}
