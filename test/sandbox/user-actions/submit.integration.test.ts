import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { bot, emulatorWithBot, slack } from '../support/emulator.js';
import { call } from '../support/raw-call.js';

const { reports, mei, dana, home, elsewhere } = sandbox;
const plain = (text: string) => ({ type: 'plain_text', text });
const input = (block_id: string, element: object, more: object = {}) => ({
  type: 'input',
  block_id,
  label: plain('Say'),
  element: { action_id: 'value', ...element },
  ...more,
});
const text = { type: 'plain_text_input' };
const modal = (blocks: object[] = [input('say', text)], more: object = {}) => ({
  type: 'modal',
  title: plain('A view'),
  submit: plain('Send'),
  blocks,
  ...more,
});

emulatorWithBot();

/** Opens a view for a person by a button of the shared channel, as outsiders must. Returns its id. */
async function open(user: string, view: object = modal()): Promise<string> {
  const blocks = [{ type: 'actions', elements: [{ type: 'button', action_id: 'go', text: plain('Go') }] }];
  const { ts } = await call(slack, 'chat.postMessage', { channel: reports, text: 'door', blocks });
  const pressed = await slack.as(user).press({ message: { channel: reports, ts: String(ts) } }, 'go');
  const opened = await call(slack, 'views.open', { trigger_id: pressed.payload.trigger_id, view });
  expect(opened).toMatchObject({ ok: true });
  bot.deliveries.length = 0;
  return (opened.view as { id: string }).id;
}
const screen = (user: string = mei) => slack.seenBy(user).views.at(-1);

describe('submitting', () => {
  test('sends the view with its state; an empty answer closes it', async () => {
    const id = await open(mei);
    const sent = await slack.as(mei).submit(id, { say: 'hello' });
    expect(sent).toMatchObject({
      acked: true,
      payload: {
        type: 'view_submission',
        team: { id: home },
        view: {
          id,
          state: { values: { say: { value: { type: 'plain_text_input', value: 'hello' } } } },
          app_installed_team_id: home,
        },
      },
    });
    expect(screen()).toBeUndefined();
  });

  test('by an outsider has their workspace as the team and the app’s in the view', async () => {
    const sent = await slack.as(dana).submit(await open(dana), { say: 'hello' });
    expect(sent.payload).toMatchObject({
      team: { id: elsewhere },
      user: { id: dana, team_id: elsewhere },
      view: { team_id: elsewhere, app_installed_team_id: home },
    });
  });

  test('shows errors at inputs and keeps what was typed', async () => {
    const id = await open(mei);
    bot.answerWith({ body: { response_action: 'errors', errors: { say: 'Say more.' } } });
    await slack.as(mei).submit(id, { say: 'hello' });
    expect(screen()).toMatchObject({ id, errors: { say: 'Say more.' }, state: { say: { value: { value: 'hello' } } } });
    expect(slack.seenBy(mei).texts).toContain('Say more.');
    bot.answerWith({});
    await slack.as(mei).submit(id, {});
    expect(bot.deliveries).toHaveLength(2);
    expect(bot.deliveries[1]?.body).toContain('hello');
    expect(slack.seenBy(mei).texts).toContain('Say more.');
    expect(screen()).toBeUndefined();
  });

  test('changes, stacks and clears views as the answer says', async () => {
    const id = await open(mei);
    bot.answerWith({ body: { response_action: 'push', view: modal([input('more', text)]) } });
    await slack.as(mei).submit(id, { say: 'a' });
    const second = screen();
    expect(second).toMatchObject({ previousId: id, rootId: id });
    await expect(slack.as(mei).submit(id, { say: 'a' })).rejects.toThrow('not the one on the screen');
    bot.answerWith({
      body: { response_action: 'update', view: modal([], { title: plain('Changed'), submit: undefined }) },
    });
    await slack.as(mei).submit(second?.id ?? '', { more: 'b' });
    expect(screen()).toMatchObject({ id: second?.id, content: { title: plain('Changed') } });
    expect(screen()?.hash).not.toBe(second?.hash);
    await expect(slack.as(mei).submit(second?.id ?? '', {})).rejects.toThrow('no submit button');
    await slack.as(mei).close(second?.id ?? '');
    bot.answerWith({ body: { response_action: 'push', view: modal([input('more', text)]) } });
    await slack.as(mei).submit(id, { say: 'a' });
    bot.answerWith({ body: { response_action: 'clear' } });
    await slack.as(mei).submit(screen()?.id ?? '', { more: 'b' });
    expect(slack.seenBy(mei).views).toEqual([]);
  });

  test('keeps the view and its text when the answer is late, bad, or nothing Slack knows', async () => {
    const id = await open(mei);
    const submitted = async (answer: Parameters<typeof bot.answerWith>[0]) => {
      bot.answerWith(answer);
      const delivered = await slack.as(mei).submit(id, { say: 'hello' });
      expect(screen()).toMatchObject({ id, state: { say: { value: { value: 'hello' } } } });
      expect(delivered).toMatchObject({ acked: false, error: 'We had some trouble connecting. Try again?' });
      return delivered.problems?.join('\n');
    };
    expect(await submitted({ status: 500 })).toBeUndefined();
    expect(await submitted({ never: true })).toBeUndefined();
    expect(await submitted({ body: 'ok' })).toContain('must be empty or an object');
    expect(await submitted({ body: { response_action: 'dance' } })).toContain('unknown response_action: dance');
    expect(await submitted({ body: { text: 'hello' } })).toContain('unknown response_action: undefined');
    expect(await submitted({ body: { response_action: 'errors', errors: { value: 'No.' } } })).toContain(
      'value is none',
    );
    expect(await submitted({ body: { response_action: 'errors', errors: { say: '' } } })).toContain('must be a text');
    expect(await submitted({ body: { response_action: 'errors', errors: {} } })).toContain('at least one input');
    expect(await submitted({ body: { response_action: 'update', view: modal([{ type: 'hologram' }]) } })).toContain(
      'hologram',
    );
    expect(await submitted({ body: { response_action: 'push', view: { type: 'home', blocks: [] } } })).toContain(
      '/view/type',
    );
  });

  test('pushes no fourth view', async () => {
    await open(mei);
    bot.answerWith({ body: { response_action: 'push', view: modal() } });
    for (let depth = 2; depth <= 3; depth++)
      expect(await slack.as(mei).submit(screen()?.id ?? '', { say: 'a' })).toMatchObject({ acked: true });
    const fourth = await slack.as(mei).submit(screen()?.id ?? '', { say: 'a' });
    expect(fourth).toMatchObject({ acked: false, problems: ['push_limit_reached'] });
  });

  test('fills only inputs that are there', async () => {
    const id = await open(mei);
    await expect(slack.as(mei).submit(id, { other: 'a' })).rejects.toThrow(
      'no input other in this view. There is: say.',
    );
    expect(bot.deliveries).toEqual([]);
  });
});

describe('what the client refuses itself', () => {
  const options = ['one', 'two', 'three'].map((value) => ({ text: plain(value), value }));
  test.each([
    ['nothing in a required field', input('x', text), '', 'a', /required/],
    ['no choice in a required select', input('x', { type: 'static_select', options }), null, 'one', /required/],
    ['no box ticked where one must be', input('x', { type: 'checkboxes', options }), [], ['one'], /required/],
    ['no date', input('x', { type: 'datepicker' }), null, '2026-09-22', /required/],
    ['too little text', input('x', { ...text, min_length: 3 }), 'ab', 'abc', /at least 3/],
    ['too much text', input('x', { ...text, max_length: 3 }), 'abcd', 'abc', /3 characters or fewer/],
    [
      'more text than any input takes',
      input('x', text),
      'a'.repeat(3001),
      'a'.repeat(3000),
      /3000 characters or fewer/,
    ],
    ['no e-mail address', input('x', { type: 'email_text_input' }), 'mei', 'mei@example.org', /valid email/],
    ['no address', input('x', { type: 'url_text_input' }), 'example', 'https://example.org', /valid URL/],
    ['no number', input('x', { type: 'number_input', is_decimal_allowed: false }), '1.5', '1', /valid number/],
    [
      'a number too low',
      input('x', { type: 'number_input', is_decimal_allowed: true, min_value: '2' }),
      '1.9',
      '2',
      /2 or more/,
    ],
    [
      'a number too high',
      input('x', { type: 'number_input', is_decimal_allowed: false, max_value: '2' }),
      '3',
      '2',
      /2 or less/,
    ],
    [
      'too many chosen',
      input('x', { type: 'multi_static_select', options, max_selected_items: 1 }),
      ['one', 'two'],
      ['one'],
      /1 or fewer/,
    ],
  ])('is %s', async (_, block, wrong, right, words) => {
    const id = await open(mei, modal([block]));
    const refused = await slack.as(mei).submit(id, { x: wrong });
    expect(refused).toMatchObject({ acked: false, answer: { errors: { x: expect.stringMatching(words) } } });
    expect(screen()?.errors).toEqual({ x: expect.stringMatching(words) });
    expect(bot.deliveries).toEqual([]);
    expect(await slack.as(mei).submit(id, { x: right })).toMatchObject({ acked: true });
    expect(bot.deliveries).toHaveLength(1);
  });

  test('is not an empty optional field, which is sent as null', async () => {
    const id = await open(mei, modal([input('x', text, { optional: true })]));
    expect((await slack.as(mei).submit(id, { x: '' })).payload).toMatchObject({
      view: { state: { values: { x: { value: { value: null } } } } },
    });
  });

  test('starts from initial values', async () => {
    const id = await open(
      mei,
      modal([
        input('x', { type: 'static_select', options, initial_option: options[1] }),
        input('y', { ...text, initial_value: 'before' }),
      ]),
    );
    expect((await slack.as(mei).submit(id, {})).payload).toMatchObject({
      view: { state: { values: { x: { value: { selected_option: options[1] } }, y: { value: { value: 'before' } } } } },
    });
  });
});

describe('typing', () => {
  test('tells the bot only of inputs that dispatch their actions', async () => {
    const id = await open(mei, modal([input('quiet', text), input('loud', text, { dispatch_action: true })]));
    await slack.as(mei).type(id, { quiet: 'a' });
    expect(bot.deliveries).toEqual([]);
    await slack.as(mei).type(id, { loud: 'b' });
    expect(bot.deliveries).toHaveLength(1);
    const payload = JSON.parse(new URLSearchParams(bot.deliveries[0]?.body).get('payload') ?? '') as unknown;
    expect(payload).toMatchObject({ type: 'block_actions', actions: [{ block_id: 'loud', value: 'b' }] });
  });
});

describe('closing', () => {
  test('tells the bot only when the view asked for it', async () => {
    expect(await slack.as(mei).close(await open(mei))).toBeUndefined();
    const id = await open(mei, modal(undefined, { notify_on_close: true }));
    expect(await slack.as(mei).close(id)).toMatchObject({
      payload: { type: 'view_closed', is_cleared: false, view: { id } },
    });
    expect(bot.deliveries).toHaveLength(1);
    expect(screen()).toBeUndefined();
  });

  test('takes the top view, or with the ✕ the whole stack, told by its first view', async () => {
    const id = await open(mei, modal(undefined, { notify_on_close: true }));
    const second = async () => {
      bot.answerWith({ body: { response_action: 'push', view: modal([]) } });
      await slack.as(mei).submit(id, { say: 'a' });
      bot.answerWith({});
      return screen()?.id ?? '';
    };
    await slack.as(mei).close(await second());
    expect(screen()?.id).toBe(id);
    const closed = await slack.as(mei).close(await second(), true);
    expect(closed).toMatchObject({ payload: { is_cleared: true, view: { id } } });
    expect(screen()).toBeUndefined();
  });

  test('of a view with clear_on_close takes the whole stack', async () => {
    const id = await open(mei);
    bot.answerWith({ body: { response_action: 'push', view: modal([], { clear_on_close: true }) } });
    await slack.as(mei).submit(id, { say: 'a' });
    await slack.as(mei).close(screen()?.id ?? '');
    expect(slack.seenBy(mei).views).toEqual([]);
  });
});
