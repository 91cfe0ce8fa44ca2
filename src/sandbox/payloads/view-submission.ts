import type { OpenView } from '../view-stacks.js';
import type { World } from '../world.js';
import { appPart, teamPart, userPart } from './shared-fields.js';
import { viewObject } from './view-object.js';

/**
 * docs.slack.dev/reference/interaction-payloads/view-interactions-payload. `team` is the person's workspace, which for an
 * outsider is not the app's.
 */
export function viewSubmission(world: World, view: OpenView, triggerId: string) {
  return {
    type: 'view_submission',
    team: teamPart(world, world.person(view.user).team),
    user: userPart(world, view.user),
    ...appPart(world),
    trigger_id: triggerId,
    view: viewObject(world, view),
    response_urls: [],
  };
}
