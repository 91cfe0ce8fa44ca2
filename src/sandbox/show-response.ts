import { ApiError } from './api/api-error.js';
import { readContent } from './api/chat.js';
import { isObject, type Json } from './limits/shape.js';
import type { World } from './world.js';

/** Where a response of the app goes: to one person in one channel. `original` is the message that it may replace. */
export type Addressee = Readonly<{ user: string; channel: string; original?: string }>;

/**
 * Shows the app's response to a command, or to a response_url. It is ephemeral unless `response_type` is `in_channel`, and the
 * app need not be in the channel. docs.slack.dev/interactivity/handling-user-interaction @throws ApiError
 */
export function showResponse(world: World, { user, channel, original }: Addressee, response: Json, now: Date): void {
  const before = original === undefined ? undefined : world.messages.find(channel, original);
  const author = world.app().botUser;
  if (response.delete_original === true) {
    if (before === undefined) throw new ApiError('message_not_found');
    world.messages.delete(before);
    return;
  }
  const content = readContent(response);
  if (response.replace_original === true || response.replace_original === 'true') {
    if (before === undefined) throw new ApiError('message_not_found');
    world.messages.edit(before, content, now);
    return;
  }
  const kind = response.response_type ?? 'ephemeral';
  if (kind !== 'ephemeral' && kind !== 'in_channel')
    throw new ApiError('invalid_arguments', ['[ERROR] unknown response_type']);
  const threadTs = typeof response.thread_ts === 'string' ? { threadTs: response.thread_ts } : {};
  world.messages.post(
    { ...content, ...threadTs, channel, author, ...(kind === 'ephemeral' ? { onlyFor: user } : {}) },
    now,
  );
}

/** A response as an object: a bare text is its `text`. */
export function responseObject(body: unknown): Json | undefined {
  if (typeof body === 'string') return { text: body };
  return isObject(body) ? body : undefined;
}
