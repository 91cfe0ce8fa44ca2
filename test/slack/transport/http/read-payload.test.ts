import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { sandbox } from '../../../../src/sandbox/sandbox-world.js';
import { isSslCheck, readPayload } from '../../../../src/slack/transport/http/read-payload.js';
import { root } from '../../../support/project.js';
import { formEncoded, inForm, inJson } from './posting.js';
import {
  appMention,
  eventCallback,
  filledReport,
  pressOnMessage,
  slashCommand,
  viewClosed,
  viewSubmission,
} from './slack-payloads.js';

const form = 'application/x-www-form-urlencoded';
const url = 'https://hooks.example/1';
const read = ({ contentType, text }: { contentType: string; text: string }) =>
  readPayload(contentType, Buffer.from(text));
const deep = (levels: number) => `{"type":"event_callback","event":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;

describe('what Slack sends', () => {
  test.each(['', '; charset=utf-8', ';charset="UTF-8"', ' ; charset=utf-8'])(
    'is read with the media type followed by "%s"',
    (charset) => {
      const command = formEncoded(slashCommand(sandbox.ana, 'help', url));
      expect(read({ ...command, contentType: form.toUpperCase() + charset }).kind).toBe('deliver');
      const event = inJson(eventCallback(appMention(sandbox.dana)));
      expect(read({ ...event, contentType: `application/json${charset}` }).kind).toBe('deliver');
    },
  );

  test('of another media type is not read', () => {
    const { text } = inJson(eventCallback(appMention(sandbox.dana)));
    for (const contentType of ['text/plain', 'multipart/form-data', '', 'application/json5'])
      expect(read({ contentType, text })).toEqual({ kind: 'unreadable', why: 'media_type' });
    expect(readPayload(undefined, Buffer.from(text))).toEqual({ kind: 'unreadable', why: 'media_type' });
  });

  test('that is no JSON is malformed, and so is what comes after a byte order mark', () => {
    const { text: event } = inJson(eventCallback(appMention(sandbox.dana)));
    for (const text of ['{', '', `\ufeff${event}`])
      expect(read({ contentType: 'application/json', text })).toEqual({ kind: 'malformed' });
  });

  test('is read twenty levels deep and no deeper, also where brackets stand in text', () => {
    expect(read({ contentType: 'application/json', text: deep(20) })).toEqual({ kind: 'malformed' });
    expect(read({ contentType: 'application/json', text: deep(21) })).toEqual({ kind: 'unreadable', why: 'too_deep' });
    const brackets = slashCommand(sandbox.ana, `"\\"${'[{'.repeat(50)}`, url);
    expect(read(formEncoded(brackets)).kind).toBe('deliver');
    const press = { ...pressOnMessage(sandbox.ana, 'help', undefined, url), state: { text: `\\"${'[{'.repeat(50)}` } };
    expect(read(inForm(press)).kind).toBe('deliver');
    const text = { ends: 'in a backslash\\', beside: '[{'.repeat(50) };
    expect(read(inForm({ ...press, state: text })).kind).toBe('deliver');
    expect(read(inForm({ ...press, state: Array(50).fill([]) })).kind).toBe('deliver');
  });

  test.each([
    'a+b%20c',
    '%2B%25%26=',
    'é%C3%A9%E2%82%AC',
    '%EF%BB%BFa',
    '%FF',
    '%E2%82',
    '%ED%A0%80',
    '100%',
    '%zz',
    '%0',
    '?a=b',
  ])('is read alike alone and beside another field: %s', (text) => {
    const press = inForm(pressOnMessage(sandbox.ana, 'help', 'VALUE', url));
    const typed = press.text.replace('VALUE', text);
    const judged = read({ ...press, text: typed });
    expect(judged).toEqual(read({ ...press, text: `${typed}&beside=` }));
    expect(judged.kind).toBe('deliver');
  });

  test('of half a megabyte that only nests or only repeats is judged in seconds, where squares of it would take minutes', () => {
    const size = 512 * 1024;
    const worst = [
      '['.repeat(size),
      '{"a":'.repeat(size / 5),
      `"${'\\"'.repeat(size / 2 - 1)}"`,
      'a&'.repeat(size / 2),
    ];
    for (const text of worst) {
      for (const contentType of ['application/json', form]) {
        const began = performance.now();
        expect(read({ contentType, text }).kind).not.toBe('deliver');
        expect(performance.now() - began).toBeLessThan(5000);
      }
    }
  });

  test('that is no text is not read', () => {
    expect(readPayload(form, Buffer.from([0x61, 0x3d, 0xff]))).toEqual({ kind: 'unreadable', why: 'not_text' });
  });

  test('with a field twice is malformed', () => {
    const { contentType, text } = formEncoded(slashCommand(sandbox.ana, 'help', url));
    expect(read({ contentType, text: `${text}&user_id=${sandbox.mei}` })).toEqual({ kind: 'malformed' });
    const press = inForm(pressOnMessage(sandbox.ana, 'help', undefined, url));
    expect(read({ contentType, text: `${press.text}&${press.text}` })).toEqual({ kind: 'malformed' });
  });

  test('is handed on with nothing in it that is not named: no key by which Bolt would take it for another kind', () => {
    const press = pressOnMessage(sandbox.ana, 'help', undefined, url);
    const judged = read(inForm({ ...press, event: null, command: '/vuln', name: 'options', function_data: {} }));
    if (judged.kind !== 'deliver') throw new Error(judged.kind);
    for (const key of ['event', 'command', 'name', 'function_data', 'token'])
      expect(judged.body).not.toHaveProperty(key);
    const mention = read(inJson(eventCallback(appMention(sandbox.dana))));
    expect(JSON.stringify(mention)).not.toContain('hello');
  });

  const hasPolluted = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && ('polluted' in value || Object.values(value).some(hasPolluted));
  test.each(['__proto__', '\\u005f_proto__'])(
    'with the key of an ancestor in it loses that key, typed as %s',
    (key) => {
      const { contentType, text } = inForm(viewSubmission(sandbox.ana, 'report_form', '', filledReport('A title')));
      const payload = new URLSearchParams(text).get('payload') ?? '';
      const planted = payload.replace(/:\{(?=")/g, `:{"${key}":{"polluted":true},`);
      expect(planted).not.toBe(payload);
      const judged = read({ contentType, text: String(new URLSearchParams({ payload: planted })) });
      expect(judged.kind).toBe('deliver');
      expect(hasPolluted(judged)).toBe(false);
      expect(JSON.stringify(judged)).not.toContain('polluted');
    },
  );

  test.each([
    ['a closed modal', inForm(viewClosed(sandbox.ana))],
    ['a shortcut', inForm({ type: 'shortcut', user: { id: sandbox.ana } })],
    ['a kind that Slack may invent', inForm({ type: 'thought_reading' })],
    ['an event that nobody listens to', inJson(eventCallback({ type: 'team_join', user: { id: 'U1' } }))],
    ['a rate limit of events', inJson({ type: 'app_rate_limited' })],
  ])('%s is well formed and ignored', (_, parcel) => {
    expect(read(parcel)).toEqual({ kind: 'ignored' });
  });

  test('every event that the manifest subscribes to is known, so that none is ignored', () => {
    const file = readFileSync(join(root, 'slack-manifest.yml'), 'utf8');
    const manifest = parse(file) as { settings: { event_subscriptions: { bot_events: string[] } } };
    const { bot_events: subscribed } = manifest.settings.event_subscriptions;
    const about = { user: sandbox.ana, channel: sandbox.securityChannel };
    const kinds = subscribed.map((type) => [type, read(inJson(eventCallback({ type, ...about }))).kind]);
    expect(kinds).toEqual(subscribed.map((type) => [type, 'deliver']));
    expect(subscribed.length).toBeGreaterThan(0);
  });

  test('a certificate check is told by one field, once', () => {
    const check = (text: string, contentType = form) => isSslCheck(contentType, Buffer.from(text));
    expect(check('ssl_check=1&token=t')).toBe(true);
    for (const text of ['ssl_check=0', 'ssl_check=1&ssl_check=1', 'ssl_check', '']) expect(check(text)).toBe(false);
    expect(check('ssl_check=1', 'application/json')).toBe(false);
    expect(check(`ssl_check=1&token=${'t'.repeat(4096 - 18)}`)).toBe(true);
    expect(check(`ssl_check=1&token=${'t'.repeat(4097 - 18)}`)).toBe(false);
  });
});
