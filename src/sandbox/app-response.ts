import { ApiError } from './api/api-error.js';
import { readContent } from './api/chat.js';
import { isObject, type Json } from './limits/shape.js';
import type { World } from './world.js';

/** Where an answer to a command or an interaction goes: to one person, in one channel, and what it may replace. */
export type Addressee = Readonly<{ user: string; channel: string; original?: string }>;

/**
 * Shows what an app said in the answer to a command or by a response_url (docs.slack.dev/interactivity/handling-user-interaction):
 * ephemeral unless `response_type` is `in_channel`. Needs no membership. @throws ApiError
 */
export function showAnswer(world: World, { user, channel, original }: Addressee, answer: Json, now: Date): void {
  const before = original === undefined ? undefined : world.messages.find(channel, original);
  const author = world.app().botUser;
  if (answer.delete_original === true) {
    if (before === undefined) throw new ApiError('message_not_found');
    world.messages.delete(before);
    return;
  }
  const content = readContent(answer);
  if (answer.replace_original === true || answer.replace_original === 'true') {
    if (before === undefined) throw new ApiError('message_not_found');
    world.messages.edit(before, content, now);
    return;
  }
  const kind = answer.response_type ?? 'ephemeral';
  if (kind !== 'ephemeral' && kind !== 'in_channel')
    throw new ApiError('invalid_arguments', ['[ERROR] unknown response_type']);
  const threadTs = typeof answer.thread_ts === 'string' ? { threadTs: answer.thread_ts } : {};
  world.messages.post(
    { ...content, ...threadTs, channel, author, ...(kind === 'ephemeral' ? { onlyFor: user } : {}) },
    now,
  );
}

/** The body of an answer as an object; a bare text is its `text`. */
export function answerObject(body: unknown): Json | undefined {
  if (typeof body === 'string') return { text: body };
  return isObject(body) ? body : undefined;
}
