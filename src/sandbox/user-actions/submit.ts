import { ApiError } from '../api/api-error.js';
import { validationErrors } from '../client-validation.js';
import { isObject, type Json } from '../limits/shape.js';
import { viewSubmission } from '../payloads/view-submission.js';
import type { Delivered, Value } from '../user-actions.js';
import { deepestStack, readView } from '../view-content.js';
import type { OpenView } from '../view-stacks.js';
import { stateOf } from '../view-state.js';
import type { World } from '../world.js';
import type { ActionContext } from './action-context.js';
import { deliverAndApply } from './deliver-and-apply.js';
import { fill } from './fill.js';
import { activePerson } from './who-may-write.js';

/** Fills the view on the screen and submits it. What Slack's client refuses is not sent. */
export async function submit(
  context: ActionContext,
  user: string,
  id: string,
  values: Readonly<Record<string, Value>>,
): Promise<Delivered> {
  const { world, triggers } = context;
  activePerson(world, user);
  const before = fill(context, user, id, values);
  if (before.content.submit === undefined) throw new Error('This view has no submit button.');
  const errors = validationErrors(before.content.blocks, before.state);
  const view = world.views.fill(before, before.state, errors);
  if (Object.keys(errors).length > 0)
    return { payload: {}, acked: false, answer: { errors }, error: 'Please check the fields.' };
  const body = viewSubmission(world, view, triggers.issue(user, true));
  const delivery = { kind: 'interaction', body, answerable: true } as const;
  const errorText = () => 'We had some trouble connecting. Try again?';
  return await deliverAndApply(context, user, delivery, errorText, (answer) => applyAnswer(world, view.id, answer), {
    view: view.id,
  });
}

/** Applies the app's answer to a submission: docs.slack.dev/surfaces/modals. @throws ApiError for what Slack refuses */
export function applyAnswer(world: World, id: string, answer: unknown): void {
  const view = world.views.find(id);
  if (view === undefined) return;
  if (answer === undefined) {
    world.views.close(view);
    return;
  }
  if (!isObject(answer)) throw new ApiError('invalid_answer', ['[ERROR] must be empty or an object']);
  switch (answer.response_action) {
    case 'errors':
      showErrors(world, view, answer);
      return;
    case 'clear': {
      const [bottom] = world.views.stack(view.user);
      if (bottom !== undefined) world.views.close(bottom);
      return;
    }
    case 'update': {
      const content = readView(world, answer.view, 'modal', view.id);
      world.views.update(view, content, stateOf(content.blocks, view.state));
      return;
    }
    case 'push': {
      if (world.views.stack(view.user).length >= deepestStack) throw new ApiError('push_limit_reached');
      const content = readView(world, answer.view, 'modal');
      world.views.push(view.user, content, stateOf(content.blocks));
      return;
    }
    default:
      throw new ApiError('invalid_answer', [`[ERROR] unknown response_action: ${String(answer.response_action)}`]);
  }
}

function showErrors(world: World, view: OpenView, { errors }: Json): void {
  const inputs = view.content.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id);
  const entries = isObject(errors) ? Object.entries(errors) : [];
  const lines = entries.flatMap(([block, text]) => {
    if (!inputs.includes(block)) return [`[ERROR] errors must be keyed by block ids of inputs: ${block} is none`];
    return typeof text === 'string' && text !== '' ? [] : [`[ERROR] the error of ${block} must be a text`];
  });
  if (entries.length === 0) lines.push('[ERROR] errors must name at least one input');
  if (lines.length > 0) throw new ApiError('invalid_answer', lines);
  world.views.fill(view, view.state, errors as Record<string, string>);
}
