import { LogLevel, WebClient } from '@slack/web-api';
import { sandbox } from '../../src/sandbox/sandbox-world.js';
import { emulator, slack } from './support/emulator.js';
import { call } from './support/raw-call.js';
import { keys } from './support/tiny-bot.js';

const message = { channel: sandbox.general, text: 'hello' };

let client: WebClient;
emulator();
beforeEach(async () => {
  client = new WebClient(keys.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    logLevel: LogLevel.ERROR,
    rejectRateLimitedCalls: true,
  });
});

const said = () => slack.world.messages.in(sandbox.general).length;

describe('a fault asked for', () => {
  test('limits the rate once, and nothing is done', async () => {
    slack.faults.next('chat.postMessage', { kind: 'rate_limited', retryAfter: 7 });
    await expect(client.chat.postMessage(message)).rejects.toMatchObject({
      code: 'slack_webapi_rate_limited_error',
      retryAfter: 7,
    });
    expect(said()).toBe(0);
    await client.chat.postMessage(message);
    expect(said()).toBe(1);
  });

  test.each([500, 502, 503] as const)('answers %i', async (status) => {
    slack.faults.next('chat.postMessage', { kind: 'http', status });
    await expect(client.chat.postMessage(message)).rejects.toMatchObject({ statusCode: status });
    expect(said()).toBe(0);
  });

  test('breaks the connection before or after the work', async () => {
    slack.faults.next('chat.postMessage', { kind: 'reset' });
    await expect(client.chat.postMessage(message)).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    expect(said()).toBe(0);
    slack.faults.next('chat.postMessage', { kind: 'commit_then_drop' });
    await expect(client.chat.postMessage(message)).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    expect(said()).toBe(1);
    expect(slack.requests.map(({ response }) => response)).toEqual([undefined, undefined]);
  });

  test('is a page in the place of JSON', async () => {
    slack.faults.next('chat.postMessage', { kind: 'html' });
    await expect(client.chat.postMessage(message)).rejects.toThrow();
    expect(said()).toBe(0);
  });

  test('is a code of Slack’s', async () => {
    slack.faults.next('chat.postMessage', { kind: 'error', code: 'fatal_error' });
    await expect(client.chat.postMessage(message)).rejects.toMatchObject({ data: { error: 'fatal_error' } });
    expect(said()).toBe(0);
  });

  test('is slowness: done at once, answered later', async () => {
    slack.faults.next('chat.postMessage', { kind: 'slow', ms: 120 });
    const before = performance.now();
    await client.chat.postMessage(message);
    expect(performance.now() - before).toBeGreaterThanOrEqual(110);
    expect(said()).toBe(1);
  });

  test('hits so many calls of its method, in order, and no other', async () => {
    slack.faults.next('chat.postMessage', { kind: 'error', code: 'first' }, 2);
    slack.faults.next('*', { kind: 'error', code: 'second' });
    expect(slack.faults.pending()).toBe(3);
    const codes: unknown[] = [];
    for (const method of ['chat.postMessage', 'auth.test', 'chat.postMessage', 'chat.postMessage'])
      codes.push((await call(slack, method, message)).error);
    expect(codes).toEqual(['first', 'second', 'first', undefined]);
    slack.faults.next('*', { kind: 'http', status: 500 }, 5);
    slack.faults.clear();
    expect(await call(slack, 'auth.test')).toMatchObject({ ok: true });
  });

  test('may be decided call by call', async () => {
    slack.faults.decide((method, { text }) =>
      method === 'chat.postMessage' && text === 'bad' ? { kind: 'error', code: 'no' } : undefined,
    );
    expect(await call(slack, 'chat.postMessage', { ...message, text: 'bad' })).toMatchObject({ error: 'no' });
    expect(await call(slack, 'chat.postMessage', message)).toMatchObject({ ok: true });
  });

  test('is a revoked token, until it is restored; the app token lives on', async () => {
    slack.faults.revokeToken();
    expect(await call(slack, 'auth.test')).toMatchObject({ error: 'token_revoked' });
    expect(await call(slack, 'apps.connections.open', {}, keys.appToken)).toMatchObject({ ok: true });
    slack.faults.restoreToken();
    expect(await call(slack, 'auth.test')).toMatchObject({ ok: true });
  });
});
