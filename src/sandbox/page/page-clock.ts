/** The clock as the page shows and moves it. */
export type PageClock = Readonly<{
  now(): Date;
  /** The zone in which the page tells the time. */
  zone: string;
  jumps: readonly Readonly<{ id: string; label: string }>[];
  /** Moves the clock while the bot rests, and gives it time to do what became due. A problem is a sentence for the person. */
  jump(id: string): Promise<Readonly<{ problem?: string }>>;
}>;
