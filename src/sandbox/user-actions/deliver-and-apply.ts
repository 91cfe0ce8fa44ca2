import { defined } from '../../report/defined.js';
import { ApiError } from '../api/api-error.js';
import type { Delivery } from '../delivery/deliver.js';
import type { Delivered } from '../user-actions.js';
import type { ActionContext } from './action-context.js';

type Where = Readonly<{ channel?: string; view?: string }>;

/**
 * Delivers to the bot and applies its answer. `errorText` is what Slack shows the person when that fails. `apply` may throw an
 * ApiError for an answer that Slack refuses.
 */
export async function deliverAndApply(
  context: ActionContext,
  user: string,
  delivery: Delivery,
  errorText: (why: string) => string,
  apply: (answer: unknown) => void,
  where: Where = {},
): Promise<Delivered> {
  const { world, now, deliver, remember } = context;
  const result = await deliver(delivery);
  const failed = (why: string, problems?: readonly string[]) => {
    const error = errorText(why);
    world.showError({ user, text: error, ...where, at: now() });
    return remember({ payload: delivery.body, acked: false, error, ...defined({ problems }) }, delivery);
  };
  if (result.kind === 'failed') return failed(result.why);
  try {
    apply(result.body);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return failed(error.code, [error.code, ...error.lines]);
  }
  return remember({ payload: delivery.body, acked: true, ...defined({ answer: result.body }) }, delivery);
}

/** Block actions and events may be answered with an empty body only. */
export function expectEmptyAnswer(answer: unknown): void {
  if (answer !== undefined) throw new ApiError('invalid_answer', ['[ERROR] only an empty answer is taken here']);
}
