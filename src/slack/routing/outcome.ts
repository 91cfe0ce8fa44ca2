import type { Log } from '../../handling/log.js';
import { isDriverError, Unreadable } from '../../handling/store-errors.js';
import { within } from '../../handling/within.js';
import { Refusal } from '../../report/refusal.js';

/**
 * Milliseconds until whoever waits is answered, whatever comes of it. Slack gives a form 3 s. The database driver has no bound
 * that works for a server that hangs.
 */
export const budgetMs = 2300;

/**
 * What became of something that was not done for sure. `refused`: nothing was done. `unsure`: the database or the time gave out,
 * so it may have been done. `broken`: anything else.
 */
export type Failure =
  | Readonly<{ kind: 'refused'; refusal: Refusal }>
  | Readonly<{ kind: 'unsure'; reference?: string }>
  | Readonly<{ kind: 'broken'; reference: string }>;

/**
 * What somebody asked for came to, by press, form or command. Never throws.
 */
export async function outcomeOf<T>(log: Log, work: () => Promise<T>): Promise<T | Failure> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', refusal: error as Refusal };
    // While versions are exchanged, the other replica can do it.
    if (error instanceof Unreadable && error.why === 'newer')
      return { kind: 'refused', refusal: new Refusal('written_by_a_newer_version', {}) };
    const reference = log.fail('not carried out', error);
    return { kind: isDriverError(error) ? 'unsure' : 'broken', reference };
  }
}

/** The outcome, or `unsure` once the time is over. The work goes on. */
export async function inTime<T>(outcome: Promise<T>): Promise<T | Failure> {
  return await within(budgetMs, outcome, { kind: 'unsure' } as const);
}
