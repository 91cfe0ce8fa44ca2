import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { emulatorWithBot, slack } from '../support/emulator.js';
import { call } from '../support/raw-call.js';

const { general, securityChannel, mei, bo, bot: botUser } = sandbox;

let now = new Date('2026-09-22T02:00:00Z');
emulatorWithBot({ clock: () => now });
beforeEach(async () => {
  now = new Date('2026-09-22T02:00:00Z');
});

const urlOfCommand = async () => String((await slack.as(mei).command(general, '/vuln')).payload.response_url);
const send = async (url: string, body: unknown) => {
  const headers = { 'content-type': 'application/json', connection: 'close' };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(url, { method: 'POST', headers, body: text });
  return { status: response.status, text: await response.text() };
};

describe('a response_url', () => {
  test('speaks to the one person at first, and to the channel when asked, member or not', async () => {
    slack.world.leave(general, botUser);
    const url = await urlOfCommand();
    expect(await send(url, { text: 'for you' })).toMatchObject({ status: 200 });
    expect(await send(url, { text: 'for all', response_type: 'in_channel' })).toMatchObject({ status: 200 });
    expect(slack.seenBy(mei).texts).toEqual(expect.arrayContaining(['for you', 'for all']));
    expect(slack.seenBy(bo).texts).toContain('for all');
    expect(slack.seenBy(bo).texts).not.toContain('for you');
    expect(slack.responses).toMatchObject([
      { user: mei, channel: general, body: { text: 'for you' }, status: 200 },
      {},
    ]);
  });

  test('works five times', async () => {
    const url = await urlOfCommand();
    for (let use = 0; use < 5; use++) expect((await send(url, { text: `${use}` })).status).toBe(200);
    expect(await send(url, { text: 'six' })).toMatchObject({ status: 404, text: expect.stringContaining('used_url') });
    expect(slack.seenBy(mei).texts).not.toContain('six');
  });

  test('works for thirty minutes', async () => {
    const url = await urlOfCommand();
    now = new Date(now.getTime() + 30 * 60_000);
    expect((await send(url, { text: 'in time' })).status).toBe(200);
    now = new Date(now.getTime() + 1);
    expect(await send(url, { text: 'late' })).toMatchObject({
      status: 404,
      text: expect.stringContaining('expired_url'),
    });
  });

  test('refuses what is no message, and addresses nobody gave', async () => {
    const url = await urlOfCommand();
    expect((await send(url, '{')).status).toBe(400);
    expect((await send(url, {})).status).toBe(400);
    expect((await send(url, { text: '', blocks: [{ type: 'divider' }] })).status).toBe(400);
    expect(await send(url, { text: 'a', blocks: [{ type: 'hologram' }] })).toMatchObject({
      status: 404,
      text: expect.stringContaining('invalid_blocks'),
    });
    expect(await send(url, { text: 'a', response_type: 'loud' })).toMatchObject({ status: 404 });
    expect((await send(`${slack.url}/response/T/1/guess`, { text: 'a' })).status).toBe(404);
    expect(slack.seenBy(mei).messages).toEqual([]);
  });

  test('of a command has nothing to replace or delete', async () => {
    const url = await urlOfCommand();
    expect(await send(url, { text: 'a', replace_original: true })).toMatchObject({
      status: 404,
      text: expect.stringContaining('message_not_found'),
    });
    expect(await send(url, { delete_original: true })).toMatchObject({ status: 404 });
  });

  test('of a button replaces and deletes the message it stands in', async () => {
    const blocks = [
      { type: 'actions', elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } }] },
    ];
    const { ts } = await call(slack, 'chat.postMessage', { channel: securityChannel, text: 'card', blocks });
    const pressed = await slack.as(bo).press({ message: { channel: securityChannel, ts: String(ts) } }, 'go');
    const url = String(pressed.payload.response_url);
    await send(url, { text: 'replaced', replace_original: true });
    expect(slack.world.messages.find(securityChannel, String(ts))).toMatchObject({ text: 'replaced', blocks: [] });
    await send(url, { delete_original: true });
    expect(slack.world.messages.find(securityChannel, String(ts))).toBeUndefined();
  });
});
