import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { emulator, slack } from '../support/emulator.js';
import { everyScope } from '../support/every-scope.js';
import { call } from '../support/raw-call.js';
import { keys } from '../support/tiny-bot.js';

const { home, elsewhere, general, securityChannel, mei, ana, guo, solo, former, dana, stranger, bot } = sandbox;

emulator({ app: { scopes: everyScope } });

describe('a call', () => {
  test('needs a known method and a right token of the right kind', async () => {
    expect(await call(slack, 'auth.test')).toMatchObject({
      ok: true,
      team_id: home,
      user_id: bot,
      url: `${slack.url}/`,
    });
    expect(await call(slack, 'chat.shout')).toMatchObject({ ok: false, error: 'unknown_method' });
    expect(await call(slack, 'auth.test', {}, '')).toMatchObject({ error: 'not_authed' });
    expect(await call(slack, 'auth.test', {}, 'xoxb-other')).toMatchObject({ error: 'invalid_auth' });
    expect(await call(slack, 'auth.test', {}, keys.appToken)).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await call(slack, 'apps.connections.open')).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await call(slack, 'apps.connections.open', {}, keys.appToken)).toMatchObject({
      ok: true,
      url: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+\/link\/\?ticket=/),
    });
    expect(await call(slack, 'auth.test', { token: keys.botToken }, '')).toMatchObject({ ok: true });
  });

  test('may be JSON, and nothing but JSON or a form', async () => {
    const post = async (contentType: string, body: string) => {
      const headers = { 'content-type': contentType, authorization: `Bearer ${keys.botToken}`, connection: 'close' };
      return await (await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', headers, body })).json();
    };
    const message = { channel: general, text: 'hi', blocks: [{ type: 'divider' }] };
    expect(await post('application/json; charset=utf-8', JSON.stringify(message))).toMatchObject({ ok: true });
    expect(await post('application/json', '{')).toMatchObject({ error: 'invalid_json' });
    expect(await post('application/json', '[]')).toMatchObject({ error: 'json_not_object' });
    expect(await post('text/plain', 'channel=C')).toMatchObject({ error: 'invalid_post_type' });
  });

  test('that names another workspace than the app’s is refused', async () => {
    expect(await call(slack, 'auth.test', { team_id: home })).toMatchObject({ ok: true });
    expect(await call(slack, 'auth.test', { team_id: elsewhere })).toMatchObject({ error: 'team_access_not_granted' });
  });

  test.each([
    ['no_such_subteam', { usergroup: 'S9', users: mei }],
    ['no_users_provided', { usergroup: 'S1', users: '' }],
    ['no_users_provided', { usergroup: 'S1' }],
    ['invalid_users', { usergroup: 'S1', users: `${mei},U0NOBODY` }],
    ['invalid_users', { usergroup: 'S1', users: bot }],
    ['failed_for_some_users', { usergroup: 'S1', users: dana }],
  ])('that changes a user group is refused with %s', async (error, args) => {
    slack.world.changeUserGroup('S1', [mei]);
    expect(await call(slack, 'usergroups.users.update', args)).toMatchObject({ ok: false, error });
    expect(slack.world.userGroup('S1')).toEqual([mei]);
  });
  test.each([
    ['chat:write', 'chat.postMessage', { channel: general, text: 'a' }],
    ['chat:write', 'chat.update', { channel: general, ts: '1', text: 'a' }],
    ['chat:write', 'chat.delete', { channel: general, ts: '1' }],
    ['chat:write', 'chat.postEphemeral', { channel: general, user: mei, text: 'a' }],
    ['users:read', 'users.info', { user: mei }],
    ['users:read', 'users.list', {}],
    ['usergroups:read', 'usergroups.users.list', { usergroup: 'S1' }],
    ['usergroups:write', 'usergroups.users.update', { usergroup: 'S1', users: 'U1' }],
    ['channels:read', 'conversations.info', { channel: general }],
    ['groups:read', 'conversations.info', { channel: securityChannel }],
    ['channels:read', 'conversations.members', { channel: general }],
    ['groups:read', 'conversations.members', { channel: securityChannel }],
    ['channels:read', 'conversations.list', {}],
    ['groups:read', 'conversations.list', { types: 'private_channel' }],
    ['im:read', 'conversations.list', { types: 'im' }],
    ['im:write', 'conversations.open', { users: mei }],
    ['channels:join', 'conversations.join', { channel: general }],
    ['channels:history', 'conversations.history', { channel: general }],
    ['groups:history', 'conversations.history', { channel: securityChannel }],
    ['groups:history', 'conversations.replies', { channel: securityChannel, ts: '1' }],
    ['pins:write', 'pins.add', { channel: general, timestamp: '1' }],
    ['pins:write', 'pins.remove', { channel: general, timestamp: '1' }],
    ['pins:read', 'pins.list', { channel: general }],
  ])('without the scope %s cannot use %s', async (scope, method, args) => {
    slack.world.changeApp({ scopes: everyScope.filter((one) => one !== scope) });
    expect(await call(slack, method, args)).toMatchObject({ ok: false, error: 'missing_scope', needed: scope });
  });

  test('tells the granted scopes in a header', async () => {
    slack.world.changeApp({ scopes: ['users:read', 'chat:write'] });
    const headers = { authorization: `Bearer ${keys.botToken}`, connection: 'close' };
    const response = await fetch(`${slack.apiUrl}auth.test`, { method: 'POST', headers });
    expect(response.headers.get('x-oauth-scopes')).toBe('chat:write,users:read');
  });

  test('is remembered with its arguments and answer, without the token', async () => {
    await call(slack, 'chat.postMessage', { channel: general, text: 'a', blocks: [{ type: 'divider' }] });
    expect(slack.requests).toMatchObject([
      {
        method: 'chat.postMessage',
        args: { text: 'a', blocks: [{ type: 'divider' }] },
        response: { status: 200, body: { ok: true } },
      },
    ]);
    expect(JSON.stringify(slack.requests)).not.toContain(keys.botToken);
  });
});

describe('people', () => {
  const user = async (id: string, more: object = {}) => (await call(slack, 'users.info', { user: id, ...more })).user;

  test('have roles, zones and, when asked, a locale', async () => {
    expect(await user(mei, { include_locale: true })).toMatchObject({
      team_id: home,
      is_admin: true,
      is_restricted: false,
      tz: 'Asia/Shanghai',
      tz_offset: 28_800,
      locale: 'zh-CN',
    });
    expect(await user(ana)).not.toHaveProperty('locale');
    expect(await user(ana)).toMatchObject({ tz_offset: -14_400, is_admin: false });
    expect(await user(guo)).toMatchObject({ team_id: home, is_restricted: true, is_ultra_restricted: false });
    expect(await user(solo)).toMatchObject({ is_restricted: true, is_ultra_restricted: true });
    expect(await user(former)).toMatchObject({ deleted: true });
    expect(await user(bot)).toMatchObject({ is_bot: true });
    expect((await call(slack, 'users.info', { user: 'U0NOBODY' })).error).toBe('user_not_found');
  });

  test('of other workspaces have no locale, and are strangers where no channel is shared', async () => {
    const outsider = await user(dana, { include_locale: true });
    expect(outsider).toMatchObject({ team_id: elsewhere, is_stranger: false });
    expect(outsider).not.toHaveProperty('locale');
    expect(outsider).not.toHaveProperty('is_restricted');
    expect(await user(stranger)).toMatchObject({ team_id: elsewhere, is_stranger: true });
    expect(await user(stranger)).not.toHaveProperty('tz');
  });

  test('are listed only of our own workspace', async () => {
    const { members } = await call(slack, 'users.list', { limit: 100 });
    const ids = (members as { id: string }[]).map(({ id }) => id);
    expect(ids).toContain(former);
    expect(ids).not.toContain(dana);
  });

  test('of a user group are the active ones', async () => {
    slack.world.changeUserGroup('S0TEAM', [mei, former]);
    expect(await call(slack, 'usergroups.users.list', { usergroup: 'S0TEAM' })).toMatchObject({ users: [mei] });
    expect(await call(slack, 'usergroups.users.list', { usergroup: 'S0NONE' })).toMatchObject({
      error: 'no_such_subteam',
    });
  });
});
