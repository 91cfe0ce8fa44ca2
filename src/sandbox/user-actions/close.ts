import { viewClosed } from '../payloads/view-closed.js';
import type { Delivered } from '../user-actions.js';
import type { ActionContext } from './action-context.js';
import { deliverAndApply, expectEmptyAnswer } from './deliver-and-apply.js';
import { topView } from './on-screen.js';
import { activePerson } from './who-may-write.js';

/**
 * Closes the view on the screen; with `all` or `clear_on_close`, its whole stack. The app gets `view_closed` when the view asked
 * for it. For a whole stack, its first view decides.
 */
export async function close(
  context: ActionContext,
  user: string,
  id: string,
  all = false,
): Promise<Delivered | undefined> {
  const { world } = context;
  activePerson(world, user);
  const top = topView(world, user, id);
  const wholeStack = all || top.content.clear_on_close;
  const closed = wholeStack ? (world.views.stack(user)[0] ?? top) : top;
  world.views.close(closed);
  if (!closed.content.notify_on_close) return undefined;
  const delivery = { kind: 'interaction', body: viewClosed(world, closed, wholeStack), answerable: false } as const;
  return await deliverAndApply(context, user, delivery, () => 'Something went wrong with this app.', expectEmptyAnswer);
}
