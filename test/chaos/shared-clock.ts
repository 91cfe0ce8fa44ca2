/** A clock that runs as the real one does, `at` when the real one showed `real`: several processes agree on it. */
export type ClockSetting = Readonly<{ at: number; real: number }>;

export function clockAt({ at, real }: ClockSetting): Date {
  return new Date(at + Date.now() - real);
}
