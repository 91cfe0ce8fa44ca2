import { blockActionsInView } from '../../../src/sandbox/payloads/block-actions.js';
import { viewSubmission } from '../../../src/sandbox/payloads/view-submission.js';
import { readView } from '../../../src/sandbox/view-content.js';
import type { OpenView, StateValues } from '../../../src/sandbox/view-stacks.js';
import { filled, optionsOf, type Placed, placedElements, stateOf } from '../../../src/sandbox/view-state.js';
import type { World } from '../../../src/sandbox/world.js';
import { type ActionName, actions } from '../../../src/slack/views/actions.js';
import { type ChoiceName, choices } from '../../../src/slack/views/inputs.js';
import { callbacks } from '../../../src/slack/views/surfaces.js';
import { drawAll } from '../../slack/views/every-sample.js';
import { english, id as sampleId } from '../../slack/views/surface-samples.js';
import type { Ask, WayIn } from './entries.js';
import { buttonRows, choiceRows, formRows, rowOf } from './who-may.js';

type Modals = keyof typeof callbacks;
type Content = OpenView['content'];
/** A modal as a sample shows it, filled. */
type Sample = Readonly<{ name: Modals; content: Content; state: StateValues }>;

const at = new Date('2026-09-22T02:00:00Z');

/** Modals as their samples show them, filled: one for each sort of thing that a modal carries. */
function samplesOf(world: World): readonly Sample[] {
  const drawn = drawAll(english, ['en']).flatMap(({ shown }) => (shown.kind === 'modal' ? [shown.view] : []));
  return (Object.keys(callbacks) as Modals[]).flatMap((name) => {
    const { chosen = {} } = rowOf(formRows, name, 'modal');
    const mine = drawn.filter(({ callback_id }) => callback_id === callbacks[name]);
    if (mine.length === 0)
      throw new Error(`No sample shows the modal "${name}". Add one to test/slack/surface-samples.ts.`);
    return mine.map((view) => {
      const content = readView(world, view, 'modal');
      return { name, content, state: filledState(content.blocks, chosen) };
    });
  });
}

/** Everything that is done in a modal of ours: submitting it, choosing in it, pressing a button that redraws it. */
export function modalWays(world: World): readonly WayIn[] {
  const samples = samplesOf(world);
  return [...formWays(samples), ...choiceWays(samples), ...pressWays(samples)];
}

function formWays(samples: readonly Sample[]): readonly WayIn[] {
  return (Object.keys(callbacks) as Modals[]).flatMap((name) => {
    const row = rowOf(formRows, name, 'modal');
    const carried = new Map(
      samples.filter((one) => one.name === name).map((one) => [one.content.private_metadata, one]),
    );
    return [...carried.values()].map(
      (sample, n): WayIn => ({
        name: `modal ${name}${carried.size > 1 ? ` ${n + 1}` : ''}`,
        sort: 'form',
        right: row.right,
        changes: row.changes,
        ...(row.others && { others: true }),
        parcel: (ask) => {
          const { world, user, spot, trigger, responseUrl } = ask;
          const open: OpenView = {
            id: `V0FORM${user}`,
            user,
            hash: '1.1',
            content: about(ask, sample.content),
            state: sample.state,
            errors: {},
            rootId: `V0FORM${user}`,
            ...(spot.view === undefined ? {} : { previousId: spot.view.id }),
          };
          const urls = spot.view === undefined ? [{ channel_id: spot.channel, response_url: responseUrl }] : [];
          const body = { ...viewSubmission(world, open, trigger), response_urls: urls };
          return { kind: 'interaction', answerable: true, body };
        },
      }),
    );
  });
}

/** Inputs of which the bot hears at once, by the modal's sample in which each stands first: all of a choice, or one a sample. */
export function everyChoice(world: World): readonly WayIn[] {
  return choicesIn(samplesOf(world)).map(({ way }) => way);
}

/** One entry for each route of choices and each set of inputs that it listens to. */
function choiceWays(samples: readonly Sample[]): readonly WayIn[] {
  const first = new Map<string, WayIn>();
  for (const { name, beside, way } of choicesIn(samples))
    if (!first.has(`${name} ${beside}`)) first.set(`${name} ${beside}`, way);
  return [...first.values()];
}

function choicesIn(samples: readonly Sample[]): readonly Readonly<{ name: ChoiceName; beside: string; way: WayIn }>[] {
  const found = new Map<string, Readonly<{ name: ChoiceName; beside: string; way: WayIn }>>();
  for (const name of Object.keys(choices) as ChoiceName[]) {
    const row = rowOf(choiceRows, name, 'choice');
    for (const sample of samples) {
      const heard = placedElements(sample.content.blocks).filter(({ element }) => isOf(name, element.action_id));
      const beside = heard.map(({ element }) => element.action_id).join();
      for (const placed of heard) {
        const { action_id: id } = placed.element;
        const chosen = sample.state[placed.block.block_id]?.[id];
        const way: WayIn = { name: `choosing ${id}`, sort: 'choice', ...row, parcel: inside(sample, placed, chosen) };
        if (!found.has(id)) found.set(id, { name, beside, way });
      }
    }
    if (![...found.values()].some((one) => one.name === name))
      throw new Error(`No sample shows the choice "${name}". Add one to test/slack/surface-samples.ts.`);
  }
  return [...found.values()];
}

const isOf = (name: ChoiceName, action: string) => choices[name].some((id) => id === action);

/** Buttons in a modal that can be submitted: pressed there, the modal may be drawn anew from what stands in it. */
function pressWays(samples: readonly Sample[]): readonly WayIn[] {
  return (Object.keys(actions) as ActionName[]).flatMap((name) => {
    const places = new Map<string, Sample>();
    for (const sample of samples)
      if (buttonIn(sample, name) !== undefined && !places.has(sample.name)) places.set(sample.name, sample);
    return [...places.values()].map((sample): WayIn => {
      const placed = buttonIn(sample, name) as Placed;
      const row = rowOf(buttonRows, name, 'button');
      return { name: `[${name}] in ${sample.name}`, sort: 'choice', ...row, parcel: inside(sample, placed, undefined) };
    });
  });
}

function buttonIn({ content }: Sample, name: ActionName): Placed | undefined {
  return placedElements(content.blocks).find(({ element }) => element.action_id === actions[name]);
}

/** Something is pressed or chosen in a modal that stands open: on top of another one, or alone. */
function inside(sample: Sample, { block, element }: Placed, chosen: StateValues[string][string] | undefined) {
  return (ask: Ask): ReturnType<WayIn['parcel']> => {
    const { world, user, spot, trigger } = ask;
    const [bottom] = world.views.stack(user);
    if (bottom !== undefined && spot.view?.id !== bottom.id) world.views.close(bottom);
    const open = world.views.push(user, about(ask, sample.content), sample.state);
    const theirs = element.value === undefined ? element : { ...element, value: ask.about };
    const pressed = { user, placed: { block, element: theirs }, chosen, triggerId: trigger, at };
    return { kind: 'interaction', answerable: false, body: blockActionsInView(world, pressed, open) };
  };
}

/** The same modal about another report: the one that is asked about, or what somebody forged. */
function about({ metadata, about: id }: Ask, content: Content): Content {
  return { ...content, private_metadata: metadata ?? content.private_metadata.replaceAll(sampleId, id) };
}

/** What stands in a modal that somebody filled: texts as drafted, first choices, and what the row chooses. */
function filledState(
  blocks: Parameters<typeof placedElements>[0],
  chosen: Readonly<Record<string, string | readonly string[]>>,
): StateValues {
  const state: Record<string, Record<string, StateValues[string][string]>> = {};
  for (const [block, inner] of Object.entries(stateOf(blocks))) state[block] = { ...inner };
  for (const placed of placedElements(blocks)) {
    const { block, element } = placed;
    const inner = state[block.block_id];
    if (inner === undefined) continue;
    const wish = chosen[block.block_id];
    const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });
    const { type } = element;
    if (wish !== undefined && type === 'static_select')
      inner[element.action_id] = { type, selected_option: option(String(wish)) };
    else if (wish !== undefined && (type === 'multi_static_select' || type === 'checkboxes'))
      inner[element.action_id] = { type, selected_options: [wish].flat().map(option) };
    else if (wish !== undefined) inner[element.action_id] = filled(placed, wish as string);
    else if (/_text_input$/.test(type) && !inner[element.action_id]?.value)
      inner[element.action_id] = filled(placed, 'Written in the matrix.');
    else if (type === 'radio_buttons' || type === 'static_select')
      inner[element.action_id] = { type, selected_option: element.initial_option ?? optionsOf(element)[0] ?? null };
  }
  return state;
}
