import { WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { failedLookup } from '../../handling/failed-lookup.js';
import type { Outcome } from '../../handling/ports.js';

/** Seconds before a post that Slack refused for a passing or mendable reason is tried again. */
const refusedSeconds = 60;
/** Seconds after nobody answered at all. */
const unreachableSeconds = 5;

/** Codes that say that this person cannot be written to, now or later. From the pages of chat.postMessage and conversations.open. */
const undeliverable = new Set([
  'channel_not_found',
  'user_not_found',
  'user_disabled',
  'user_not_visible',
  'users_not_found',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'not_in_channel',
  'is_archived',
]);
/** Beginnings of codes for what a workspace forbids its members, or the members of another, in some place. */
const forbidden = /^(restricted_action|slack_connect_)/;
/** Codes that say that this message will never be taken as it is. */
const unfit = new Set([
  'invalid_arguments',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_metadata_format',
  'metadata_too_large',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
]);
/** Codes of Slack's own trouble or haste: the same call may do in a moment. */
const inAMoment = new Set(['ratelimited', 'service_unavailable']);
/** Slack's own words: "It's possible some aspect of the operation succeeded before the error was raised." */
const mayBeDone = new Set(['fatal_error', 'internal_error', 'request_timeout']);

/** Codes of chat.update for a message that is gone, or can't be edited any more. */
const uneditable = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);

/** What a failed post means. Where it cannot be told that nothing was done, it is `unsure`. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof WebAPIRateLimitedError) return { kind: 'later', seconds: Math.max(1, error.retryAfter) };
  if (error instanceof WebAPIRequestError) {
    return neverSent(error.cause) ? { kind: 'later', seconds: unreachableSeconds } : { kind: 'unsure' };
  }
  const code = slackCode(error);
  if (code === undefined || mayBeDone.has(code)) return { kind: 'unsure' };
  // Somebody has to hear of it: the same call would be refused for ever.
  if (undeliverable.has(code) || unfit.has(code) || forbidden.test(code)) return { kind: 'undeliverable' };
  return { kind: 'later', seconds: code === 'ratelimited' ? 30 : refusedSeconds };
}

/** Seconds until a question may be asked again, or `undefined` when Slack answered it: no. */
export function askAgainIn(error: unknown): number | undefined {
  if (error instanceof WebAPIRateLimitedError) return Math.max(1, error.retryAfter);
  const code = slackCode(error);
  return code === undefined || mayBeDone.has(code) || inAMoment.has(code) ? unreachableSeconds : undefined;
}

/** Whether an edit failed because the message is gone, so that another one has to be posted. */
export function isUneditable(error: unknown): boolean {
  return uneditable.has(slackCode(error) ?? '');
}

/** Slack's error code, or `undefined` when there is none (an HTML page in place of an answer, for example). */
export function slackCode(error: unknown): string | undefined {
  if (!(error instanceof WebAPIPlatformError)) return undefined;
  const code: unknown = error.data.error;
  return typeof code === 'string' && /^[a-z_]{1,60}$/.test(code) ? code : undefined;
}

function neverSent(cause: unknown): boolean {
  if (failedLookup(cause) !== undefined) return true;
  for (let at: unknown = cause, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && at.code === 'ECONNREFUSED') return true;
  }
  return false;
}
