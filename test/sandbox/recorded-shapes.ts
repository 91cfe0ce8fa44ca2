/**
 * What the keys of Slack's payloads and answers are, and of which types, as recorded ones show them that public projects keep
 * for their tests. Facts alone, and no text of theirs. Sources, by kind:
 *
 * - slackapi/python-slack-sdk, tests/slack_sdk/socket_mode: hello, envelopes, app_mention, commands by Socket Mode
 * - slackapi/bolt-python, tests/scenario_tests: presses, submitted and closed views, events
 * - slackapi/java-slack-sdk, json-logs/samples: every key of Web API answers, app_home_opened and views
 * - docs.slack.dev/apis/events-api/using-socket-mode: disconnect
 *
 * Commands over HTTP, posted messages, threads, people and channels were compared with more recordings in the tests and
 * notes of other apps.
 */
export type Shape = 'string' | 'number' | 'boolean' | 'null' | 'any' | readonly Shape[] | Keys | Either;
/** Several types are seen. */
type Either = Readonly<{ either: readonly Shape[] }>;
/** A key that ends in `?` is not in every recording. */
type Keys = Readonly<{ [key: string]: Shape }>;

const either = (...shapes: Shape[]): Either => ({ either: shapes });
const orNull = (shape: Shape) => either(shape, 'null');
const text: Keys = { type: 'string', text: 'string', 'emoji?': 'boolean' };

const user: Keys = { id: 'string', username: 'string', name: 'string', team_id: 'string' };
const team: Keys = { id: 'string', domain: 'string', 'enterprise_id?': 'string', 'enterprise_name?': 'string' };
const app: Keys = {
  api_app_id: 'string',
  token: 'string',
  'enterprise?': orNull({ id: 'string', name: 'string' }),
  'is_enterprise_install?': 'boolean',
};

const view: Keys = {
  id: 'string',
  team_id: 'string',
  type: 'string',
  blocks: ['any'],
  private_metadata: 'string',
  callback_id: 'string',
  // What is in it is named by the app's own blocks.
  state: { values: 'any' },
  hash: 'string',
  title: text,
  clear_on_close: 'boolean',
  notify_on_close: 'boolean',
  close: orNull(text),
  submit: orNull(text),
  'submit_disabled?': 'boolean',
  previous_view_id: orNull('string'),
  root_view_id: 'string',
  app_id: 'string',
  external_id: 'string',
  app_installed_team_id: 'string',
  bot_id: 'string',
};

const message: Keys = {
  type: 'string',
  'subtype?': 'string',
  user: 'string',
  ts: 'string',
  text: 'string',
  team: 'string',
  'client_msg_id?': 'string',
  'bot_id?': 'string',
  'app_id?': 'string',
  'bot_profile?': {
    id: 'string',
    app_id: 'string',
    'user_id?': 'string',
    name: 'string',
    icons: { image_36: 'string', image_48: 'string', image_72: 'string' },
    deleted: 'boolean',
    updated: 'number',
    team_id: 'string',
  },
  'blocks?': ['any'],
  'edited?': { user: 'string', ts: 'string' },
  'metadata?': { event_type: 'string', 'event_payload?': 'any' },
};
const reply: Keys = { ...message, thread_ts: 'string', parent_user_id: 'string' };
const root: Keys = {
  ...message,
  thread_ts: 'string',
  reply_count: 'number',
  reply_users_count: 'number',
  latest_reply: 'string',
  reply_users: ['string'],
  is_locked: 'boolean',
  subscribed: 'boolean',
};

const press: Keys = {
  type: 'string',
  user,
  ...app,
  trigger_id: 'string',
  team,
  actions: [
    {
      type: 'string',
      action_id: 'string',
      block_id: 'string',
      text,
      'value?': 'string',
      'style?': 'string',
      action_ts: 'string',
    },
  ],
};

const callback = (event: Keys): Keys => ({
  token: 'string',
  team_id: 'string',
  'context_team_id?': 'string',
  'context_enterprise_id?': orNull('string'),
  'enterprise_id?': 'string',
  api_app_id: 'string',
  event,
  type: 'string',
  event_id: 'string',
  event_time: 'number',
  authorizations: [
    {
      enterprise_id: orNull('string'),
      team_id: 'string',
      user_id: 'string',
      is_bot: 'boolean',
      is_enterprise_install: 'boolean',
    },
  ],
  is_ext_shared_channel: 'boolean',
  event_context: 'string',
});

const purpose: Keys = { value: 'string', creator: 'string', last_set: 'number' };
const envelope: Keys = { envelope_id: 'string', payload: 'any', type: 'string', accepts_response_payload: 'boolean' };

export const recorded = {
  command: {
    token: 'string',
    team_id: 'string',
    team_domain: 'string',
    'enterprise_id?': 'string',
    'enterprise_name?': 'string',
    channel_id: 'string',
    channel_name: 'string',
    user_id: 'string',
    user_name: 'string',
    command: 'string',
    text: 'string',
    api_app_id: 'string',
    'is_enterprise_install?': 'string',
    response_url: 'string',
    trigger_id: 'string',
  },
  'press on a message': {
    ...press,
    container: { type: 'string', message_ts: 'string', channel_id: 'string', is_ephemeral: 'boolean' },
    channel: { id: 'string', name: 'string' },
    message,
    state: { values: 'any' },
    response_url: 'string',
  },
  'press on a reply': {
    ...press,
    container: {
      type: 'string',
      message_ts: 'string',
      channel_id: 'string',
      is_ephemeral: 'boolean',
      thread_ts: 'string',
    },
    channel: { id: 'string', name: 'string' },
    message: reply,
    state: { values: 'any' },
    response_url: 'string',
  },
  'press in a view': { ...press, container: { type: 'string', view_id: 'string' }, view },
  'shortcut of a message': {
    type: 'string',
    ...app,
    action_ts: 'string',
    team,
    user,
    channel: { id: 'string', name: 'string' },
    callback_id: 'string',
    trigger_id: 'string',
    response_url: 'string',
    message_ts: 'string',
    message,
  },
  'submitted view': { type: 'string', team, user, ...app, trigger_id: 'string', view, response_urls: ['any'] },
  'closed view': { type: 'string', team, user, ...app, view, is_cleared: 'boolean', 'response_urls?': ['any'] },
  'opened home': callback({
    type: 'string',
    user: 'string',
    channel: 'string',
    tab: 'string',
    'view?': view,
    event_ts: 'string',
  }),
  mention: callback({
    client_msg_id: 'string',
    type: 'string',
    text: 'string',
    user: 'string',
    ts: 'string',
    team: 'string',
    'user_team?': 'string',
    'source_team?': 'string',
    blocks: ['any'],
    channel: 'string',
    'thread_ts?': 'string',
    'parent_user_id?': 'string',
    event_ts: 'string',
  }),

  hello: {
    type: 'string',
    num_connections: 'number',
    debug_info: {
      host: 'string',
      'started?': 'string',
      build_number: 'number',
      approximate_connection_time: 'number',
    },
    connection_info: { app_id: 'string' },
  },
  disconnect: { type: 'string', reason: 'string', debug_info: { host: 'string' } },
  'envelope of a command': envelope,
  'envelope of a press': envelope,
  'envelope of an event': { ...envelope, retry_attempt: 'number', retry_reason: 'string' },

  'auth.test': {
    ok: 'boolean',
    url: 'string',
    team: 'string',
    user: 'string',
    team_id: 'string',
    user_id: 'string',
    bot_id: 'string',
    'enterprise_id?': 'string',
    is_enterprise_install: 'boolean',
    'app_id?': 'string',
    'app_name?': 'string',
  },
  'users.info': {
    ok: 'boolean',
    user: {
      id: 'string',
      team_id: 'string',
      name: 'string',
      deleted: 'boolean',
      color: 'string',
      real_name: 'string',
      tz: 'string',
      tz_label: 'string',
      tz_offset: 'number',
      profile: {
        title: 'string',
        phone: 'string',
        skype: 'string',
        real_name: 'string',
        real_name_normalized: 'string',
        display_name: 'string',
        display_name_normalized: 'string',
        'fields?': 'any',
        status_text: 'string',
        status_emoji: 'string',
        'status_emoji_display_info?': ['any'],
        status_expiration: 'number',
        avatar_hash: 'string',
        'is_custom_image?': 'boolean',
        'image_original?': 'string',
        'email?': 'string',
        first_name: 'string',
        last_name: 'string',
        image_24: 'string',
        image_32: 'string',
        image_48: 'string',
        image_72: 'string',
        image_192: 'string',
        image_512: 'string',
        'image_1024?': 'string',
        status_text_canonical: 'string',
        team: 'string',
      },
      is_admin: 'boolean',
      is_owner: 'boolean',
      is_primary_owner: 'boolean',
      is_restricted: 'boolean',
      is_ultra_restricted: 'boolean',
      is_bot: 'boolean',
      is_app_user: 'boolean',
      updated: 'number',
      is_email_confirmed: 'boolean',
      who_can_share_contact_card: 'string',
      'has_2fa?': 'boolean',
      'is_stranger?': 'boolean',
      'locale?': 'string',
      'enterprise_user?': 'any',
    },
  },
  'conversations.info': {
    ok: 'boolean',
    channel: {
      id: 'string',
      name: 'string',
      is_channel: 'boolean',
      is_group: 'boolean',
      is_im: 'boolean',
      is_mpim: 'boolean',
      is_private: 'boolean',
      created: 'number',
      is_archived: 'boolean',
      is_general: 'boolean',
      unlinked: 'number',
      name_normalized: 'string',
      is_shared: 'boolean',
      is_org_shared: 'boolean',
      is_pending_ext_shared: 'boolean',
      pending_shared: ['string'],
      'context_team_id?': 'string',
      'updated?': 'number',
      'parent_conversation?': orNull('string'),
      creator: 'string',
      is_ext_shared: 'boolean',
      shared_team_ids: ['string'],
      pending_connected_team_ids: ['string'],
      'connected_team_ids?': ['string'],
      'internal_team_ids?': ['string'],
      'conversation_host_id?': 'string',
      is_member: 'boolean',
      'last_read?': 'string',
      topic: purpose,
      purpose,
      previous_names: ['string'],
      'num_members?': 'number',
      'locale?': 'string',
    },
  },
  'conversations.members': { ok: 'boolean', members: ['string'], response_metadata: { next_cursor: 'string' } },
  'chat.postMessage': { ok: 'boolean', channel: 'string', ts: 'string', message },
  'chat.postMessage in a thread': { ok: 'boolean', channel: 'string', ts: 'string', message: reply },
  'conversations.history': {
    ok: 'boolean',
    messages: [either(message, root)],
    has_more: 'boolean',
    'is_limited?': 'boolean',
    pin_count: 'number',
    channel_actions_ts: orNull('number'),
    channel_actions_count: 'number',
    'response_metadata?': { next_cursor: 'string' },
  },
  'conversations.replies': {
    ok: 'boolean',
    messages: [either(root, reply)],
    has_more: 'boolean',
    'response_metadata?': { next_cursor: 'string' },
  },
} as const satisfies Readonly<Record<string, Keys>>;

export type RecordedKind = keyof typeof recorded;

/** Where a value is not as recorded: keys too few or too many, and other types. */
export function differences(sent: unknown, shape: Shape, at = ''): readonly string[] {
  if (shape === 'any') return [];
  if (typeof shape === 'string') return typeOf(sent) === shape ? [] : [`${at} is ${typeOf(sent)}, not ${shape}`];
  if (Array.isArray(shape)) {
    const [item = 'any'] = shape as readonly Shape[];
    if (!Array.isArray(sent)) return [`${at} is ${typeOf(sent)}, not a list`];
    return [...new Set(sent.flatMap((one) => differences(one, item, `${at}[]`)))];
  }
  if (isEither(shape)) return closest(shape.either.map((one) => differences(sent, one, at)));
  if (typeOf(sent) !== 'object') return [`${at} is ${typeOf(sent)}, not an object`];
  return ofKeys(sent as Readonly<Record<string, unknown>>, shape as Keys, at === '' ? '' : `${at}.`);
}

function ofKeys(sent: Readonly<Record<string, unknown>>, keys: Keys, prefix: string): readonly string[] {
  const known = Object.entries(keys).flatMap(([key, shape]) => {
    const name = key.replace(/\?$/, '');
    if (Object.hasOwn(sent, name)) return differences(sent[name], shape, `${prefix}${name}`);
    return key === name ? [`${prefix}${name} is missing`] : [];
  });
  const more = Object.keys(sent).filter((name) => !Object.hasOwn(keys, name) && !Object.hasOwn(keys, `${name}?`));
  return [...known, ...more.map((name) => `${prefix}${name} is not in any recording`)];
}

function closest(tries: readonly (readonly string[])[]): readonly string[] {
  return tries.reduce((best, one) => (one.length < best.length ? one : best));
}

const isEither = (shape: Shape): shape is Either => typeof shape === 'object' && 'either' in shape;
const typeOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);
