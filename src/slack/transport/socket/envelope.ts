import { z } from 'zod';
import type { Retry } from '../hand-to-bolt.js';

const Payload = z.record(z.string(), z.unknown());

/** One delivery. `id` is what an answer names. */
export type Envelope = Readonly<{ id: string; body: z.infer<typeof Payload>; retry: Retry }>;

/** What Slack says on a connection: docs.slack.dev/apis/events-api/using-socket-mode. */
export type Said = Readonly<
  | { kind: 'hello' }
  /** `warning` comes some seconds ahead of `refresh_requested`; either way another connection is wanted. */
  | { kind: 'go'; reason: string }
  | { kind: 'delivery'; envelope: Envelope }
  | { kind: 'unknown' }
>;

const Spoken = z.union([
  z.object({ type: z.literal('hello') }),
  z.object({ type: z.literal('disconnect'), reason: z.string().optional() }),
  z.object({
    type: z.enum(['slash_commands', 'interactive', 'events_api']),
    envelope_id: z.string().min(1),
    payload: Payload,
    retry_attempt: z.number().optional(),
    retry_reason: z.string().optional(),
  }),
]);

/** Never throws: what cannot be read is `unknown`. */
export function readSocketMessage(data: unknown): Said {
  const spoken = Spoken.safeParse(parsed(data)).data;
  if (spoken === undefined) return { kind: 'unknown' };
  switch (spoken.type) {
    case 'hello':
      return { kind: 'hello' };
    case 'disconnect':
      return { kind: 'go', reason: /^[a-z_]{1,60}$/.exec(spoken.reason ?? '')?.[0] ?? 'unnamed' };
    case 'slash_commands':
    case 'interactive':
    case 'events_api': {
      const { envelope_id: id, payload: body, retry_attempt: retryNum, retry_reason: retryReason } = spoken;
      // Slack's first try comes as number 0, without a reason.
      const retry = { ...(retryNum ? { retryNum } : {}), ...(retryReason ? { retryReason } : {}) };
      return { kind: 'delivery', envelope: { id, body, retry } };
    }
    default:
      return spoken satisfies never;
  }
}

function parsed(data: unknown): unknown {
  if (typeof data !== 'string') return undefined;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
