import { once } from 'node:events';
import { WebSocket } from 'ws';
import { sandbox } from '../../src/sandbox/sandbox-world.js';
import { until } from '../support/bounded-poll.js';
import { differences, type RecordedKind, recorded } from './recorded-shapes.js';
import { bot, emulatorWithBot, slack } from './support/emulator.js';
import { everyScope } from './support/every-scope.js';
import { call } from './support/raw-call.js';
import { form, keys } from './support/tiny-bot.js';

const { securityChannel, bo } = sandbox;

/** Where the emulator differs from what was recorded, and why. */
const deliberate: Readonly<Record<string, string>> = {
  'mention: event.blocks is missing':
    'people type plain text here, and the bot hands on nothing of what a mention says',
  ...Object.fromEntries(
    [24, 32, 48, 72, 192, 512].map((size) => [
      `users.info: user.profile.image_${size} is missing`,
      'nobody has a picture here, and the bot shows none',
    ]),
  ),
};

emulatorWithBot({ app: { scopes: everyScope } });

const plain = (text: string) => ({ type: 'plain_text', text });
const button = { type: 'button', action_id: 'go', text: plain('Go'), value: 'v' };
const blocks = [{ type: 'actions', elements: [button] }];
const metadata = { event_type: 'said', event_payload: { key: 'a' } };
const post = (more: object = {}) =>
  call(slack, 'chat.postMessage', { channel: securityChannel, text: 'hello', blocks, metadata, ...more });
const press = async (more: object = {}) => {
  const { ts } = await post(more);
  return (await slack.as(bo).press({ message: { channel: securityChannel, ts: String(ts) } }, 'go')).payload;
};
const openView = async () => {
  const view = { ...form, blocks: [...form.blocks, ...blocks] };
  const { trigger_id } = await press();
  const { view: opened } = await call(slack, 'views.open', { trigger_id, view });
  return (opened as { id: string }).id;
};
const inThread = async () => {
  const { ts: thread_ts } = await post();
  await post({ thread_ts });
  return { channel: securityChannel, ts: thread_ts, include_all_metadata: true };
};

/** What an app hears on a connection of Socket Mode while something is done. */
async function overSocket(type: string, act: () => unknown): Promise<unknown> {
  slack.deliverTo('socket');
  const { url } = await call(slack, 'apps.connections.open', {}, keys.appToken);
  const socket = new WebSocket(String(url));
  const heard: Record<string, unknown>[] = [];
  socket.on('message', (data: Buffer) => {
    const one = JSON.parse(data.toString()) as Record<string, unknown>;
    heard.push(one);
    if (one.envelope_id !== undefined) socket.send(JSON.stringify({ envelope_id: one.envelope_id }));
  });
  await once(socket, 'message');
  await act();
  const found = await until(type, () => heard.find((one) => one.type === type));
  socket.terminate();
  return found;
}

const sent: Readonly<Record<RecordedKind, () => Promise<unknown>>> = {
  command: async () => (await slack.as(bo).command(securityChannel, '/vuln help')).payload,
  'press on a message': () => press(),
  'press on a reply': async () => press({ thread_ts: (await post()).ts }),
  'press in a view': async () => (await slack.as(bo).press({ view: await openView() }, 'go')).payload,
  'shortcut of a message': async () => {
    const { ts } = await post();
    const { shortcuts } = slack.world.app();
    const on = { channel: securityChannel, ts: String(ts) };
    return (await slack.as(bo).shortcut(on, shortcuts[0]?.callbackId ?? '')).payload;
  },
  'submitted view': async () => (await slack.as(bo).submit(await openView(), { title: 'hello' })).payload,
  'closed view': async () => {
    const id = await openView();
    bot.deliveries.length = 0;
    await slack.as(bo).close(id);
    return JSON.parse(new URLSearchParams(bot.deliveries[0]?.body).get('payload') ?? '');
  },
  'opened home': async () => {
    await call(slack, 'views.publish', { user_id: bo, view: { type: 'home', blocks } });
    return (await slack.as(bo).openHome()).payload;
  },
  mention: async () => {
    bot.deliveries.length = 0;
    await slack.as(bo).say(securityChannel, `<@${sandbox.bot}> hello`);
    return JSON.parse(await until('a mention', () => bot.deliveries[0]?.body));
  },
  hello: () => overSocket('hello', () => undefined),
  disconnect: () => overSocket('disconnect', () => slack.refreshConnections()),
  'envelope of a command': () => overSocket('slash_commands', () => slack.as(bo).command(securityChannel, '/vuln')),
  'envelope of a press': () => overSocket('interactive', () => press()),
  'envelope of an event': () => overSocket('events_api', () => slack.as(bo).openHome()),
  'auth.test': () => call(slack, 'auth.test'),
  'users.info': () => call(slack, 'users.info', { user: bo, include_locale: true }),
  'conversations.info': () =>
    call(slack, 'conversations.info', { channel: securityChannel, include_num_members: true }),
  'conversations.members': () => call(slack, 'conversations.members', { channel: securityChannel }),
  'chat.postMessage': () => post(),
  'chat.postMessage in a thread': async () => post({ thread_ts: (await post()).ts }),
  'conversations.history': async () => call(slack, 'conversations.history', await inThread()),
  'conversations.replies': async () => call(slack, 'conversations.replies', await inThread()),
};

const known = (kind: string) =>
  Object.keys(deliberate)
    .filter((line) => line.startsWith(`${kind}: `))
    .sort();

test.each(Object.keys(recorded) as RecordedKind[])('%s: as recorded', async (kind) => {
  const found = differences(await sent[kind](), recorded[kind]).map((line) => `${kind}: ${line}`);
  expect(found.sort()).toEqual(known(kind));
});

test('a key too few, a key too many and another type are found', () => {
  const shape = { a: 'string', 'b?': 'number', c: [{ d: 'boolean' }] } as const;
  expect(differences({ a: '', c: [{ d: true }, {}], e: 1 }, shape)).toEqual([
    'c[].d is missing',
    'e is not in any recording',
  ]);
  expect(differences({ a: null, b: '', c: {} }, shape)).toEqual([
    'a is null, not string',
    'b is string, not number',
    'c is object, not a list',
  ]);
});

test('each deliberate difference belongs to a kind and has a reason', () => {
  const kinds = Object.keys(recorded);
  for (const [line, why] of Object.entries(deliberate)) {
    expect(kinds).toContain(line.split(': ')[0]);
    expect(why).toMatch(/\w{3,} .*\w/);
  }
});
