import type { SlowReporter } from '../../handling/pace.js';
import type { Outcome } from '../../handling/ports.js';
import type { ChannelPace } from './channel-pace.js';

/** Somebody to whom nothing was sent for so long is slow no more. Milliseconds. */
const slowForMs = 10_000;

/** The reporters to whom messages have to wait, since Slack takes one a second for them. */
export function createSlowReporters(pace: ChannelPace) {
  const slow = new Map<string, Readonly<{ person: SlowReporter['person']; at: number }>>();
  return {
    /** What came of a message to somebody. Where the answer got lost, the report says by itself when it is due again. */
    note: (person: SlowReporter['person'], { kind }: Outcome): void => {
      if (kind === 'unsure') slow.delete(person.user);
      else if (kind === 'later' || slow.has(person.user)) slow.set(person.user, { person, at: performance.now() });
    },
    list: (): readonly SlowReporter[] => {
      for (const [user, { at }] of slow) if (performance.now() - at > slowForMs) slow.delete(user);
      return [...slow.values()].map(({ person }) => ({ person, waitMs: pace.waitMs(person.user) }));
    },
  };
}
