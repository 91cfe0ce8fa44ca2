/** Intervals that pass when they are told to. */
export type HeldIntervals = Readonly<{
  /** Lets each interval pass once. Returns how long they are, in milliseconds. */
  pass(): readonly number[];
  [Symbol.dispose](): void;
}>;

/** From now on no interval that is set passes by itself. */
export function holdIntervals(): HeldIntervals {
  const { setInterval, clearInterval } = globalThis;
  const held = new Map<unknown, Readonly<{ tick: () => void; ms: number }>>();
  globalThis.setInterval = ((tick: () => void, ms: number) => {
    const timer = setInterval(() => undefined, ms);
    timer.unref();
    held.set(timer, { tick, ms });
    return timer;
  }) as typeof setInterval;
  globalThis.clearInterval = (timer) => {
    held.delete(timer);
    clearInterval(timer);
  };
  return {
    pass: () =>
      [...held.values()].map(({ tick, ms }) => {
        tick();
        return ms;
      }),
    [Symbol.dispose]: () => {
      for (const timer of held.keys()) clearInterval(timer as NodeJS.Timeout);
      Object.assign(globalThis, { setInterval, clearInterval });
    },
  };
}
