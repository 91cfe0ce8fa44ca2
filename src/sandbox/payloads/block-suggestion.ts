import type { OpenView } from '../view-stacks.js';
import type { Placed } from '../view-state.js';
import type { World } from '../world.js';
import { appPart, teamPart, userPart } from './shared-fields.js';
import { viewObject } from './view-object.js';

/** docs.slack.dev/reference/interaction-payloads/block_suggestion-payload */
export function blockSuggestion(world: World, view: OpenView, { block, element }: Placed, typed: string) {
  return {
    type: 'block_suggestion',
    user: userPart(world, view.user),
    ...appPart(world),
    team: teamPart(world, world.person(view.user).team),
    container: { type: 'view', view_id: view.id },
    action_id: element.action_id,
    block_id: block.block_id,
    value: typed,
    view: viewObject(world, view),
  };
}
