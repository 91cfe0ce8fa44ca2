import { sandbox } from '../../src/sandbox/sandbox-world.js';
import { emulator, slack } from './support/emulator.js';
import { call } from './support/raw-call.js';
import { recordingBot } from './support/recording-bot.js';

const {
  general,
  securityChannel,
  reports,
  announcements,
  mei,
  bo,
  wen,
  ana,
  guo,
  solo,
  former,
  dana,
  ravi,
  stranger,
  bot,
} = sandbox;
const everybody = [mei, bo, wen, ana, guo, solo, former, dana, ravi, stranger, bot];

emulator();

const whoRead = (canary: string) =>
  everybody.filter((user) => slack.seenBy(user).texts.some((text) => text.includes(canary)));
const post = async (channel: string, text: string, more: object = {}) =>
  String((await call(slack, 'chat.postMessage', { channel, text, ...more })).ts);

describe('what people see', () => {
  test.each([
    ['a public channel: its members and every full member', general, [mei, bo, wen, ana, guo, bot]],
    ['a public channel they need not join', announcements, [mei, bo, wen, ana, bot]],
    ['a private channel: its members', securityChannel, [mei, bo, wen, bot]],
    ['a shared channel: its members from both sides', reports, [mei, bo, wen, ana, guo, solo, dana, ravi, bot]],
    ['a direct message: the two', dana, [dana, bot]],
  ])('is %s', async (_, channel, whom) => {
    await post(channel, 'canary');
    expect(whoRead('canary').sort()).toEqual([...whom].sort());
  });

  test('includes a public channel they have not joined only for full members of the workspace', async () => {
    slack.world.leave(general, ana);
    slack.world.leave(general, guo);
    await post(general, 'canary');
    expect(whoRead('canary')).toContain(ana);
    expect(whoRead('canary')).not.toContain(guo);
  });

  test('includes replies, values of buttons, metadata and every block text', async () => {
    const ts = await post(securityChannel, 'card', {
      blocks: [
        {
          type: 'actions',
          elements: [{ type: 'button', value: 'canary-value', text: { type: 'plain_text', text: 'canary-label' } }],
        },
      ],
      metadata: { event_type: 'card', event_payload: { deep: { er: 'canary-metadata' } } },
    });
    await post(securityChannel, 'canary-reply', { thread_ts: ts });
    for (const part of ['value', 'label', 'metadata', 'reply'])
      expect(whoRead(`canary-${part}`).sort()).toEqual([bo, bot, mei, wen].sort());
  });

  test('includes what was changed or deleted since, for those who were there', async () => {
    const ts = await post(securityChannel, 'canary-before');
    await call(slack, 'chat.update', { channel: securityChannel, ts, text: 'canary-after' });
    slack.world.join(securityChannel, ana);
    expect(whoRead('canary-before')).not.toContain(ana);
    expect(whoRead('canary-after')).toContain(ana);
    await call(slack, 'chat.delete', { channel: securityChannel, ts });
    slack.world.leave(securityChannel, bo);
    expect(whoRead('canary-before')).toContain(bo);
    expect(slack.seenBy(mei).messages).toEqual([]);
  });

  test('is what is before their eyes now, apart from what ever was', async () => {
    await post(securityChannel, 'old');
    expect(slack.seenBy(bo).messages).toHaveLength(1);
    slack.world.leave(securityChannel, bo);
    expect(slack.seenBy(bo).messages).toEqual([]);
    expect(slack.seenBy(bo).channels.map(({ id }) => id)).not.toContain(securityChannel);
    slack.world.changePerson(mei, { deactivated: true });
    expect(slack.seenBy(mei).channels).toEqual([]);
  });

  test('of ephemeral messages, views, errors and Homes is their own', async () => {
    slack.world.changeApp({ homeTab: true });
    const listening = await recordingBot();
    slack.deliverTo(listening.url);
    const { payload } = await slack.as(mei).command(general, '/vuln');
    await listening.stop();
    const plain = (text: string) => ({ type: 'plain_text', text });
    const blocks = [{ type: 'section', text: plain('canary-view') }];
    await call(slack, 'views.open', {
      trigger_id: payload.trigger_id,
      view: { type: 'modal', title: plain('V'), blocks, private_metadata: 'canary-private' },
    });
    await call(slack, 'chat.postEphemeral', { channel: general, user: mei, text: 'canary-whisper' });
    await call(slack, 'views.publish', {
      user_id: mei,
      view: { type: 'home', blocks: [{ type: 'header', text: plain('canary-home') }] },
    });
    await slack.as(mei).command(general, '/canary-error');
    for (const part of ['view', 'private', 'whisper', 'home', 'error'])
      expect(whoRead(`canary-${part}`)).toEqual([mei]);
    await slack.as(mei).close(slack.seenBy(mei).views[0]?.id ?? '');
    expect(slack.seenBy(mei).views).toEqual([]);
    expect(whoRead('canary-view')).toEqual([mei]);
  });

  test('changes tell who listens, until they stop', async () => {
    let told = 0;
    const stop = slack.onChange(() => told++);
    await post(general, 'a');
    expect(told).toBe(1);
    stop();
    await post(general, 'b');
    expect(told).toBe(1);
  });
});
