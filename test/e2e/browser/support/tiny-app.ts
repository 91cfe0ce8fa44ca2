import { App, SocketModeReceiver } from '@slack/bolt';
import type { KnownBlock, View } from '@slack/types';
import { sandbox } from '../../../../src/sandbox/sandbox-world.js';

const text = (words: string) => ({ type: 'plain_text' as const, text: words });
const option = (value: string) => ({ text: text(value), value });
const input = (id: string, label: string, element: object, rest: object = {}) =>
  ({ type: 'input', block_id: id, label: text(label), element: { ...element, action_id: id }, ...rest }) as KnownBlock;

/** One input of each kind that the page has a control for. */
export const everyInput: readonly KnownBlock[] = [
  input('line', 'A line', { type: 'plain_text_input', max_length: 20 }, { hint: text('Twenty letters at most') }),
  input('lines', 'Some lines', { type: 'plain_text_input', multiline: true }, { optional: true }),
  input('one', 'One of three', { type: 'static_select', options: ['red', 'green', 'blue'].map(option) }),
  input('some', 'Some of three', { type: 'multi_static_select', options: ['x', 'y', 'z'].map(option) }),
  input('radio', 'Yes or no', { type: 'radio_buttons', options: ['yes', 'no'].map(option) }),
  input('boxes', 'Tick', { type: 'checkboxes', options: ['this', 'that'].map(option) }, { optional: true }),
  input('when', 'When', { type: 'datetimepicker', initial_date_time: 1_790_244_000 }),
  input('who', 'Who', { type: 'users_select' }),
];

/** An input of which the app hears when Enter is pressed. */
const live: readonly KnownBlock[] = [
  input(
    'live',
    'A live line',
    { type: 'plain_text_input', dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } },
    { dispatch_action: true },
  ),
];

export const form = (blocks: readonly KnownBlock[], more: Partial<View> = {}) =>
  ({
    type: 'modal',
    callback_id: 'form',
    title: text('A form'),
    submit: text('Submit'),
    close: text('Cancel'),
    blocks,
    ...more,
  }) as View;

export const controls: KnownBlock[] = [
  {
    type: 'section',
    text: { type: 'mrkdwn', text: 'Due <!date^1790244000^{date_short} {time}|some day>. &lt;!channel&gt;' },
  },
  {
    type: 'actions',
    block_id: 'controls',
    elements: [
      { type: 'button', action_id: 'plain', text: text('Plain'), value: 'p', style: 'primary' },
      {
        type: 'button',
        action_id: 'sure',
        text: text('Delete'),
        style: 'danger',
        confirm: {
          title: text('Really?'),
          text: text('It is gone then.'),
          confirm: text('Delete it'),
          deny: text('Keep it'),
        },
      },
      { type: 'overflow', action_id: 'menu', options: ['first', 'second'].map(option) },
    ],
  },
];

export type TinyApp = Readonly<{ app: App; heard: string[]; submitted: unknown[]; stop(): Promise<void> }>;

/** The smallest bot that uses everything the page can show. It remembers what it was told. */
export async function startTinyApp(apiUrl: string, appToken: string, botToken: string): Promise<TinyApp> {
  const heard: string[] = [];
  const submitted: unknown[] = [];
  const clientOptions = () => ({ slackApiUrl: apiUrl, retryConfig: { retries: 0 } });
  const receiver = new SocketModeReceiver({ appToken, installerOptions: { clientOptions: clientOptions() } });
  const app = new App({
    receiver,
    clientOptions: clientOptions(),
    authorize: async () => ({ botToken, botId: sandbox.botId, botUserId: sandbox.bot, teamId: sandbox.home }),
  });
  app.command('/vuln', async ({ ack, command, client, respond }) => {
    heard.push(`command ${command.text}`);
    await ack();
    if (command.text === 'form') await client.views.open({ trigger_id: command.trigger_id, view: form(everyInput) });
    else if (command.text === 'live') await client.views.open({ trigger_id: command.trigger_id, view: form(live) });
    else if (command.text === 'post')
      await client.chat.postMessage({ channel: command.channel_id, text: 'Controls', blocks: controls });
    else await respond({ text: `You wrote ${command.text}` });
  });
  app.action(/.*/, async ({ ack, action, body, client }) => {
    await ack();
    const picked = 'selected_option' in action ? action.selected_option?.value : undefined;
    const chosen = picked ?? ('value' in action && action.type === 'plain_text_input' ? action.value : undefined);
    heard.push(`${'action_id' in action ? action.action_id : ''}${chosen === undefined ? '' : ` ${chosen}`}`);
    if ('action_id' in action && action.action_id === 'plain' && 'message' in body && body.channel && body.message) {
      await client.chat.postMessage({ channel: body.channel.id, thread_ts: body.message.ts, text: 'A reply 回复' });
      await client.chat.update({
        channel: body.channel.id,
        ts: body.message.ts,
        text: 'Done',
        blocks: [...controls.slice(0, 1)],
      });
    }
  });
  app.view('form', async ({ ack, view }) => {
    const { values } = view.state;
    if (values.line?.line?.value === 'wrong') {
      await ack({ response_action: 'errors', errors: { line: 'Anything but that.' } });
      return;
    }
    submitted.push(values);
    const thanks: KnownBlock[] = [{ type: 'section', text: { type: 'mrkdwn', text: '*Thank you*' } }];
    await ack({
      response_action: 'update',
      view: { type: 'modal', title: text('Done'), close: text('Bye'), blocks: thanks },
    });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: controls } });
  });
  await app.start();
  return { app, heard, submitted, stop: async () => void (await app.stop()) };
}
