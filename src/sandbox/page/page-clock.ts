/** The sandbox clock, as the page shows and moves it. */
export type PageClock = Readonly<{
  now(): Date;
  /** The zone in which the page shows the time. */
  zone: string;
  jumps: readonly Readonly<{ id: string; label: string }>[];
  /** Moves the clock, and waits until the bot has done what became due. `problem` is a sentence for the person. */
  jump(id: string): Promise<Readonly<{ problem?: string }>>;
}>;
