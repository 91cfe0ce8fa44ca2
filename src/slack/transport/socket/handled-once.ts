/** What was answered to a delivery; `undefined` when it was not. */
export type Answer = object | undefined;

/** Enough for an hour of a busy desk: what Slack repeats, it repeats at once, after a minute and after five. */
const most = 500;

/**
 * Sees to it that a delivery that comes again, on whichever connection, is handled once: `handle` gets a function that tells
 * the answer; later ones are told the same. In memory, so that after a restart only the stored state tells.
 */
export function createHandledOnce(): (
  key: string,
  handle: (answered: (answer: Answer) => void) => Promise<void>,
) => Promise<Answer> {
  const known = new Map<string, Promise<Answer>>();
  return async (key, handle) => {
    const earlier = known.get(key);
    if (earlier !== undefined) return await earlier;
    let tell: (answer: Answer) => void = () => undefined;
    known.set(
      key,
      new Promise<Answer>((resolve) => {
        tell = resolve;
      }),
    );
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    try {
      await handle(tell);
    } finally {
      tell(undefined);
    }
    return undefined;
  };
}
