import { viewClosed } from '../payloads/view-closed.js';
import type { Delivered } from '../user-actions.js';
import { type Backstage, deliverAndTake, presentPerson, takeNothing } from './action-context.js';
import { topView } from './on-screen.js';

/**
 * Closes the view on the screen, or with `all` (and for `clear_on_close`) its whole stack. The app hears of it when the view
 * asked for that; of a whole stack by its first view.
 */
export async function close(stage: Backstage, user: string, id: string, all = false): Promise<Delivered | undefined> {
  const { world } = stage;
  presentPerson(world, user);
  const top = topView(world, user, id);
  const wholeStack = all || top.content.clear_on_close;
  const told = wholeStack ? (world.views.stack(user)[0] ?? top) : top;
  world.views.close(told);
  if (!told.content.notify_on_close) return undefined;
  const parcel = { kind: 'interaction', body: viewClosed(world, told, wholeStack), answerable: false } as const;
  return await deliverAndTake(stage, user, parcel, () => 'Something went wrong with this app.', takeNothing);
}
