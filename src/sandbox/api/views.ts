import { viewObject } from '../payloads/view-object.js';
import { deepestStack, readView } from '../view-content.js';
import type { OpenView } from '../view-stacks.js';
import { stateOf } from '../view-state.js';
import type { World } from '../world.js';
import { isOutsider, knownPerson } from './access.js';
import { ApiError } from './api-error.js';
import { optional, required } from './arguments.js';
import type { Method } from './method.js';

export const views: Readonly<Record<string, Method>> = {
  'views.open': {
    run: ({ world, args, triggers }) => {
      const content = readView(world, args.view, 'modal');
      const { user } = triggers.exchange(required(args, 'trigger_id'));
      const [bottom] = world.views.stack(user);
      if (bottom !== undefined) world.views.close(bottom);
      return shown(world, world.views.push(user, content, stateOf(content.blocks)));
    },
  },
  'views.push': {
    run: ({ world, args, triggers }) => {
      const content = readView(world, args.view, 'modal');
      const { user, fromView } = triggers.exchange(required(args, 'trigger_id'));
      const { length } = world.views.stack(user);
      if (!fromView || length === 0) throw new ApiError('not_found', ['[ERROR] the trigger is not from an open modal']);
      if (length >= deepestStack) throw new ApiError('push_limit_reached');
      return shown(world, world.views.push(user, content, stateOf(content.blocks)));
    },
  },
  'views.update': {
    run: ({ world, args }) => {
      const id = optional(args, 'view_id');
      const external = optional(args, 'external_id');
      if (id === undefined && external === undefined) required(args, 'view_id');
      const view = id === undefined ? world.views.findExternal(String(external)) : world.views.find(id);
      if (view === undefined) throw new ApiError('not_found');
      const content = readView(world, args.view, view.content.type, view.id);
      checkHash(view, optional(args, 'hash'));
      return shown(world, world.views.update(view, content, stateOf(content.blocks, view.state)));
    },
  },
  'views.publish': {
    run: ({ world, args }) => {
      if (!world.app().homeTab) throw new ApiError('not_enabled');
      const person = knownPerson(world, required(args, 'user_id'));
      // Slack does not document whether outsiders have a Home, so the bot must not rely on it.
      if (person.deactivated || isOutsider(world, person)) throw new ApiError('user_not_found');
      const before = world.views.home(person.id);
      const content = readView(world, args.view, 'home', before?.id);
      if (before !== undefined) checkHash(before, optional(args, 'hash'));
      const state = stateOf(content.blocks, before?.state);
      return shown(world, world.views.publishHome(person.id, content, state));
    },
  },
};

function checkHash(view: OpenView, hash: string | undefined): void {
  if (hash !== undefined && hash !== view.hash) throw new ApiError('hash_conflict');
}

const shown = (world: World, view: OpenView) => ({ view: viewObject(world, view) });
