import { sandbox } from '../../../../src/sandbox/sandbox-world.js';
import {
  type Judged,
  judgeEvent,
  judgeInteraction,
  judgePayload,
} from '../../../../src/slack/transport/http/payload-shape.js';
import {
  appMention,
  eventCallback,
  filledReport,
  homeOpened,
  messageAction,
  pressInModal,
  pressOnMessage,
  slashCommand,
  viewSubmission,
} from './slack-payloads.js';

const { ana } = sandbox;
const url = 'https://hooks.example/1';
const ofPerson = ['user', 'user.id', 'user.team_id', 'type'];
const ofModal = ['view', 'view.id', 'view.type', 'view.callback_id', 'view.private_metadata', 'view.state'];

/** `needs`: of another shape, it makes the payload malformed. `uses`: of another shape, it counts as not there. */
const kinds: Readonly<Record<string, Readonly<{ body: object; needs: readonly string[]; uses: readonly string[] }>>> = {
  'a command': {
    body: slashCommand(ana, 'help', url),
    needs: ['command', 'text', 'user_id', 'team_id', 'response_url', 'trigger_id'],
    uses: ['user_name'],
  },
  'a press on a message': {
    body: pressOnMessage(ana, 'help', 'VR-0000-0000', url),
    needs: [
      ...[...ofPerson, 'trigger_id'],
      ...['actions', 'actions.0', 'actions.0.type', 'actions.0.action_id', 'actions.0.value'],
    ],
    uses: [
      ...[
        'user.name',
        'team',
        'team.id',
        'team.domain',
        'channel',
        'channel.id',
        'message',
        'message.ts',
        'message.text',
        ...['message.blocks', 'message.blocks.0', 'message.blocks.0.type', 'message.blocks.0.block_id'],
        'response_url',
      ],
      'actions.0.block_id',
    ],
  },
  'a press in a modal': {
    body: pressInModal(ana, 'help', undefined),
    needs: [
      ...[...ofPerson, ...ofModal, 'view.state.values', 'view.root_view_id', 'view.previous_view_id', 'trigger_id'],
      ...['actions', 'actions.0', 'actions.0.type', 'actions.0.action_id'],
    ],
    uses: ['user.name', 'team', 'team.id', 'team.domain', 'actions.0.block_id'],
  },
  'a sent form': {
    body: viewSubmission(ana, 'report_form', '', filledReport('A title')),
    needs: [...ofPerson, ...ofModal, 'view.state.values', 'view.blocks'],
    uses: ['user.name', 'team', 'team.id', 'team.domain', 'trigger_id'],
  },
  'a message chosen from its menu': {
    body: messageAction(ana, 'report_message', 'I found something.', url),
    needs: [
      ...[...ofPerson, 'callback_id', 'trigger_id', 'response_url', 'channel', 'channel.id'],
      ...['message', 'message.ts'],
    ],
    uses: ['user.name', 'team', 'team.id', 'team.domain', 'channel.name', 'message.text'],
  },
  'what somebody is typing': {
    body: {
      ...{ type: 'block_suggestion', action_id: 'weaknesses', block_id: 'weaknesses', value: 'auth' },
      ...{ user: { id: ana, name: 'ana', team_id: sandbox.home }, team: { id: sandbox.home, domain: 'home' } },
    },
    needs: [...ofPerson, 'action_id', 'value'],
    uses: ['user.name', 'team', 'team.id', 'team.domain', 'block_id'],
  },
  'a mention': {
    body: eventCallback(appMention(ana)),
    needs: ['type', 'event', 'event.type', 'event.user', 'event.channel'],
    uses: ['event_id'],
  },
  'an opened home': {
    body: eventCallback(homeOpened(ana)),
    needs: ['type', 'event', 'event.type', 'event.user'],
    uses: ['event.tab', 'event_id'],
  },
};

/** What is in the blocks and inputs of a form is of our own making, and is judged where it is read. */
const ofTheForm = /^view\.(blocks|state\.values)\./;
const odd: readonly unknown[] = ['', 'odd\u0000', 0, true, {}, [], { id: 7 }, [null]];

function pathsIn(value: unknown, prefix = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [`${prefix}${key}`, ...pathsIn(inner, `${prefix}${key}.`)]);
}

function changed(body: object, path: string, value: unknown): object {
  const copy = structuredClone(body);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy as never);
  holder[last] = value;
  return copy;
}

/** What becomes of the payload when the value at a path is an odd one. */
function effectOf(body: object, path: string): 'needed' | 'used' | 'ignored' {
  const before = judgePayload(body);
  const after: readonly Judged[] = odd.map((value) => judgePayload(changed(body, path, value)));
  if (after.some(({ kind }) => kind === 'malformed')) return 'needed';
  return after.some((judged) => JSON.stringify(judged) !== JSON.stringify(before)) ? 'used' : 'ignored';
}

describe.each(Object.entries(kinds))('%s', (_, { body, needs, uses }) => {
  const paths = pathsIn(body).filter((path) => !ofTheForm.test(path));
  const pathsThatAre = (effect: string) => paths.filter((path) => effectOf(body, path) === effect).sort();

  test('is refused for an odd value in what the bot needs, and for no other', () => {
    expect(pathsThatAre('needed')).toEqual([...needs].sort());
  });

  test('is handed on without an odd value in what the bot can do without, and else as it is', () => {
    expect(pathsThatAre('used')).toEqual([...uses].sort());
  });

  test('is handed on with what an organisation may send', () => {
    const grid = { enterprise_id: '', enterprise: {}, api_app_id: '', is_enterprise_install: 'maybe', team_domain: '' };
    expect(judgePayload({ ...body, ...grid })).toEqual(judgePayload(body));
  });
});

const press = pressOnMessage(ana, 'help', 'VR-0000-0000', url);
const { text: _, user_name: __, ...bareCommand } = slashCommand(ana, 'help', 'http://127.0.0.1:1/');
test.each<[string, object, object]>([
  [
    'a press: its value, and the workspace of who pressed',
    press,
    { user: { id: ana, team_id: sandbox.home }, actions: [{ action_id: 'help', value: 'VR-0000-0000' }] },
  ],
  ['a press on the Home page', { ...press, view: { type: 'home', blocks: [] } }, { view: { type: 'home' } }],
  [
    'a press on a message of odd blocks, which has no text',
    { ...press, message: { ts: '1.1', blocks: [{ type: 7 }] } },
    { message: { ts: '1.1', text: '', blocks: [] } },
  ],
  [
    'a press in a workspace with an odd domain',
    { ...press, team: { id: sandbox.home, domain: 'a domain' } },
    { team: { id: sandbox.home, domain: undefined } },
  ],
  ['a command alone', bareCommand, { text: '', user_name: '', response_url: 'http://127.0.0.1:1/' }],
  [
    'a sent form: its blocks by their type and name',
    viewSubmission(ana, 'report_form', '', { title: {} }),
    { view: { blocks: [{ type: 'input', block_id: 'title' }] } },
  ],
  [
    'a message without text',
    { ...messageAction(ana, 'report_message', '', url), message: { ts: '1.1' } },
    { message: { ts: '1.1', text: '' } },
  ],
  ['a mention', eventCallback(appMention(ana)), { event: { type: 'app_mention', user: ana } }],
])('what is handed on of %s', (_, payload, body) => {
  expect(judgePayload(payload)).toMatchObject({ kind: 'deliver', body });
});

const malformed = { kind: 'malformed' };
test.each<[string, unknown, object]>([
  ['nothing', undefined, malformed],
  ['null', null, malformed],
  ['a word', 'event', malformed],
  ['what has no kind', {}, malformed],
  ['an event without a kind', { type: 'event_callback', event: {} }, malformed],
  ['an event that is none', { type: 'event_callback', event: 'app_mention' }, malformed],
  ['an event of a kind that nobody listens to', eventCallback({ type: 'team_join' }), { kind: 'ignored' }],
  ['an event named as what every object has', eventCallback({ type: 'toString' }), { kind: 'ignored' }],
  ['an interaction of a kind that nobody listens to', { type: 'view_closed' }, { kind: 'ignored' }],
])('%s is judged alone', (_, payload, judged) => {
  expect(judgePayload(payload)).toEqual(judged);
});

test.each([
  ['user_id', `x${ana}`],
  ['user_id', `${ana}\n`],
  ['team_id', `${sandbox.home} `],
  ['command', 'say /vuln'],
  ['command', '/vuln help'],
  ['response_url', `see ${url}`],
])('a command is refused for a %s with something beside it: %j', (field, value) => {
  expect(judgePayload({ ...slashCommand(ana, 'help', url), [field]: value })).toEqual(malformed);
});

test.each(['x1790042400.000100', '1790042400.000100x'])('a message is not named by %s', (ts) => {
  const chosen = messageAction(ana, 'report_message', 'I found something.', url);
  expect(judgePayload({ ...chosen, message: { ts, text: '' } })).toEqual(malformed);
});

test.each([[{ title: 'typed' }], [{ title: [] }], [{ title: { title: 'typed' } }], [{ title: { title: null } }], [[]]])(
  'a form is refused whose inputs are no objects in blocks: %j',
  (values) => {
    const sent = viewSubmission(ana, 'report_form', '', {});
    expect(judgePayload(changed(sent, 'view.state.values', values))).toEqual(malformed);
  },
);

test('a body that is no event is malformed, ignored, or Slack’s question whether the address is ours', () => {
  const asked = { type: 'url_verification', challenge: 'abc' };
  expect(judgeEvent(asked)).toEqual({ kind: 'challenge', challenge: 'abc' });
  expect(judgeEvent({ ...asked, challenge: 7 })).toEqual(malformed);
  expect(judgeEvent({ ...asked, challenge: 'a'.repeat(1001) })).toEqual(malformed);
  expect(judgeEvent({ type: 'app_rate_limited' })).toEqual({ kind: 'ignored' });
  expect([judgeEvent({}), judgeEvent('word'), judgeInteraction({}), judgeInteraction(null)]).toEqual([
    ...[malformed, malformed],
    ...[malformed, malformed],
  ]);
});
