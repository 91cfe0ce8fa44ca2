/** A clock that stands still until it is moved. */
export type MovingClock = Readonly<{ now: () => Date; moveTo(at: Date): void; forward(ms: number): void }>;

export function movingClock(start: Date): MovingClock {
  let now = start.getTime();
  return {
    now: () => new Date(now),
    moveTo: (at) => {
      now = at.getTime();
    },
    forward: (ms) => {
      now += ms;
    },
  };
}
