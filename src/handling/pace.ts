import type { Person } from '../report/person.js';

export type SlowReporter = Readonly<{ person: Pick<Person, 'team' | 'user'>; waitMs: number }>;

/** How fast Slack takes posts. While it takes none, what is due waits in the database, where the most urgent comes first. */
export interface Pace {
  /** Until when nothing may be posted in the security channel, by the injected clock. `undefined`: it may be. */
  heldUntil(): Date | undefined;
  /** Milliseconds of real time until the next post there, while Slack takes one a second; else 0. */
  spaceMs(): number;
  /** How many reports are worth claiming at once: one while Slack takes one a second. */
  most(): number;
  /** Reporters for whom Slack takes a message a second, and milliseconds until the next one. */
  slowReporters(): readonly SlowReporter[];
}
