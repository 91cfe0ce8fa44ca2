import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions, shortcuts } from '../../../src/slack/views/actions.js';
import { verbNames } from '../../../src/slack/views/commands.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import { callbacks } from '../../../src/slack/views/surfaces.js';
import {
  appMention,
  eventCallback,
  filledReport,
  homeOpened,
  inputState,
  messageAction,
  pressInModal,
  pressOnMessage,
  slashCommand,
  viewClosed,
  viewSubmission,
} from '../../slack/transport/http/slack-payloads.js';
import type { Seeded } from '../../support/seeded.js';

/** A payload before it is put into words: the fields of a command, what stands in `payload`, or a JSON body. */
export type Made = Readonly<{
  way: 'fields' | 'payload' | 'json';
  kind: string;
  body: Readonly<Record<string, unknown>>;
}>;
export type Known = Readonly<{ reports: readonly string[]; responseUrl: string }>;

const people = [
  ...[sandbox.mei, sandbox.bo, sandbox.ana, sandbox.guo, sandbox.solo, sandbox.former],
  ...[sandbox.dana, sandbox.ravi, sandbox.stranger, sandbox.bot, 'U0NOBODY'],
];
/** What the bot has no route for: Slack may send it all the same. */
const otherEvents = [
  'message',
  'team_join',
  'reaction_added',
  'app_uninstalled',
  'tokens_revoked',
  'function_executed',
];
const otherInteractions = ['shortcut', 'interactive_message', 'dialog_submission'];
const texts = [
  '',
  'a',
  'Text on\ntwo lines',
  '<!channel> <@U1> &lt;',
  '报告',
  '{"$gt":""}',
  '‮\u0000\ud800',
  'x'.repeat(4000),
];

/** Everything that Slack may send, made of the bot's own registries: verbs, buttons, modals and their inputs. */
export function createGrammar(random: Seeded, { reports, responseUrl }: Known) {
  const one = <T>(things: readonly T[]): T => {
    const picked = random.pick(things);
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  };
  const id = () => one([...reports, ...reports, 'VR-0000-0000', 'vr-oooo-1111', 'nonsense', '']);
  const maybe = <T>(thing: () => T) => (random.next() < 0.8 ? thing() : undefined);
  const metadata = (): string =>
    one([
      () => JSON.stringify({ id: id() }),
      () =>
        JSON.stringify({
          id: id(),
          purpose: one(['question', 'information']),
          route: one(['direct_message', 'by_hand']),
        }),
      () => JSON.stringify({ id: id(), reply: one(['answer', 'addition', 'withdrawal']) }),
      () => JSON.stringify({ id: { $gt: '' } }),
      () => one(['', 'null', '{', '[]']),
    ])();
  const state = () =>
    one([
      () => inputState(one(texts)),
      () => inputState([one(texts), 'KubeSphere v4.1']),
      () => inputState(null),
      () => ({ type: 'users_select', selected_option: { value: one(people) } }),
      () => ({ type: 'datetimepicker', selected_date_time: one([0, 1790042400, -1, 1e300, 1.5]) }),
    ])();
  const values = (callback: string): Readonly<Record<string, unknown>> => {
    if (random.next() < (callback === callbacks.reportForm ? 0.8 : 0.1))
      return filledReport(`Fuzzed ${random.between(0, 1e9)}`);
    const some = Object.values(inputs).filter(() => random.next() < 0.5);
    return Object.fromEntries(some.map((block) => [block, { [block]: state() }]));
  };

  const ways: readonly Readonly<{ weight: number; make: () => Made }>[] = [
    {
      weight: 20,
      make: () => {
        const verb = one([...verbNames, '', 'nonsense', 'REPORT']);
        const args = one([id(), `${id()} <@${one(people)}|somebody>`, one(verbNames), one(texts), '']);
        return { way: 'fields', kind: 'command', body: slashCommand(one(people), `${verb} ${args}`, responseUrl) };
      },
    },
    {
      weight: 30,
      make: () => {
        const action = one([...Object.values(actions), 'an_older_button']);
        const body =
          random.next() < 0.6
            ? pressOnMessage(one(people), action, maybe(id), responseUrl)
            : pressInModal(one(people), action, maybe(id));
        return { way: 'payload', kind: 'block_actions', body };
      },
    },
    {
      weight: 30,
      make: () => {
        const callback = one([...Object.values(callbacks), 'an_older_modal']);
        return {
          way: 'payload',
          kind: 'view_submission',
          body: viewSubmission(one(people), callback, metadata(), values(callback)),
        };
      },
    },
    { weight: 3, make: () => ({ way: 'payload', kind: 'view_closed', body: viewClosed(one(people)) }) },
    {
      weight: 3,
      make: () => {
        const pressed = pressOnMessage(one(people), 'open_form', maybe(id), responseUrl);
        const typed = {
          type: 'block_suggestion',
          action_id: one(['weaknesses', 'an_older_input']),
          block_id: 'weaknesses',
          value: one(texts).slice(0, 300),
        };
        return { way: 'payload', kind: 'block_suggestion', body: { ...pressed, ...typed } };
      },
    },
    {
      weight: 4,
      make: () => {
        const body = {
          ...pressOnMessage(one(people), 'open_form', maybe(id), responseUrl),
          type: one(otherInteractions),
        };
        return { way: 'payload', kind: 'other interaction', body };
      },
    },
    {
      weight: 4,
      make: () => ({
        way: 'payload',
        kind: 'message_action',
        body: messageAction(one(people), one([...Object.values(shortcuts), 'older']), one(texts), responseUrl),
      }),
    },
    { weight: 5, make: () => ({ way: 'json', kind: 'app_mention', body: eventCallback(appMention(one(people))) }) },
    { weight: 4, make: () => ({ way: 'json', kind: 'app_home_opened', body: eventCallback(homeOpened(one(people))) }) },
    {
      weight: 3,
      make: () => {
        const event = { ...appMention(one(people)), type: one(otherEvents) };
        return { way: 'json', kind: 'other event', body: eventCallback(event) };
      },
    },
    {
      weight: 1,
      make: () => {
        const type = one(['url_verification', 'app_rate_limited']);
        return { way: 'json', kind: 'about the app', body: { token: 't', type, challenge: 'A challenge' } };
      },
    },
  ];
  const lots = ways.flatMap(({ weight, make }) => Array.from({ length: weight }, () => make));
  // Without putting back, so that each comes up however rare it is.
  let left: (() => Made)[] = [];
  const make = (): Made => {
    if (left.length === 0) left = [...lots];
    const lot = one(left);
    left.splice(left.indexOf(lot), 1);
    return lot();
  };
  return { make };
}
