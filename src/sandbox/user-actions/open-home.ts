import { appHomeOpened } from '../payloads/app-home-opened.js';
import type { Delivered } from '../user-actions.js';
import { type Backstage, presentPerson } from './action-context.js';
import { deliverEvent } from './deliver-event.js';

/** Opens the Home tab of the app. Whether people of other workspaces have one is not documented: here they have none. */
export async function openHome(stage: Backstage, user: string): Promise<Delivered> {
  const { world, now } = stage;
  const refused = (error: string) => ({ payload: {}, acked: false, error });
  if (!world.app().homeTab) return refused('This app has no Home tab.');
  if (presentPerson(world, user).team !== world.home.id)
    return refused('People of other workspaces have no Home of this app.');
  const delivered = await deliverEvent(stage, appHomeOpened(world, user, now()), false);
  return delivered ?? refused('The app does not subscribe to app_home_opened.');
}
