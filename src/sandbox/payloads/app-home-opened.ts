import type { World } from '../world.js';
import { viewObject } from './view-object.js';

/** docs.slack.dev/reference/events/app_home_opened. `view` is there once a Home was published. */
export function appHomeOpened(world: World, user: string, at: Date) {
  const view = world.views.home(user);
  return {
    type: 'app_home_opened',
    user,
    channel: world.directChannel(user).id,
    tab: 'home',
    ...(view === undefined ? {} : { view: viewObject(world, view) }),
    event_ts: (at.getTime() / 1000).toFixed(6),
  };
}
