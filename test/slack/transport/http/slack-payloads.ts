import { randomBytes } from 'node:crypto';
import { sandbox } from '../../../../src/sandbox/sandbox-world.js';
import { inputs } from '../../../../src/slack/views/inputs.js';
import { aForm, inputsOf } from '../../../support/a-form.js';

// Payloads as Slack makes them, written by hand: the guard is held against these and against the sandbox's.

type Json = Readonly<Record<string, unknown>>;
const outsiders: readonly string[] = [sandbox.dana, sandbox.ravi, sandbox.stranger];
const teamOf = (user: string) => (outsiders.includes(user) ? sandbox.elsewhere : sandbox.home);
const freshId = (letter: string) => `${letter}${randomBytes(5).toString('hex').toUpperCase()}`;
export const freshTrigger = () => `${Date.now()}.1.${randomBytes(8).toString('hex')}`;

const somewhere = (user: string) => ({
  user: { id: user, username: 'somebody', name: 'somebody', team_id: teamOf(user) },
  api_app_id: sandbox.app,
  token: 'verification-token',
  enterprise: null,
  is_enterprise_install: false,
  trigger_id: freshTrigger(),
});

export const slashCommand = (user: string, text: string, responseUrl: string): Record<string, string> => ({
  token: 'verification-token',
  team_id: teamOf(user),
  team_domain: 'somewhere',
  channel_id: sandbox.general,
  channel_name: 'general',
  user_id: user,
  user_name: 'somebody',
  command: '/vuln',
  text,
  api_app_id: sandbox.app,
  is_enterprise_install: 'false',
  response_url: responseUrl,
  trigger_id: freshTrigger(),
});

const button = (action: string, value: string | undefined) => ({
  type: 'button',
  action_id: action,
  block_id: 'b1',
  text: { type: 'plain_text', text: 'Press', emoji: true },
  ...(value === undefined ? {} : { value }),
  action_ts: '1790042400.000100',
});

export const pressOnMessage = (user: string, action: string, value: string | undefined, responseUrl: string): Json => ({
  type: 'block_actions',
  ...somewhere(user),
  team: { id: sandbox.home, domain: 'kubesphere-sandbox' },
  container: {
    type: 'message',
    message_ts: '1790042400.000100',
    channel_id: sandbox.securityChannel,
    is_ephemeral: false,
  },
  channel: { id: sandbox.securityChannel, name: 'privategroup' },
  message: {
    type: 'message',
    ts: '1790042400.000100',
    user: sandbox.bot,
    text: 'A card',
    blocks: [{ type: 'section', block_id: 'about' }],
  },
  state: { values: {} },
  response_url: responseUrl,
  actions: [button(action, value)],
});

export const messageAction = (user: string, callback: string, text: string, responseUrl: string): Json => {
  const { actions: _, state: __, container: ___, ...rest } = pressOnMessage(user, '', undefined, responseUrl);
  return {
    ...rest,
    type: 'message_action',
    callback_id: callback,
    action_ts: '1790042400.000200',
    message_ts: '1790042400.000100',
    message: { type: 'message', ts: '1790042400.000100', user, text },
  };
};

const viewPart = (user: string, callback: string, metadata: string, values: Json) => ({
  id: freshId('V'),
  team_id: teamOf(user),
  type: 'modal',
  title: { type: 'plain_text', text: 'A form', emoji: true },
  submit: { type: 'plain_text', text: 'Submit', emoji: true },
  close: null,
  callback_id: callback,
  private_metadata: metadata,
  external_id: '',
  blocks: Object.keys(values).map((block) => ({
    type: 'input',
    block_id: block,
    label: { type: 'plain_text', text: 'A label' },
    element: { type: 'plain_text_input', action_id: block },
  })),
  state: { values },
  hash: '1790042400.abcdef',
  previous_view_id: null,
  root_view_id: freshId('V'),
  app_id: sandbox.app,
  app_installed_team_id: sandbox.home,
  bot_id: sandbox.botId,
});

export const pressInModal = (user: string, action: string, value: string | undefined): Json => {
  const view = viewPart(user, 'report_form', '', {});
  return {
    type: 'block_actions',
    ...somewhere(user),
    team: { id: sandbox.home, domain: 'kubesphere-sandbox' },
    container: { type: 'view', view_id: view.id },
    view,
    actions: [button(action, value)],
  };
};

export const viewSubmission = (user: string, callback: string, metadata: string, values: Json): Json => ({
  type: 'view_submission',
  ...somewhere(user),
  team: { id: teamOf(user), domain: 'somewhere' },
  view: viewPart(user, callback, metadata, values),
  response_urls: [],
});

export const viewClosed = (user: string): Json => ({
  type: 'view_closed',
  ...somewhere(user),
  team: { id: teamOf(user), domain: 'somewhere' },
  view: viewPart(user, 'report_form', '', {}),
  is_cleared: true,
});

/** What Slack sends for a filled input, by what stands in it. */
export function inputState(value: string | readonly string[] | null): Json {
  if (value === null) return { type: 'static_select', selected_option: null };
  if (typeof value === 'string') return { type: 'plain_text_input', value };
  const options = value.map((one) => ({ text: { type: 'plain_text', text: one }, value: one }));
  return { type: 'checkboxes', selected_options: options };
}

export function statesOf(values: Readonly<Record<string, string | readonly string[] | null>>): Json {
  return Object.fromEntries(Object.entries(values).map(([block, value]) => [block, { [block]: inputState(value) }]));
}

const chosen = (value: string): Json => ({
  type: 'static_select',
  selected_option: { text: { type: 'plain_text', text: 'A choice' }, value },
});

/** A report form, filled so that it is filed. */
export function filledReport(title: string): Json {
  const { language, ...texts } = inputsOf(aForm({ title }));
  return {
    ...statesOf(texts),
    [inputs.language]: { [inputs.language]: chosen(String(language)) },
    [inputs.knownAlready]: { [inputs.knownAlready]: chosen('no') },
  };
}

export const eventCallback = (event: Json): Json => ({
  token: 'verification-token',
  team_id: sandbox.home,
  api_app_id: sandbox.app,
  event,
  type: 'event_callback',
  event_id: freshId('Ev'),
  event_time: 1790042400,
  authorizations: [
    { enterprise_id: null, team_id: sandbox.home, user_id: sandbox.bot, is_bot: true, is_enterprise_install: false },
  ],
  is_ext_shared_channel: true,
  event_context: randomBytes(8).toString('base64url'),
});

export const appMention = (user: string): Json => ({
  type: 'app_mention',
  user,
  text: `<@${sandbox.bot}> hello`,
  ts: '1790042400.000100',
  channel: sandbox.reports,
  team: teamOf(user),
  user_team: teamOf(user),
  source_team: teamOf(user),
  event_ts: '1790042400.000100',
});

export const homeOpened = (user: string): Json => ({
  type: 'app_home_opened',
  user,
  channel: 'D0123',
  tab: 'home',
  event_ts: '1790042400.000100',
});
