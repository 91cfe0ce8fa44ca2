import { request } from 'node:http';
import { connect } from 'node:net';
import { App } from '@slack/bolt';
import { createLog } from '../../../src/ops/log.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { createHttpReceiver } from '../../../src/slack/transport/http-receiver.js';
import { quietLogger } from '../../../src/slack/workspace/quiet-logger.js';
import { until } from '../../support/bounded-poll.js';
import { freePort } from '../../support/running-bot.js';
import { openSilentConnections } from '../../support/silent-connections.js';
import { createPoster, formEncoded, inForm, inJson, type Parcel, type Poster, signedHeaders } from './http/posting.js';
import { appMention, eventCallback, pressOnMessage, slashCommand } from './http/slack-payloads.js';

const secret = 'a secret';
const host = '127.0.0.1';
const said: string[] = [];
const retries: unknown[] = [];
/** A handler that was told to wait has begun. */
let waiting = false;
let goOn: () => void = () => undefined;
let app: App;
let port: number;
let poster: Poster;

beforeAll(async () => {
  const log = createLog('debug', { write: (line: string) => void said.push(line) });
  port = await freePort();
  app = new App({
    receiver: createHttpReceiver({ signingSecret: secret, now: () => new Date(), log }),
    authorize: async () => ({ botToken: 'xoxb-1', botId: 'B1', botUserId: 'U1', teamId: sandbox.home }),
    logger: quietLogger(log),
    convoStore: false,
  });
  app.error(async () => undefined);
  app.command(/.*/, async ({ command, ack }) => {
    if (command.text === 'wait') {
      await new Promise<void>((resolve) => {
        goOn = resolve;
        waiting = true;
      });
    }
    if (command.text === 'broken') throw new Error('a secret thing');
    await ack(command.text === 'words' ? 'some words' : { text: 'an object' });
  });
  app.event('app_mention', async ({ context }) => {
    retries.push([context.retryNum, context.retryReason]);
    throw new Error('broken after the answer');
  });
  await app.start({ host, port });
  poster = createPoster(`http://${host}:${port}/slack/events`);
});
afterAll(async () => {
  poster.close();
  await app.stop();
});

const command = (text: string) => formEncoded(slashCommand(sandbox.ana, text, 'https://hooks.example/1'));
const post = (parcel: Parcel, more = {}) => poster.post(parcel.text, { ...signedHeaders(secret, parcel), ...more });

/** Asks for a path by a method, with nothing in the body. */
const ask = (method: string, path: string): Promise<{ status: number; allow: string | undefined }> =>
  new Promise((resolve, reject) => {
    const outgoing = request({ host, port, method, path }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, allow: response.headers.allow });
    });
    outgoing.on('error', reject);
    outgoing.end();
  });

/** What a raw connection hears until it is closed, and how long that took. */
const hear = (lines: readonly string[]): Promise<{ heard: string; ms: number }> =>
  new Promise((resolve) => {
    const began = performance.now();
    let heard = '';
    const socket = connect(port, host, () => socket.write(`${lines.join('\r\n')}\r\n\r\n`));
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      heard += chunk;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve({ heard, ms: performance.now() - began }));
  });

describe('the receiver over HTTP', () => {
  test('answers with what a handler acknowledged', async () => {
    expect(await post(command('words'))).toMatchObject({ status: 200, body: 'some words' });
    expect(await post(command('other'))).toMatchObject({ status: 200, body: '{"text":"an object"}' });
    const mediaType = async ({ text: body, ...parcel }: Parcel) => {
      const headers = signedHeaders(secret, { ...parcel, text: body });
      const answer = await fetch(`http://${host}:${port}/slack/events`, { method: 'POST', body, headers });
      await answer.text();
      return answer.headers.get('content-type');
    };
    expect(await mediaType(command('words'))).toBe('text/plain');
    expect(await mediaType(command('other'))).toBe('application/json');
  });

  test('answers Slack that asks whether the address is ours', async () => {
    const parcel = inJson({ token: 't', type: 'url_verification', challenge: 'abc' });
    expect(await post(parcel)).toMatchObject({ status: 200, body: '{"challenge":"abc"}' });
  });

  test('knows one path and one method', async () => {
    for (const path of ['/', '//', '/slack/events/', '/slack', '/livez', '/slack/events%00'])
      expect(await ask('POST', path)).toEqual({ status: 404, allow: undefined });
    for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS'])
      expect(await ask(method, '/slack/events')).toEqual({ status: 405, allow: 'POST' });
    expect(await ask('POST', '/slack/events?x=1')).toMatchObject({ status: 401 });
  });

  test('ends a connection whose request it refuses unread', async () => {
    const { heard } = await hear(['POST / HTTP/1.1', 'host: x', 'content-length: 5']);
    expect(heard).toMatch(/^HTTP\/1\.1 404 [\s\S]*\r\nconnection: close\r\n/i);
  });

  test('gives a request that comes again the first answer, and notes it', async () => {
    const parcel = command('words');
    const headers = signedHeaders(secret, parcel);
    const repeats = () => said.filter((line) => line.includes('"why":"repeated"')).length;
    for (const noted of [0, 1]) {
      expect(await poster.post(parcel.text, headers)).toMatchObject({ status: 200, body: 'some words' });
      expect(repeats()).toBe(noted);
    }
  });

  test('answers also where it breaks itself, and logs that', async () => {
    const logged: string[] = [];
    const now = () => {
      throw new TypeError('no clock');
    };
    const log = createLog('error', { write: (line: string) => void logged.push(JSON.parse(line).msg) });
    const broken = createHttpReceiver({ signingSecret: secret, now, log });
    const at = await freePort();
    await broken.start({ host, port: at });
    const others = createPoster(`http://${host}:${at}/slack/events`);
    try {
      const parcel = command('words');
      expect(await others.post(parcel.text, signedHeaders(secret, parcel))).toMatchObject({ status: 500, body: '' });
      expect(logged).toEqual(['slack request failed']);
    } finally {
      others.close();
      await broken.stop();
    }
  });

  test('takes nothing before there is a bot, and may be stopped before it starts', async () => {
    const early = createHttpReceiver({ signingSecret: secret, now: () => new Date(), log: createLog('error') });
    await early.stop();
    const at = await freePort();
    await early.start({ host, port: at });
    const others = createPoster(`http://${host}:${at}/slack/events`);
    const parcel = command('words');
    expect(await others.post(parcel.text, signedHeaders(secret, parcel))).toMatchObject({ status: 503, body: '' });
    others.close();
    await early.stop();
  });

  test('takes half a megabyte, and no more: told ahead or found out', async () => {
    const padded = (bytes: number) => ({ contentType: 'application/json', text: 'x'.repeat(bytes) });
    expect(await post(padded(512 * 1024))).toMatchObject({ status: 400 });
    const head = ['POST /slack/events HTTP/1.1', 'host: x'];
    const toldAhead = await hear([...head, `content-length: ${512 * 1024 + 1}`]);
    expect(toldAhead.heard).toMatch(/^HTTP\/1\.1 413 /);
    const bytes = 512 * 1024 + 1;
    const foundOut = await hear([
      ...head,
      'transfer-encoding: chunked',
      '',
      `${bytes.toString(16)}`,
      'x'.repeat(bytes),
    ]);
    expect(foundOut.heard).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('takes no compressed body', async () => {
    expect(await post(command('words'), { 'content-encoding': 'gzip' })).toMatchObject({ status: 415 });
  });

  test('waits three seconds for a body that drips, and one for headers', async () => {
    const head = ['POST /slack/events HTTP/1.1', 'host: x'];
    const [body, headers] = await Promise.all([hear([...head, 'content-length: 100', '', 'x']), hearHeadersDrip()]);
    expect(body.heard).toMatch(/^HTTP\/1\.1 408 /);
    expect(body.ms).toBeLessThan(4500);
    expect(headers).toBeLessThan(2000);
  });

  test('answers Slack while 300 connections say nothing and each comes again when it is ended', async () => {
    const silent = await openSilentConnections(300, { port, again: true });
    const fresh = createPoster(`http://${host}:${port}/slack/events`);
    try {
      for (const parcel of [command('words'), command('other'), command('words')]) {
        const answer = await fresh.post(parcel.text, signedHeaders(secret, parcel));
        expect(answer.status).toBe(200);
        expect(answer.ms).toBeLessThan(3000);
      }
      expect(silent.open()).toBeGreaterThan(100);
    } finally {
      silent.close();
      fresh.close();
    }
  });

  test('lets a handler end whose connection is older than 300 that say nothing', async () => {
    waiting = false;
    const late = post(command('wait'));
    await until('the handler', () => waiting);
    const silent = await openSilentConnections(300, { port });
    try {
      await until('the server to end those in the way', () => silent.open() <= 256);
      goOn();
      expect(await late).toMatchObject({ status: 200, body: '{"text":"an object"}' });
    } finally {
      silent.close();
    }
  });

  test('answers within three seconds when a handler is late, and at once when one broke before its answer', async () => {
    const late = await post(command('wait'));
    goOn();
    expect(late).toMatchObject({ status: 500, body: '' });
    expect(late.ms).toBeLessThan(3000);
    expect(said.join('')).not.toContain('slack request failed');
    const broken = await post(command('broken'));
    expect(broken).toMatchObject({ status: 500, body: '' });
    expect(broken.ms).toBeLessThan(1000);
    // Nobody listens to presses here.
    const press = inForm(pressOnMessage(sandbox.ana, 'help', undefined, 'https://hooks.example/1'));
    expect(await post(press)).toMatchObject({ status: 500 });
  });

  test("has answered an event before it is worked on, and tells which of Slack's tries it is", async () => {
    const parcel = () => inJson(eventCallback(appMention(sandbox.dana)));
    const retry = { 'x-slack-retry-num': '2', 'x-slack-retry-reason': 'http_timeout' };
    expect(await post(parcel())).toMatchObject({ status: 200 });
    expect(await post(parcel(), retry)).toMatchObject({ status: 200 });
    const odd = [
      ['NaN', '<script>'],
      ['2x', 'http_timeout!'],
      ['x2', '!http_timeout'],
      ['1234', 'a'.repeat(65)],
    ];
    for (const [number = '', reason = ''] of odd) {
      const oddly = { 'x-slack-retry-num': number, 'x-slack-retry-reason': reason };
      expect(await post(parcel(), oddly)).toMatchObject({ status: 200 });
    }
    const late = { 'x-slack-retry-num': '12', 'x-slack-retry-reason': 'a'.repeat(64) };
    expect(await post(parcel(), late)).toMatchObject({ status: 200 });
    expect(retries).toEqual([
      [undefined, undefined],
      [2, 'http_timeout'],
      ...odd.map(() => [undefined, undefined]),
      [12, 'a'.repeat(64)],
    ]);
  });

  test('ends what was begun when it stops, and takes nothing new', async () => {
    const other = new App({
      receiver: createHttpReceiver({ signingSecret: secret, now: () => new Date(), log: createLog('error') }),
      authorize: async () => ({ botToken: 'xoxb-1', botId: 'B1', botUserId: 'U1', teamId: sandbox.home }),
      logger: quietLogger(createLog('error')),
      convoStore: false,
    });
    let finish: () => void = () => undefined;
    const begun = new Promise<void>((arrived) => {
      other.command(/.*/, async ({ ack }) => {
        await new Promise<void>((resolve) => {
          finish = resolve;
          arrived();
        });
        await ack('done');
      });
    });
    const at = await freePort();
    await other.start({ host, port: at });
    const others = createPoster(`http://${host}:${at}/slack/events`);
    const parcel = command('wait');
    const answer = others.post(parcel.text, signedHeaders(secret, parcel));
    await begun;
    const began = performance.now();
    const stopped = other.stop();
    finish();
    expect(await answer).toMatchObject({ status: 200, body: 'done' });
    await stopped;
    expect(performance.now() - began).toBeLessThan(2000);
    await expect(others.post(parcel.text, signedHeaders(secret, parcel))).rejects.toThrow();
    others.close();
  });

  test('logs nothing of what came', () => {
    expect(said.join('')).toContain('"why":"too_slow"');
    expect(said.join('')).not.toMatch(/hooks\.example|a secret|script|some words/);
  });
});

/** Milliseconds until a connection is ended that sends a header every so often and never all of them. */
function hearHeadersDrip(): Promise<number> {
  return new Promise((resolve) => {
    const began = performance.now();
    const socket = connect(port, host, () => socket.write('POST /slack/events HTTP/1.1\r\n'));
    const drip = setInterval(() => socket.write('x-drop: 1\r\n'), 500);
    socket.on('error', () => undefined);
    socket.resume().on('close', () => {
      clearInterval(drip);
      resolve(performance.now() - began);
    });
  });
}
