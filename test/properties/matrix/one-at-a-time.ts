/** Work on the same thing waits for each other; on different things it doesn't. */
export type OneAtATime = <T>(thing: string, work: () => Promise<T>) => Promise<T>;

export function oneAtATime(): OneAtATime {
  const last = new Map<string, Promise<unknown>>();
  return (thing, work) => {
    const turn = (last.get(thing) ?? Promise.resolve()).then(work);
    last.set(
      thing,
      turn.catch(() => undefined),
    );
    return turn;
  };
}
