import type { Json } from '../limits/shape.js';
import { eventCallback } from '../payloads/event-callback.js';
import type { Delivered } from '../user-actions.js';
import type { ActionContext } from './action-context.js';

const scopeOf: Readonly<Record<string, string>> = { app_mention: 'app_mentions:read' };

/**
 * Delivers an event. After a failure it tries once more at once, as Slack's first retry does. `undefined` when the app is not
 * subscribed to the event or lacks its scope.
 */
export async function deliverEvent(
  { world, now, deliver, remember }: ActionContext,
  event: Json & Readonly<{ type: string }>,
  extShared: boolean,
): Promise<Delivered | undefined> {
  const { events, scopes } = world.app();
  const scope = scopeOf[event.type];
  if (!events.includes(event.type) || (scope !== undefined && !scopes.includes(scope))) return undefined;
  const delivery = { kind: 'event', body: eventCallback(world, event, now(), extShared), answerable: false } as const;
  const first = await deliver(delivery);
  if (first.kind === 'answered') return remember({ payload: delivery.body, acked: true }, delivery);
  const reason = first.why === 'operation_timeout' ? 'http_timeout' : 'http_error';
  const again = { ...delivery, retry: { number: 1, reason } };
  const second = await deliver(again);
  return remember({ payload: delivery.body, acked: second.kind === 'answered' }, again);
}
