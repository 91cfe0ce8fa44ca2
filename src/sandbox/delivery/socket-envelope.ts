import { randomUUID } from 'node:crypto';
import { isObject } from '../limits/shape.js';
import type { Delivery } from './deliver.js';

/** docs.slack.dev/apis/events-api/using-socket-mode */
export function envelopeOf({ kind, body, answerable, retry }: Delivery) {
  return {
    envelope_id: randomUUID(),
    payload: body,
    type: { command: 'slash_commands', interaction: 'interactive', event: 'events_api' }[kind],
    accepts_response_payload: answerable,
    ...(kind === 'event' ? { retry_attempt: retry?.number ?? 0, retry_reason: retry?.reason ?? '' } : {}),
  };
}

/** What the app sent back. `undefined` when it is not the answer to an envelope. */
export function readAck(data: Buffer): { envelope_id: string; payload?: unknown } | undefined {
  const message: unknown = JSON.parse(data.toString());
  return isObject(message) && typeof message.envelope_id === 'string'
    ? (message as { envelope_id: string })
    : undefined;
}

/** Bolt answers with an empty object where HTTP has an empty body. */
export const emptyAsNothing = (payload: unknown) =>
  isObject(payload) && Object.keys(payload).length === 0 ? undefined : payload;
