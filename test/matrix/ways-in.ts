import type { Parcel } from '../../src/sandbox/delivery/deliver.js';
import type { Message } from '../../src/sandbox/message-log.js';
import { appHomeOpened } from '../../src/sandbox/payloads/app-home-opened.js';
import { appMention } from '../../src/sandbox/payloads/app-mention.js';
import { blockActionsInMessage, blockActionsInView } from '../../src/sandbox/payloads/block-actions.js';
import { eventCallback } from '../../src/sandbox/payloads/event-callback.js';
import { viewSubmission } from '../../src/sandbox/payloads/view-submission.js';
import { readView } from '../../src/sandbox/view-content.js';
import type { OpenView, StateValues } from '../../src/sandbox/view-stacks.js';
import { filled, optionsOf, placedElements, stateOf } from '../../src/sandbox/view-state.js';
import type { World } from '../../src/sandbox/world.js';
import { type ActionName, actions, callbacks } from '../../src/slack/ids.js';
import { type VerbName, verbNames } from '../../src/slack/verbs.js';
import { drawAll } from '../slack/every-sample.js';
import { english, id as sampleId } from '../slack/surface-samples.js';
import type { Spot } from './places.js';
import { buttonRows, formRows, otherRows, type Right, verbRows } from './who-may.js';

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

/** One way in: a verb, a button, a modal to submit, an event. */
export type WayIn = Readonly<{
  name: string;
  sort: 'verb' | 'button' | 'form' | 'event';
  right: Right;
  changes: boolean;
  parcel(ask: Ask): Parcel;
}>;

const at = new Date('2026-09-22T02:00:00Z');

/** Every way in that the code's registries have. @throws when one has no row in `who-may.ts` */
export function everyWayIn(world: World): readonly WayIn[] {
  return [...verbWays(), ...buttonWays(), ...formWays(world), ...eventWays()];
}

function rowOf<R>(rows: Readonly<Record<string, R>>, name: string, sort: string): R {
  const found = rows[name];
  if (found === undefined)
    throw new Error(`Nothing says who may use the ${sort} "${name}". Add its line to test/matrix/who-may.ts.`);
  return found;
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
      way(name, actions[name].id, rowOf(buttonRows, name, 'button')),
    ),
    way('of an older version', 'a_button_of_an_older_version', otherRows.retiredButton),
  ];
}

/** Modals as their samples show them: one way in for each sort of thing that a modal carries. */
function formWays(world: World): readonly WayIn[] {
  const samples = drawAll(english, ['en']).flatMap(({ shown }) => (shown.kind === 'modal' ? [shown.view] : []));
  return (Object.keys(callbacks) as (keyof typeof callbacks)[]).flatMap((name) => {
    const row = rowOf(formRows, name, 'modal');
    const mine = samples.filter(({ callback_id }) => callback_id === callbacks[name]);
    if (mine.length === 0)
      throw new Error(`No sample shows the modal "${name}". Add one to test/slack/surface-samples.ts.`);
    const carried = new Map(mine.map((view) => [view.private_metadata ?? '', view]));
    return [...carried].map(([metadata, view], n): WayIn => {
      const content = readView(world, view, 'modal');
      const state = filledState(content.blocks, row.chosen ?? {});
      return {
        name: `modal ${name}${carried.size > 1 ? ` ${n + 1}` : ''}`,
        sort: 'form',
        right: row.right,
        changes: row.changes,
        parcel: ({ world: theirs, user, spot, about, trigger, responseUrl, metadata: forged }) => {
          const mineToo = { ...content, private_metadata: forged ?? metadata.replaceAll(sampleId, about) };
          const open: OpenView = {
            id: `V0FORM${user}`,
            user,
            hash: '1.1',
            content: mineToo,
            state,
            errors: {},
            rootId: `V0FORM${user}`,
            ...(spot.view === undefined ? {} : { previousId: spot.view.id }),
          };
          const urls = spot.view === undefined ? [{ channel_id: spot.channel, response_url: responseUrl }] : [];
          const body = { ...viewSubmission(theirs, open, trigger), response_urls: urls };
          return { kind: 'interaction', answerable: true, body };
        },
      };
    });
  });
}

/** What stands in a modal that somebody filled: texts as drafted, first choices, and what the row chooses. */
function filledState(
  blocks: Parameters<typeof placedElements>[0],
  chosen: Readonly<Record<string, string | readonly string[]>>,
): StateValues {
  const state: Record<string, Record<string, StateValues[string][string]>> = {};
  for (const [block, inside] of Object.entries(stateOf(blocks))) state[block] = { ...inside };
  for (const placed of placedElements(blocks)) {
    const { block, element } = placed;
    const inside = state[block.block_id];
    if (inside === undefined) continue;
    const wish = chosen[block.block_id];
    const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });
    const { type } = element;
    if (wish !== undefined && type === 'static_select')
      inside[element.action_id] = { type, selected_option: option(String(wish)) };
    else if (wish !== undefined && (type === 'multi_static_select' || type === 'checkboxes'))
      inside[element.action_id] = { type, selected_options: [wish].flat().map(option) };
    else if (wish !== undefined) inside[element.action_id] = filled(placed, wish as string);
    else if (/_text_input$/.test(type) && !inside[element.action_id]?.value)
      inside[element.action_id] = filled(placed, 'Written in the matrix.');
    else if (type === 'radio_buttons' || type === 'static_select')
      inside[element.action_id] = { type, selected_option: element.initial_option ?? optionsOf(element)[0] ?? null };
  }
  return state;
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
    parcel: (ask: Ask): Parcel => ({
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
