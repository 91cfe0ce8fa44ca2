import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import type { SlackEmulator } from '../../../src/sandbox/slack-emulator.js';

export const keys = { botToken: 'xoxb-sandbox', appToken: 'xapp-sandbox', signingSecret: 'sandbox-secret' };

/**
 * A bot of a few lines on the real Bolt: `/vuln report` opens a form; an odd title is refused at its field, another one
 * becomes a receipt and a card with a button.
 */
export async function startTinyBot(
  slack: SlackEmulator,
  mode: 'http' | 'socket',
): Promise<{ app: App; stop(): Promise<void> }> {
  const clientOptions = () => ({ slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } });
  const quiet = {
    debug() {},
    info() {},
    warn() {},
    error() {},
    setLevel() {},
    getLevel: () => 'error' as never,
    setName() {},
  };
  const receiver =
    mode === 'http'
      ? new HTTPReceiver({ signingSecret: keys.signingSecret, logger: quiet })
      : new SocketModeReceiver({
          appToken: keys.appToken,
          logger: quiet,
          installerOptions: { clientOptions: clientOptions() },
        });
  const { botUser, botId } = slack.world.app();
  const app = new App({
    receiver,
    logger: quiet,
    clientOptions: clientOptions(),
    authorize: () =>
      Promise.resolve({ botToken: keys.botToken, botUserId: botUser, botId, teamId: slack.world.home.id }),
  });
  app.command('/vuln', async ({ ack, body, client, command }) => {
    if (command.text !== 'report') return await ack({ text: `Try report, not ${command.text}` });
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: form });
  });
  app.view('form', async ({ ack, view, client, body }) => {
    const title = view.state.values.title?.value?.value ?? '';
    if (title === 'bad') return await ack({ response_action: 'errors', errors: { title: 'Say more.' } });
    await ack({ response_action: 'update', view: receipt(title) });
    await client.chat.postMessage({
      channel: 'C00SECTEAM',
      text: `Report from <@${body.user.id}>`,
      blocks: [
        { type: 'section', text: { type: 'plain_text', text: title } },
        {
          type: 'actions',
          elements: [{ type: 'button', action_id: 'take', value: '1', text: { type: 'plain_text', text: 'Take it' } }],
        },
      ],
    });
  });
  app.action('take', async ({ ack, body, client, respond }) => {
    await ack();
    if (body.type !== 'block_actions' || body.message === undefined) return;
    await client.chat.update({
      channel: 'C00SECTEAM',
      ts: body.message.ts,
      text: `Taken by ${body.user.id}`,
      blocks: [],
    });
    await respond({ text: 'It is yours.', replace_original: false });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'divider' }] } });
  });
  app.event('app_mention', async ({ event, client }) => {
    await client.chat.postEphemeral({ channel: event.channel, user: event.user ?? '', text: 'Type /vuln report.' });
  });
  if (mode === 'http') {
    const server = await app.start({ port: 0, host: '127.0.0.1' } as never);
    const address = (server as import('node:http').Server).address();
    slack.deliverTo(`http://127.0.0.1:${typeof address === 'object' ? address?.port : address}/slack/events`);
  } else {
    await app.start();
    slack.deliverTo('socket');
  }
  return { app, stop: async () => void (await app.stop()) };
}

export const form = {
  type: 'modal' as const,
  callback_id: 'form',
  notify_on_close: true,
  title: { type: 'plain_text' as const, text: 'Report a vulnerability' },
  submit: { type: 'plain_text' as const, text: 'Submit' },
  blocks: [
    {
      type: 'input' as const,
      block_id: 'title',
      label: { type: 'plain_text' as const, text: 'Issue title' },
      element: { type: 'plain_text_input' as const, action_id: 'value', max_length: 120 },
    },
  ],
};

const receipt = (title: string) => ({
  type: 'modal' as const,
  callback_id: 'receipt',
  title: { type: 'plain_text' as const, text: 'Received' },
  blocks: [{ type: 'section' as const, text: { type: 'plain_text' as const, text: title } }],
});
