import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { emulator, slack } from '../support/emulator.js';
import { call } from '../support/raw-call.js';

const { general, securityChannel, reports, announcements, mei, dana, guo, former, stranger, bot } = sandbox;

emulator();

const post = (channel: string, more: object = {}) =>
  call(slack, 'chat.postMessage', { channel, text: 'hello', ...more });
const error = async (answer: Promise<Record<string, unknown>>) => (await answer).error;

describe('posting', () => {
  test('answers with a ts that is unique and follows the clock', async () => {
    const first = await post(general);
    const second = await post(general);
    expect(first).toMatchObject({
      ok: true,
      channel: general,
      ts: '1790042400.000000',
      message: { user: bot, text: 'hello' },
    });
    expect(second.ts).toBe('1790042400.000001');
  });

  test('is refused where the bot is not, is not known, or the place is closed', async () => {
    slack.world.leave(announcements, bot);
    slack.world.leave(securityChannel, bot);
    expect(await error(post(announcements))).toBe('not_in_channel');
    expect(await error(post(securityChannel))).toBe('channel_not_found');
    expect(await error(post('C0NOWHERE'))).toBe('channel_not_found');
    expect(await error(post('#general'))).toBe('channel_not_found');
    slack.world.changeChannel(general, { archived: true });
    expect(await error(post(general))).toBe('is_archived');
  });

  test('to public channels without being there needs chat:write.public, which does not open shared ones', async () => {
    slack.world.leave(announcements, bot);
    slack.world.leave(reports, bot);
    slack.world.changeApp({ scopes: ['chat:write', 'chat:write.public'] });
    expect(await post(announcements)).toMatchObject({ ok: true });
    expect(await error(post(reports))).toBe('not_in_channel');
  });

  test('to a person goes to their direct channel', async () => {
    const sent = await post(mei);
    expect(sent).toMatchObject({ ok: true, channel: 'D00000MEI' });
    expect(slack.seenBy(mei).texts).toContain('hello');
    expect(await post('D00000MEI')).toMatchObject({ ok: true });
    expect(await post(dana)).toMatchObject({ ok: true });
    expect(slack.seenBy(guo).texts).not.toContain('hello');
  });

  test('to people who cannot be reached is refused', async () => {
    expect(await error(post(former))).toBe('user_disabled');
    expect(await error(post(stranger))).toBe('channel_not_found');
    expect(await error(post(bot))).toBe('cannot_dm_bot');
    await post(mei);
    slack.world.changePerson(mei, { deactivated: true });
    expect(await error(post('D00000MEI'))).toBe('user_disabled');
    slack.world.changeApp({ messagesTab: false });
    expect(await error(post(guo))).toBe('messages_tab_disabled');
  });

  test('refuses wrong content with a line that says what', async () => {
    const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }];
    expect(await post(general, { blocks })).toMatchObject({
      ok: false,
      error: 'invalid_blocks',
      response_metadata: { messages: [expect.stringContaining('/blocks/0/text/text')] },
    });
    expect(await error(post(general, { text: '', blocks: [{ type: 'divider' }] }))).toBe('no_text');
    expect(await error(post(general, { blocks: 'not json' }))).toBe('invalid_blocks_format');
    expect(await error(post(general, { metadata: '{' }))).toBe('invalid_metadata_format');
    expect(await error(post(general, { attachments: [{ text: 'old' }] }))).toBe('invalid_attachments');
    expect(await error(post(general, { link_names: true }))).toBe('invalid_arguments');
    expect(await error(post(general, { parse: 'full' }))).toBe('invalid_arguments');
    expect(await error(call(slack, 'chat.postMessage', { text: 'nowhere' }))).toBe('invalid_arguments');
    expect(slack.world.messages.all()).toEqual([]);
  });

  test('in a thread whose first message is gone lands in the channel', async () => {
    const { ts } = await post(general);
    await call(slack, 'chat.delete', { channel: general, ts });
    const threads = [ts, '1.000001', (await post(securityChannel)).ts];
    for (const thread_ts of threads) {
      const reply = await post(general, { thread_ts, reply_broadcast: true });
      expect(reply.ok).toBe(true);
      expect(reply.message).not.toHaveProperty('thread_ts');
      expect(reply.message).not.toHaveProperty('subtype');
    }
    expect(slack.world.messages.in(general).map(({ threadTs }) => threadTs)).toEqual(threads.map(() => undefined));
  });

  test('in a thread needs its first message', async () => {
    const { ts } = await post(general);
    const reply = await post(general, { thread_ts: ts });
    expect(reply).toMatchObject({ ok: true, message: { thread_ts: ts } });
    expect(await error(post(general, { thread_ts: reply.ts }))).toBe('cannot_reply_to_message');
    expect(await error(post(general, { reply_broadcast: true }))).toBe('invalid_arguments');
  });
});

describe('updating and deleting', () => {
  test('changes the bot’s own message and keeps what is not named', async () => {
    const metadata = { event_type: 'card', event_payload: { id: 'VR-1' } };
    const { ts } = await post(general, { blocks: [{ type: 'divider', block_id: 'a' }], metadata });
    const updated = await call(slack, 'chat.update', { channel: general, ts, text: 'changed' });
    expect(updated).toMatchObject({
      ok: true,
      text: 'changed',
      message: { blocks: [{ block_id: 'a' }], metadata, edited: { user: bot } },
    });
    const bare = await call(slack, 'chat.update', { channel: general, ts, text: 'bare', blocks: [], metadata: {} });
    expect(bare.message).not.toHaveProperty('blocks');
    expect(bare.message).not.toHaveProperty('metadata');
  });

  test('is refused for what is not there, not its own, ephemeral, too long, or in an archive', async () => {
    const { ts } = await post(general);
    const theirs = await slack.as(mei).say(general, 'mine');
    const { message_ts } = await call(slack, 'chat.postEphemeral', { channel: general, user: mei, text: 'psst' });
    const update = (at: unknown, more: object = {}) =>
      error(call(slack, 'chat.update', { channel: general, ts: at, text: 'changed', ...more }));
    const remove = (at: unknown) => error(call(slack, 'chat.delete', { channel: general, ts: at }));
    expect(await update('1.000001')).toBe('message_not_found');
    expect(await update(theirs)).toBe('cant_update_message');
    expect(await update(message_ts)).toBe('message_not_found');
    expect(await update(ts, { text: 'x'.repeat(4001) })).toBe('msg_too_long');
    expect(await update(ts, { text: '', blocks: [{ type: 'divider' }] })).toBe('no_text');
    expect(await update(ts, { channel: mei })).toBe('channel_not_found');
    expect(await remove('1.000001')).toBe('message_not_found');
    expect(await remove(theirs)).toBe('cant_delete_message');
    expect(await remove(message_ts)).toBe('message_not_found');
    expect(await remove(ts)).toBeUndefined();
    expect(await remove(ts)).toBe('message_not_found');
    expect(await update(ts)).toBe('message_not_found');
    const other = await post(general);
    slack.world.changeChannel(general, { archived: true });
    expect(await update(other.ts)).toBe('is_archived');
  });

  test('leaves the thread of a deleted message open', async () => {
    const { ts } = await post(general);
    await post(general, { thread_ts: ts });
    await call(slack, 'chat.delete', { channel: general, ts });
    expect(await post(general, { thread_ts: ts })).toMatchObject({ ok: true });
  });
});

describe('ephemeral messages', () => {
  const whisper = (channel: string, user: string, more: object = {}) =>
    call(slack, 'chat.postEphemeral', { channel, user, text: 'psst', ...more });

  test('are seen by the one person', async () => {
    expect(await whisper(reports, dana)).toMatchObject({ ok: true, message_ts: expect.any(String) });
    expect(slack.seenBy(dana).texts).toContain('psst');
    expect(slack.seenBy(mei).texts).not.toContain('psst');
  });

  test('are refused to people who are not there', async () => {
    expect(await error(whisper(general, dana))).toBe('user_not_in_channel');
    expect(await error(whisper(general, former))).toBe('user_not_in_channel');
    expect(await error(whisper(general, 'U0NOBODY'))).toBe('user_not_found');
    expect(await error(whisper('C0NOWHERE', mei))).toBe('channel_not_found');
    expect(await error(whisper(general, mei, { blocks: [{ type: 'divider' }], text: '' }))).toBe('no_text');
    slack.world.leave(general, bot);
    expect(await error(whisper(general, mei))).toBe('not_in_channel');
  });
});

describe('permalinks', () => {
  test('lead to messages of channels the bot is in', async () => {
    const { ts } = await post(general);
    const link = (channel: string, message_ts: unknown) => call(slack, 'chat.getPermalink', { channel, message_ts });
    expect(await link(general, ts)).toMatchObject({
      permalink: `${slack.url}/archives/${general}/p${String(ts).replace('.', '')}`,
    });
    const { ts: reply } = await post(general, { thread_ts: ts });
    expect(await link(general, reply)).toMatchObject({ permalink: expect.stringContaining(`thread_ts=${ts}`) });
    expect(await error(link(general, '1.000001'))).toBe('message_not_found');
    slack.world.leave(general, bot);
    expect(await error(link(general, ts))).toBe('not_in_channel');
  });
});
