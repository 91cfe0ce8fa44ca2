import { ApiError, throwRefusal } from './api/api-error.js';
import { withGeneratedIds } from './generated-ids.js';
import type { Json } from './limits/shape.js';
import { refusalOfView } from './limits/views.js';
import type { PlainText, ViewContent } from './view-stacks.js';
import type { World } from './world.js';

/** Slack stacks this many modals at most. */
export const deepestStack = 3;

/** Checks a view that the app sent and fills in what is missing. `replacing` is the id of the view it replaces. @throws ApiError */
export function readView(world: World, given: unknown, type: 'modal' | 'home', replacing?: string): ViewContent {
  throwRefusal(refusalOfView(given, type, world.app().scopes));
  const view = given as Json & { external_id?: string };
  const twin = view.external_id ? world.views.findExternal(view.external_id) : undefined;
  if (twin !== undefined && twin.id !== replacing) throw new ApiError('duplicate_external_id');
  const texts = ['title', 'submit', 'close'] as const;
  return {
    type,
    ...Object.fromEntries(texts.flatMap((name) => (view[name] === undefined ? [] : [[name, view[name] as PlainText]]))),
    blocks: withGeneratedIds(view.blocks as readonly Json[]),
    private_metadata: String(view.private_metadata ?? ''),
    callback_id: String(view.callback_id ?? ''),
    external_id: view.external_id ?? '',
    clear_on_close: view.clear_on_close === true,
    notify_on_close: view.notify_on_close === true,
  };
}
