import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { bot, emulatorWithBot, slack } from '../support/emulator.js';
import { call } from '../support/raw-call.js';

const { general, securityChannel, reports, mei, bo, ana, dana, home, elsewhere } = sandbox;
const plain = (text: string) => ({ type: 'plain_text', text });
const button = (action_id: string, more: object = {}) => ({ type: 'button', action_id, text: plain('Go'), ...more });
const options = ['one', 'two'].map((value) => ({ text: plain(value), value }));

emulatorWithBot();

async function post(channel: string, ...elements: object[]) {
  const blocks = elements.length === 0 ? [] : [{ type: 'actions', block_id: 'b', elements }];
  const { ts } = await call(slack, 'chat.postMessage', { channel, text: 'card', blocks });
  return { message: { channel, ts: String(ts) } };
}
const actionOf = ({ payload }: { payload: Readonly<Record<string, unknown>> }) => (payload.actions as object[])[0];

describe('pressing in a message', () => {
  test('sends the button with the message it stands in', async () => {
    const where = await post(securityChannel, button('go', { value: 'v', style: 'primary' }));
    const pressed = await slack.as(bo).press(where, 'go');
    expect(pressed.payload).toMatchObject({
      type: 'block_actions',
      user: { id: bo, team_id: home },
      team: { id: home },
      container: { type: 'message', message_ts: where.message.ts, channel_id: securityChannel, is_ephemeral: false },
      channel: { id: securityChannel, name: 'privategroup' },
      message: { ts: where.message.ts, text: 'card' },
      response_url: expect.any(String),
      trigger_id: expect.any(String),
    });
    expect(actionOf(pressed)).toMatchObject({
      type: 'button',
      action_id: 'go',
      block_id: 'b',
      value: 'v',
      style: 'primary',
    });
    expect(pressed.payload).not.toHaveProperty('view');
    expect(new URLSearchParams(bot.deliveries[0]?.body).get('payload')).toBe(JSON.stringify(pressed.payload));
  });

  test('by an outsider names the app’s workspace as the team, and theirs with the user', async () => {
    const pressed = await slack.as(dana).press(await post(reports, button('go')), 'go');
    expect(pressed.payload).toMatchObject({ team: { id: home }, user: { id: dana, team_id: elsewhere } });
  });

  test('in an ephemeral message sends no copy of it', async () => {
    const blocks = [{ type: 'actions', elements: [button('go')] }];
    const { message_ts } = await call(slack, 'chat.postEphemeral', {
      channel: general,
      user: mei,
      text: 'psst',
      blocks,
    });
    const where = { message: { channel: general, ts: String(message_ts) } };
    const pressed = await slack.as(mei).press(where, 'go');
    expect(pressed.payload).toMatchObject({ container: { is_ephemeral: true } });
    expect(pressed.payload).not.toHaveProperty('message');
    await expect(slack.as(bo).press(where, 'go')).rejects.toThrow('sees no message');
  });

  test('asks first where the app wants it, in the app’s words', async () => {
    const confirm = { title: plain('Sure?'), text: plain('It is final.'), confirm: plain('Do it'), deny: plain('No') };
    const where = await post(securityChannel, button('go', { confirm }));
    await expect(slack.as(bo).press(where, 'go')).rejects.toThrow('[Sure?] [It is final.] [Do it] [No]');
    expect(bot.deliveries).toEqual([]);
    expect(await slack.as(bo).press(where, 'go', { confirm: true })).toMatchObject({ acked: true });
  });

  test('sends what was chosen in a select, overflow, group or picker', async () => {
    const where = await post(
      securityChannel,
      { type: 'static_select', action_id: 'select', option_groups: [{ label: plain('Group'), options }] },
      { type: 'overflow', action_id: 'more', options },
      { type: 'radio_buttons', action_id: 'radio', options },
      { type: 'checkboxes', action_id: 'boxes', options },
      { type: 'users_select', action_id: 'who' },
      { type: 'datepicker', action_id: 'day' },
    );
    const chosen = async (actionId: string, value: string | string[]) =>
      actionOf(await slack.as(bo).press(where, actionId, { value }));
    expect(await chosen('select', 'two')).toMatchObject({ selected_option: options[1] });
    expect(await chosen('more', 'one')).toMatchObject({ type: 'overflow', selected_option: options[0] });
    expect(await chosen('radio', 'one')).toMatchObject({ selected_option: { value: 'one' } });
    expect(await chosen('boxes', ['one', 'two'])).toMatchObject({ selected_options: options });
    expect(await chosen('who', ana)).toMatchObject({ selected_user: ana });
    expect(await chosen('day', '2026-09-30')).toMatchObject({ selected_date: '2026-09-30' });
    await expect(chosen('select', 'three')).rejects.toThrow('does not offer "three", but one, two');
    await expect(chosen('radio', ['one', 'two'])).rejects.toThrow('takes one value');
    await expect(slack.as(bo).press(where, 'select')).rejects.toThrow('wants a choice');
    const { payload } = await slack.as(bo).press(where, 'select', { value: 'two' });
    expect(payload.state).toMatchObject({
      values: { b: { select: { selected_option: options[1] }, day: { selected_date: null } } },
    });
  });

  test('is for people who see it, and for what is there', async () => {
    const where = await post(securityChannel, button('go'));
    await expect(slack.as(ana).press(where, 'go')).rejects.toThrow('Ana Member sees no message');
    await expect(slack.as(bo).press(where, 'stop')).rejects.toThrow('nothing called stop to press here. There is: go.');
    await expect(slack.as(bo).press(await post(securityChannel), 'go')).rejects.toThrow('There is: nothing.');
    await call(slack, 'chat.delete', { channel: securityChannel, ts: where.message.ts });
    await expect(slack.as(bo).press(where, 'go')).rejects.toThrow('sees no message');
  });

  test('wants the block where two buttons have one action id', async () => {
    const blocks = ['a', 'b'].map((block_id) => ({
      type: 'actions',
      block_id,
      elements: [button('go', { value: block_id })],
    }));
    const { ts } = await call(slack, 'chat.postMessage', { channel: securityChannel, text: 'card', blocks });
    const message = { channel: securityChannel, ts: String(ts) };
    await expect(slack.as(bo).press({ message }, 'go')).rejects.toThrow('There are 2 called go');
    expect(actionOf(await slack.as(bo).press({ message, block: 'b' }, 'go'))).toMatchObject({ value: 'b' });
  });

  test('can hit a button that the message no longer has', async () => {
    const where = await post(securityChannel, button('go'));
    await call(slack, 'chat.update', { channel: securityChannel, ts: where.message.ts, text: 'done', blocks: [] });
    await expect(slack.as(bo).press(where, 'go')).rejects.toThrow('nothing called go');
    const late = await slack.as(bo).press({ message: { ...where.message, version: 0 } }, 'go');
    expect(late).toMatchObject({ acked: true, payload: { message: { text: 'done' }, actions: [{ action_id: 'go' }] } });
  });

  test('takes no answer but an empty one', async () => {
    const where = await post(securityChannel, button('go'));
    bot.answerWith({ body: { text: 'hello' } });
    expect(await slack.as(bo).press(where, 'go')).toMatchObject({
      acked: false,
      problems: ['invalid_answer', expect.any(String)],
    });
    bot.answerWith({ status: 500 });
    expect(await slack.as(bo).press(where, 'go')).toMatchObject({
      acked: false,
      error: expect.stringContaining('went wrong'),
    });
    expect(slack.seenBy(bo).errors).toHaveLength(2);
  });
});

describe('pressing in a view', () => {
  test('sends the view with what stands in it, and no channel', async () => {
    const trigger = (await slack.as(mei).command(general, '/vuln')).payload.trigger_id;
    const view = {
      type: 'modal',
      title: plain('A view'),
      submit: plain('Send'),
      blocks: [
        {
          type: 'section',
          block_id: 's',
          text: plain('Pick'),
          accessory: { type: 'static_select', action_id: 'pick', options },
        },
        {
          type: 'input',
          block_id: 'i',
          label: plain('Say'),
          element: { type: 'plain_text_input', action_id: 'value' },
        },
        { type: 'actions', elements: [button('go')] },
      ],
    };
    await call(slack, 'views.open', { trigger_id: trigger, view });
    const id = slack.seenBy(mei).views[0]?.id ?? '';
    await slack.as(mei).type(id, { i: 'half' });
    const pressed = await slack.as(mei).press({ view: id }, 'pick', { value: 'two' });
    expect(pressed.payload).toMatchObject({
      container: { type: 'view', view_id: id },
      view: {
        id,
        state: { values: { s: { pick: { selected_option: options[1] } }, i: { value: { value: 'half' } } } },
      },
      actions: [{ selected_option: options[1] }],
    });
    expect(pressed.payload).not.toHaveProperty('channel');
    expect(pressed.payload).not.toHaveProperty('response_url');
    expect((await slack.as(mei).press({ view: id }, 'go')).payload).toMatchObject({
      view: { state: { values: { s: { pick: { selected_option: options[1] } } } } },
    });
    await expect(slack.as(mei).press({ view: id }, 'value', { value: 'x' })).rejects.toThrow('without dispatch_action');
    await expect(slack.as(mei).press({ view: 'V0' }, 'go')).rejects.toThrow('not the one on the screen');
    await expect(slack.as(bo).press({ view: id }, 'go')).rejects.toThrow('not the one on the screen of Bo Sandbox');
    await expect(slack.as(bo).press({ home: true }, 'go')).rejects.toThrow('has no Home');
  });

  test('of a Home is possible once it was published', async () => {
    slack.world.changeApp({ homeTab: true });
    await call(slack, 'views.publish', {
      user_id: mei,
      view: { type: 'home', blocks: [{ type: 'actions', elements: [button('go')] }] },
    });
    expect(await slack.as(mei).press({ home: true }, 'go')).toMatchObject({
      acked: true,
      payload: { view: { type: 'home' } },
    });
  });
});
