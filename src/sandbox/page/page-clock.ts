/** The sandbox clock, as the page shows and moves it. */
export type PageClock = Readonly<{
  now(): Date;
  /** The zone in which the page shows the time. */
  zone: string;
  jumps: readonly Jump[];
  /** Moves the clock, and waits until the bot has done what became due. */
  jump(id: string): Promise<Readonly<{ problem?: 'no_deadline' }>>;
}>;

export type Jump = 'hour' | 'four-hours' | 'working-day' | 'deadline' | 'past-deadline';
