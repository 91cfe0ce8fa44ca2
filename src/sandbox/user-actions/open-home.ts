import { isMember } from '../api/access.js';
import { appHomeOpened } from '../payloads/app-home-opened.js';
import type { Delivered } from '../user-actions.js';
import type { ActionContext } from './action-context.js';
import { deliverEvent } from './deliver-event.js';
import { activePerson } from './who-may-write.js';

/** Opens the Home tab. Slack does not document whether people of other workspaces have one: here they do not. */
export async function openHome(context: ActionContext, user: string): Promise<Delivered> {
  const { world, now } = context;
  const refused = (error: string) => ({ payload: {}, acked: false, error });
  if (!world.app().homeTab) return refused('This app has no Home tab.');
  if (!isMember(world, activePerson(world, user)))
    return refused('People of other workspaces have no Home of this app.');
  const delivered = await deliverEvent(context, appHomeOpened(world, user, now()), false);
  return delivered ?? refused('The app does not subscribe to app_home_opened.');
}
