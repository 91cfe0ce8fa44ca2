import type { OpenView } from '../view-stacks.js';
import type { World } from '../world.js';
import { appPart, teamPart, userPart } from './shared-fields.js';
import { viewObject } from './view-object.js';

/** docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export function viewClosed(world: World, view: OpenView, wholeStack: boolean) {
  return {
    type: 'view_closed',
    team: teamPart(world, world.person(view.user).team),
    user: userPart(world, view.user),
    ...appPart(world),
    view: viewObject(world, view),
    is_cleared: wholeStack,
  };
}
