import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { askAgainIn, isUneditable, outcomeOf, slackCode } from '../../../src/slack/workspace/slack-error.js';

const refused = (error: string) => new WebAPIPlatformError({ ok: false, error });
const unreached = (facts: object, depth = 1) => {
  let cause: Error = Object.assign(new Error('no connection'), facts);
  for (let n = 1; n < depth; n += 1) cause = new Error('failed', { cause });
  const error = new WebAPIRequestError(cause);
  return Object.assign(error, { cause });
};
const page = new WebAPIHTTPError(502, 'Bad Gateway', {});

const undeliverable = [
  ...['channel_not_found', 'user_not_found', 'user_disabled', 'user_not_visible', 'users_not_found', 'cannot_dm_bot'],
  ...['messages_tab_disabled', 'not_in_channel', 'is_archived', 'restricted_action', 'restricted_action_read_only'],
  ...['slack_connect_file_link_sharing_blocked', 'invalid_arguments', 'invalid_blocks', 'invalid_blocks_format'],
  ...['invalid_metadata_format', 'metadata_too_large', 'msg_blocks_too_long', 'msg_too_long', 'no_text'],
];
test.each<[string, unknown, object]>([
  ...undeliverable.map((code): [string, unknown, object] => [code, refused(code), { kind: 'undeliverable' }]),
  ['a passing reason', refused('not_authed'), { kind: 'later', seconds: 60 }],
  ['a code that only ends so', refused('not_restricted_action'), { kind: 'later', seconds: 60 }],
  ['Slack’s haste, as a code', refused('ratelimited'), { kind: 'later', seconds: 30 }],
  ['Slack’s haste', new WebAPIRateLimitedError(7), { kind: 'later', seconds: 7 }],
  ['Slack’s haste, for no time', new WebAPIRateLimitedError(0), { kind: 'later', seconds: 1 }],
  ...['fatal_error', 'internal_error', 'request_timeout', 'An odd text'].map((code): [string, unknown, object] => [
    code,
    refused(code),
    { kind: 'unsure' },
  ]),
  ['a page in place of an answer', page, { kind: 'unsure' }],
  ['no answer', unreached({ code: 'ECONNRESET' }), { kind: 'unsure' }],
  ['nobody who listens', unreached({ code: 'ECONNREFUSED' }), { kind: 'later', seconds: 5 }],
  ['nobody who listens, deep in it', unreached({ code: 'ECONNREFUSED' }, 5), { kind: 'later', seconds: 5 }],
  ['nobody who listens, too deep', unreached({ code: 'ECONNREFUSED' }, 6), { kind: 'unsure' }],
  ['a name that is not found', unreached({ code: 'ENOTFOUND', syscall: 'getaddrinfo' }), { kind: 'later', seconds: 5 }],
  ['an error of our own', new TypeError('x'), { kind: 'unsure' }],
])('a post that failed by %s', (_, error, outcome) => {
  expect(outcomeOf(error)).toEqual(outcome);
});

test.each<[string, unknown, number | undefined]>([
  ['Slack’s haste', new WebAPIRateLimitedError(7), 7],
  ['Slack’s haste, for no time', new WebAPIRateLimitedError(0), 1],
  ...['ratelimited', 'service_unavailable', 'fatal_error', 'internal_error', 'request_timeout'].map(
    (code): [string, unknown, number] => [code, refused(code), 5],
  ),
  ['a page in place of an answer', page, 5],
  ['no answer', unreached({ code: 'ECONNRESET' }), 5],
  ['a clear no', refused('user_not_found'), undefined],
])('a question that failed by %s', (_, error, seconds) => {
  expect(askAgainIn(error)).toBe(seconds);
});

test.each([
  ['message_not_found', true],
  ['cant_update_message', true],
  ['edit_window_closed', true],
  ['msg_too_long', false],
  ['An odd text', false],
])('an edit refused as %s asks for another message: %s', (code, is) => {
  expect(isUneditable(refused(code))).toBe(is);
});

test('a code is lower-case letters alone, so that no text gets into a log', () => {
  expect(slackCode(refused('not_in_channel'))).toBe('not_in_channel');
  for (const odd of ['', 'Not in channel', 'not_in_channel: C1', '1 not_in_channel', 'a'.repeat(61), 7])
    expect(slackCode(refused(odd as string))).toBeUndefined();
  expect(slackCode(new Error('not_in_channel'))).toBeUndefined();
});
