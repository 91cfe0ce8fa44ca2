import type { App } from '@slack/bolt';
import type { Log } from '../../handling/log.js';

/** What became of a delivery: `said` is what a handler acknowledged with. */
export type Outcome = Readonly<{ kind: 'acknowledged'; said: unknown } | { kind: 'unanswered' }>;

/** Which of Slack's tries it is, where it is not the first. */
export type Retry = Readonly<{ retryNum?: number; retryReason?: string }>;

/** Resolves with the first ack, or once the handlers have ended without one: then none will come. Never rejects. */
export function handToBolt(
  bolt: App,
  body: Readonly<Record<string, unknown>>,
  retry: Retry,
  log: Log,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const ack = async (said?: unknown) => resolve({ kind: 'acknowledged', said });
    void bolt
      .processEvent({ body: { ...body }, ack, ...retry })
      .catch((error: unknown) => void log.fail('slack request failed', error))
      .finally(() => resolve({ kind: 'unanswered' }));
  });
}
