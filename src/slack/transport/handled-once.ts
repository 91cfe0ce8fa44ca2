/** Enough for five minutes of the 30,000 events an hour that Slack sends a workspace at most: so long is a signature good. */
const most = 2500;

export type Handled<Answer> = Readonly<{ kind: 'first' | 'repeat'; answer: Answer }>;

/**
 * Handles each delivery once, and gives a repeat the answer of the first, which it waits for. Without it a captured request
 * that is sent again gives a report back to its earlier responder, files a reporter's earlier message anew and uses up the
 * forms they may open (test/slack/transport/http/sent-again.integration.test.ts). In memory: each replica knows what it handled itself.
 */
export function createHandledOnce<Answer>(): (key: string, handle: () => Promise<Answer>) => Promise<Handled<Answer>> {
  const known = new Map<string, Promise<Answer>>();
  const keys: string[] = [];
  let next = 0;
  return async (key, handle) => {
    const earlier = known.get(key);
    if (earlier !== undefined) return { kind: 'repeat', answer: await earlier };
    const answer = handle();
    known.set(key, answer);
    // The oldest key of a Map takes it ever longer to find, after as many that were deleted.
    const oldest = keys[next];
    if (oldest !== undefined) known.delete(oldest);
    keys[next] = key;
    next = (next + 1) % most;
    return { kind: 'first', answer: await answer };
  };
}

/** What tells a delivery from every other, also when Slack sends it again in a new envelope or signs it anew. */
export function deliveryKey(
  { event_id: event, trigger_id: trigger }: Readonly<Record<string, unknown>>,
  otherwise: string,
): string {
  return typeof event === 'string' ? event : typeof trigger === 'string' ? trigger : otherwise;
}
