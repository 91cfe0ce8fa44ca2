import { ApiError } from '../api/api-error.js';
import { selectOption } from '../limits/composition.js';
import { isObject, list, object, problemsOf } from '../limits/shape.js';
import { blockSuggestion } from '../payloads/block-suggestion.js';
import type { Suggestion } from '../user-actions.js';
import type { ActionContext } from './action-context.js';
import { deliverAndApply } from './deliver-and-apply.js';
import { findElement, topView } from './on-screen.js';

/** Asks the app what it offers for what somebody is typing into a select with external options. Nothing before its least length. */
export async function suggest(
  context: ActionContext,
  user: string,
  id: string,
  actionId: string,
  typed: string,
): Promise<readonly Suggestion[]> {
  const { world } = context;
  const view = topView(world, user, id);
  const placed = findElement(view.content.blocks, actionId, undefined);
  const { type, min_query_length: least = 3 } = placed.element as { type: string; min_query_length?: number };
  if (!/_external_select$/.test(type)) throw new Error(`${actionId} (${type}) has its own options.`);
  if (typed.length < least) return [];
  let offered: readonly Suggestion[] = [];
  const delivery = {
    kind: 'interaction',
    body: blockSuggestion(world, view, placed, typed),
    answerable: true,
  } as const;
  await deliverAndApply(
    context,
    user,
    delivery,
    () => 'There was a problem loading the options.',
    (answer) => {
      const problems = problemsOf(object({ options: list(selectOption, 100) }, {}), answer, '');
      if (problems.length > 0 || !isObject(answer)) throw new ApiError('invalid_answer', problems);
      offered = (answer.options as { text: { text: string }; value: string }[]).map(({ text, value }) => ({
        text: text.text,
        value,
      }));
    },
    { view: id },
  );
  return offered;
}
