import type { Delivery } from '../../../src/sandbox/delivery/deliver.js';
import type { Message } from '../../../src/sandbox/message-log.js';
import { appHomeOpened } from '../../../src/sandbox/payloads/app-home-opened.js';
import { appMention } from '../../../src/sandbox/payloads/app-mention.js';
import { blockActionsInMessage, blockActionsInView } from '../../../src/sandbox/payloads/block-actions.js';
import { eventCallback } from '../../../src/sandbox/payloads/event-callback.js';
import { messageAction } from '../../../src/sandbox/payloads/message-action.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import type { World } from '../../../src/sandbox/world.js';
import { type ActionName, actions, shortcuts } from '../../../src/slack/views/actions.js';
import { type VerbName, verbNames } from '../../../src/slack/views/commands.js';
import { modalWays } from './modal-entries.js';
import type { Spot } from './places.js';
import { buttonRows, otherRows, type Right, rowOf, shortcutRows, verbRows } from './who-may.js';

/** Somebody asks about a report, somewhere. */
export type Ask = Readonly<{
  world: World;
  user: string;
  spot: Spot;
  /** The report's id, or what is given in its place. */
  about: string;
  trigger: string;
  responseUrl: string;
  /** In place of what a modal carries. */
  metadata?: string;
}>;

/** One entry: a verb, a button, something chosen or pressed in an open form, a modal to submit, an event. */
export type WayIn = Readonly<{
  name: string;
  sort: 'verb' | 'button' | 'shortcut' | 'choice' | 'form' | 'event';
  right: Right;
  changes: boolean;
  /** It changes more reports than the one it names. */
  others?: true;
  parcel(ask: Ask): Delivery;
}>;

const at = new Date('2026-09-22T02:00:00Z');

/** Every entry that the code's registries have. @throws when one has no row in `who-may.ts` */
export function everyWayIn(world: World): readonly WayIn[] {
  return [...verbWays(), ...buttonWays(), ...shortcutWays(), ...modalWays(world), ...eventWays()];
}

function verbWays(): readonly WayIn[] {
  const way = (name: string, row: { right: Right; changes: boolean }, typed: (id: string) => string): WayIn => ({
    name,
    sort: 'verb',
    right: row.right,
    changes: row.changes,
    parcel: ({ world, user, spot, about, trigger, responseUrl }) => ({
      kind: 'command',
      answerable: true,
      body: {
        token: 'verification-token',
        team_id: world.person(user).team,
        team_domain: world.team(world.person(user).team).domain,
        channel_id: spot.channel,
        channel_name: spot.place,
        user_id: user,
        user_name: world.person(user).name,
        command: '/vuln',
        text: typed(about),
        api_app_id: world.app().id,
        is_enterprise_install: 'false',
        response_url: responseUrl,
        trigger_id: trigger,
      },
    }),
  });
  return [
    ...verbNames.map((name: VerbName) => {
      const row = rowOf(verbRows, name, 'verb');
      return way(`/vuln ${name}`, row, row.typed);
    }),
    way('/vuln', otherRows.menu, () => ''),
    way('/vuln nonsense', otherRows.unknownVerb, (id) => `zzyzzy ${id}`),
  ];
}

function buttonWays(): readonly WayIn[] {
  const way = (name: string, actionId: string, row: { right: Right; changes: boolean }): WayIn => ({
    name: `[${name}]`,
    sort: 'button',
    right: row.right,
    changes: row.changes,
    parcel: ({ world, user, spot, about, trigger, responseUrl }) => {
      const text = { type: 'plain_text', text: name };
      const element = { type: 'button', action_id: actionId, text, value: about } as const;
      const placed = { block: { type: 'actions', block_id: 'pressed', elements: [element] }, element };
      const pressed = { user, placed, chosen: undefined, triggerId: trigger, at };
      const body =
        spot.view === undefined
          ? blockActionsInMessage(world, pressed, spot.message as Message, responseUrl)
          : blockActionsInView(world, pressed, spot.view);
      return { kind: 'interaction', answerable: false, body };
    },
  });
  return [
    ...(Object.keys(actions) as ActionName[]).map((name) =>
      way(name, actions[name], rowOf(buttonRows, name, 'button')),
    ),
    way('of an older version', 'a_button_of_an_older_version', otherRows.retiredButton),
  ];
}

/** Chosen from the menu of a message: of any that somebody sees, and by whoever forges it. */
function shortcutWays(): readonly WayIn[] {
  return Object.values(shortcuts).map((callbackId): WayIn => {
    const { right, changes } = rowOf(shortcutRows, callbackId, 'shortcut');
    return {
      name: `the shortcut ${callbackId}`,
      sort: 'shortcut',
      right,
      changes,
      parcel: ({ world, user, spot, trigger: triggerId, responseUrl }) => {
        // A modal and a Home have no messages: whoever forges it names one elsewhere.
        const channel = world.channels().some(({ id }) => id === spot.channel) ? spot.channel : sandbox.general;
        const message = {
          ...spot.message,
          channel,
          author: user,
          ts: '1790042400.000100',
          text: 'a way in',
        } as Message;
        const body = messageAction(world, { user, message, callbackId, triggerId, responseUrl, at });
        return { kind: 'interaction', answerable: false, body };
      },
    };
  });
}

function eventWays(): readonly WayIn[] {
  const way = (
    name: string,
    { right, changes }: { right: Right; changes: boolean },
    event: (ask: Ask) => Record<string, unknown>,
  ) => ({
    name,
    sort: 'event' as const,
    right,
    changes,
    parcel: (ask: Ask): Delivery => ({
      kind: 'event',
      answerable: false,
      body: eventCallback(ask.world, event(ask), at, ask.spot.place === 'shared'),
    }),
  });
  return [
    way('Home is opened', otherRows.homeOpened, ({ world, user, spot }) => ({
      ...appHomeOpened(world, user, at),
      channel: spot.channel,
    })),
    way('the bot is mentioned', otherRows.mentioned, ({ world, user, spot, about }) => {
      const text = `<@${world.app().botUser}> ${about}`;
      const message = { ...spot.message, author: user, channel: spot.channel, text } as Message;
      return appMention(world, message);
    }),
  ];
}
