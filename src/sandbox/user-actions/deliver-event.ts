import type { Json } from '../limits/shape.js';
import { eventCallback } from '../payloads/event-callback.js';
import type { Delivered } from '../user-actions.js';
import type { Backstage } from './action-context.js';

const scopeOf: Readonly<Record<string, string>> = { app_mention: 'app_mentions:read' };

/**
 * Delivers an event that the app subscribes to and has the scope for; a failed one at once a second time, as Slack does first.
 * `undefined`: not subscribed.
 */
export async function deliverEvent(
  { world, now, deliver, sent }: Backstage,
  event: Json & Readonly<{ type: string }>,
  extShared: boolean,
): Promise<Delivered | undefined> {
  const { events, scopes } = world.app();
  const scope = scopeOf[event.type];
  if (!events.includes(event.type) || (scope !== undefined && !scopes.includes(scope))) return undefined;
  const parcel = { kind: 'event', body: eventCallback(world, event, now(), extShared), answerable: false } as const;
  const first = await deliver(parcel);
  if (first.kind === 'answered') return sent({ payload: parcel.body, acked: true }, parcel);
  const reason = first.why === 'operation_timeout' ? 'http_timeout' : 'http_error';
  const again = { ...parcel, retry: { number: 1, reason } };
  const second = await deliver(again);
  return sent({ payload: parcel.body, acked: second.kind === 'answered' }, again);
}
