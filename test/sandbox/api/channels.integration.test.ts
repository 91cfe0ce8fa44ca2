import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { emulator, slack } from '../support/emulator.js';
import { everyScope } from '../support/every-scope.js';
import { call } from '../support/raw-call.js';

const { general, securityChannel, reports, mei, dana, former, stranger, bot, elsewhere } = sandbox;

emulator({ app: { scopes: everyScope } });

const error = async (method: string, args: object = {}) => (await call(slack, method, { ...args })).error;
const info = async (channel: string, more: object = {}) =>
  (await call(slack, 'conversations.info', { channel, ...more })).channel;

describe('channels', () => {
  test('say whether they are private, shared, pending or archived', async () => {
    expect(await info(general)).toMatchObject({
      is_private: false,
      is_shared: false,
      is_ext_shared: false,
      is_member: true,
    });
    expect(await info(securityChannel, { include_num_members: true })).toMatchObject({
      is_private: true,
      num_members: 4,
    });
    expect(await info(reports)).toMatchObject({ is_ext_shared: true, is_shared: true, is_org_shared: false });
    slack.world.changeChannel(securityChannel, { pendingExtShared: true, orgShared: true, archived: true });
    expect(await info(securityChannel)).toMatchObject({
      is_pending_ext_shared: true,
      is_org_shared: true,
      is_shared: true,
      is_ext_shared: false,
      is_archived: true,
    });
    slack.world.changeChannel(securityChannel, { sharedWith: [elsewhere] });
    expect(await info(securityChannel)).toMatchObject({ is_ext_shared: true });
  });

  test('that the bot does not know are not found', async () => {
    slack.world.leave(securityChannel, bot);
    for (const method of ['conversations.info', 'conversations.members', 'conversations.history']) {
      expect(await error(method, { channel: securityChannel })).toBe('channel_not_found');
      expect(await error(method, { channel: 'C0NOWHERE' })).toBe('channel_not_found');
      expect(await error(method)).toBe('invalid_arguments');
    }
  });

  test('list their members in pages', async () => {
    const first = await call(slack, 'conversations.members', { channel: securityChannel, limit: 3 });
    const { next_cursor: cursor } = first.response_metadata as { next_cursor: string };
    const second = await call(slack, 'conversations.members', { channel: securityChannel, limit: 3, cursor });
    expect([first.members, second.members].flat()).toEqual(slack.world.channel(securityChannel).members);
    expect(second).toMatchObject({ response_metadata: { next_cursor: '' } });
    expect(await error('conversations.members', { channel: securityChannel, limit: 0 })).toBe('invalid_limit');
    expect(await error('conversations.members', { channel: securityChannel, limit: 1001 })).toBe('invalid_limit');
    expect(await error('conversations.members', { channel: securityChannel, cursor: 'nonsense' })).toBe(
      'invalid_cursor',
    );
  });

  test('are listed by type, private ones only where the bot is', async () => {
    slack.world.leave(securityChannel, bot);
    slack.world.changeChannel(general, { archived: true });
    const list = async (args: object) =>
      ((await call(slack, 'conversations.list', { ...args })).channels as { id: string }[]).map(({ id }) => id);
    expect(await list({ types: 'public_channel,private_channel' })).not.toContain(securityChannel);
    expect(await list({ exclude_archived: true })).not.toContain(general);
    expect(await list({})).toContain(general);
    expect(await error('conversations.list', { types: 'secret' })).toBe('invalid_types');
  });

  test('are joined when public and open', async () => {
    slack.world.leave(general, bot);
    expect(await call(slack, 'conversations.join', { channel: general })).toMatchObject({
      channel: { is_member: true },
    });
    expect(await error('conversations.join', { channel: securityChannel })).toBe(
      'method_not_supported_for_channel_type',
    );
    slack.world.changeChannel(general, { archived: true });
    expect(await error('conversations.join', { channel: general })).toBe('is_archived');
  });
});

describe('direct conversations', () => {
  const open = (users: string, more: object = {}) => call(slack, 'conversations.open', { users, ...more });

  test('open once with a person, outsiders of a shared channel included', async () => {
    expect(await open(mei)).toMatchObject({ ok: true, channel: { id: 'D00000MEI' } });
    expect(await open(mei, { return_im: true })).toMatchObject({
      already_open: true,
      channel: { is_im: true, user: mei },
    });
    expect(await open(dana)).toMatchObject({ ok: true });
  });

  test('do not open with strangers, the deactivated, bots, nobody or several', async () => {
    expect((await open(stranger)).error).toBe('user_not_visible');
    expect((await open(former)).error).toBe('user_disabled');
    expect((await open(bot)).error).toBe('cannot_dm_bot');
    expect((await open('U0NOBODY')).error).toBe('user_not_found');
    expect(await open(`${mei},${dana}`)).toMatchObject({ error: 'missing_scope', needed: 'mpim:write' });
    slack.world.leave(reports, dana);
    expect((await open(dana)).error).toBe('user_not_visible');
  });
});

describe('history', () => {
  const post = async (more: object = {}) =>
    String((await call(slack, 'chat.postMessage', { channel: securityChannel, text: 'hello', ...more })).ts);
  const history = (more: object = {}) => call(slack, 'conversations.history', { channel: securityChannel, ...more });
  const texts = async (more: object = {}) =>
    ((await history(more)).messages as { text: string }[]).map(({ text }) => text);

  test('has messages newest first, without replies and ephemeral ones', async () => {
    const root = await post({ text: 'root' });
    await post({ text: 'reply', thread_ts: root });
    await post({ text: 'broadcast', thread_ts: root, reply_broadcast: true });
    await call(slack, 'chat.postEphemeral', { channel: securityChannel, user: mei, text: 'psst' });
    const gone = await post({ text: 'gone' });
    await call(slack, 'chat.delete', { channel: securityChannel, ts: gone });
    expect(await texts()).toEqual(['broadcast', 'root']);
    const replies = await call(slack, 'conversations.replies', { channel: securityChannel, ts: root });
    expect(replies).toMatchObject({
      messages: [{ text: 'root', reply_count: 2 }, { text: 'reply' }, { text: 'broadcast' }],
    });
    expect(await error('conversations.replies', { channel: securityChannel, ts: '1.000001' })).toBe('thread_not_found');
  });

  test('goes between two moments and in pages', async () => {
    const stamps = [await post({ text: 'a' }), await post({ text: 'b' }), await post({ text: 'c' })];
    expect(await texts({ oldest: stamps[0], latest: stamps[2] })).toEqual(['b']);
    expect(await texts({ oldest: stamps[0], inclusive: true })).toEqual(['c', 'b', 'a']);
    const first = await history({ limit: 2 });
    expect(first).toMatchObject({ has_more: true });
    const { next_cursor: cursor } = first.response_metadata as { next_cursor: string };
    expect(await texts({ limit: 2, cursor })).toEqual(['a']);
    expect(await error('conversations.history', { channel: securityChannel, oldest: 'x' })).toBe('invalid_ts_oldest');
    expect(await error('conversations.history', { channel: securityChannel, latest: 'x' })).toBe('invalid_ts_latest');
  });

  test('tells the payload of metadata only when asked', async () => {
    await post({ metadata: { event_type: 'card', event_payload: { id: 'VR-1' } } });
    expect(await history()).toMatchObject({ messages: [{ metadata: { event_type: 'card' } }] });
    expect(JSON.stringify(await history())).not.toContain('VR-1');
    expect(JSON.stringify(await history({ include_all_metadata: true }))).toContain('VR-1');
  });

  test('is closed to a bot that is not there', async () => {
    slack.world.leave(general, bot);
    expect(await error('conversations.history', { channel: general })).toBe('not_in_channel');
    expect(await error('conversations.replies', { channel: general, ts: '1.000001' })).toBe('not_in_channel');
  });
});

describe('pins', () => {
  test('hold messages of channels the bot is in, once', async () => {
    const { ts } = await call(slack, 'chat.postMessage', { channel: reports, text: 'door' });
    const pin = (timestamp: unknown, method = 'pins.add', channel: string = reports) =>
      error(method, { channel, timestamp });
    expect(await pin(ts)).toBeUndefined();
    expect(await pin(ts)).toBe('already_pinned');
    expect(await pin('1.000001')).toBe('message_not_found');
    expect(await call(slack, 'pins.list', { channel: reports })).toMatchObject({
      items: [{ message: { text: 'door' } }],
    });
    expect(await pin(ts, 'pins.remove')).toBeUndefined();
    expect(await pin(ts, 'pins.remove')).toBe('no_pin');
    slack.world.leave(reports, bot);
    expect(await pin(ts)).toBe('not_in_channel');
    slack.world.changeChannel(general, { archived: true });
    expect(await pin(ts, 'pins.add', general)).toBe('is_archived');
  });
});
