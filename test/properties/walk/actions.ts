import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import type { Delivered } from '../../../src/sandbox/user-actions.js';
import type { ViewContent } from '../../../src/sandbox/view-stacks.js';
import { verbNames } from '../../../src/slack/views/commands.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import { callbacks } from '../../../src/slack/views/surfaces.js';
import type { RunningBot } from '../../support/running-bot.js';
import type { Seeded } from '../../support/seeded.js';
import type { Canaries } from './canaries.js';
import { type Filling, fillIn } from './fill-in.js';
import { type Pressable, pressableInView, pressableMessage } from './pick-button.js';

const { mei, bo, wen, ana, guo, solo, dana, ravi, stranger } = sandbox;

/** Who does something, and how often. */
const atWork: readonly (readonly [string, number])[] = [
  [mei, 22],
  [bo, 18],
  [wen, 10],
  [ana, 12],
  [guo, 8],
  [solo, 5],
  [dana, 14],
  [ravi, 12],
  [stranger, 3],
];

/** The field of canaries that somebody wrote where others read them. */
export const saidInTheOpen = 'a message that names the bot';

/** What somebody did. */
export type Step = Readonly<{ user: string; what: string; delivered?: Delivered; filled?: Filling }>;

export type DeedParts = Readonly<{
  bot: RunningBot;
  random: Seeded;
  canaries: Canaries;
  reports: readonly string[];
  pressed: (actionId: string) => void;
}>;

/** One thing that their client lets this person do, chosen from what they see; begun before this returns. */
export async function stepOf(user: string, parts: DeedParts): Promise<Step> {
  const { bot, random } = parts;
  const { world } = bot.slack;
  if (world.person(user).deactivated) return { user, what: 'is deactivated' };
  const hands = bot.slack.as(user);
  const atHome = world.person(user).team === world.home.id;
  const press = async (found: Pressable | undefined, what: string): Promise<Step> => {
    if (found === undefined) return { user, what: 'sees nothing to press' };
    parts.pressed(found.actionId);
    return { user, what, delivered: await hands.press(found.where, found.actionId, found.choice) };
  };

  const view = world.views.stack(user).at(-1);
  const die = random.next();
  if (view !== undefined && die < 0.8) {
    if (view.content.submit !== undefined && random.next() < sentAt(view)) {
      const filled = fillInAs(parts, user, view);
      return { user, what: 'sends a form', filled, delivered: await hands.submit(view.id, filled.values) };
    }
    const button = random.next() < 0.8 ? pressableInView(view, random) : undefined;
    if (button !== undefined) return await press(button, 'presses in a modal');
    const closed = await hands.close(view.id, random.next() < 0.5);
    return { user, what: 'closes a modal', ...(closed === undefined ? {} : { delivered: closed }) };
  }
  // Whoever is on the team mostly looks at the cards.
  if (world.channel(sandbox.securityChannel).members.includes(user) && random.next() < 0.6)
    return await press(pressableMessage(world, user, random), 'presses on a message');
  const home = world.views.home(user);
  if (home !== undefined && die < 0.1) return await press(pressableInView(home, random), 'presses on Home');
  if (atHome && die < 0.16) return { user, what: 'opens Home', delivered: await hands.openHome() };
  const places = world
    .channels()
    .filter(({ kind, members, archived }) => kind !== 'im' && members.includes(user) && !archived);
  const place = random.pick(places)?.id;
  if (place !== undefined && atHome && die < 0.42)
    return { user, what: 'types a command', delivered: await hands.command(place, aCommand(parts, user)) };
  if (place !== undefined && die < 0.46) {
    const canary = parts.canaries.make({ kind: 'typed', field: saidInTheOpen, author: user });
    await hands.say(place, `@vulndesk ${canary} is in the login page`);
    return { user, what: 'names the bot' };
  }
  return await press(pressableMessage(world, user, random), 'presses on a message');
}

/** How often a modal is sent rather than pressed in: some are mostly a way to others, or not yet whole. */
function sentAt({ content: { callback_id, blocks } }: { content: ViewContent }): number {
  if (callback_id === callbacks.assignForm) return 0.15;
  const started = blocks.some(({ block_id }) => block_id === inputs.message || block_id === inputs.messageAnew);
  return callback_id === callbacks.declineForm && !started ? 0.2 : 0.85;
}

export function somebody(random: Seeded): string {
  let left = random.next() * atWork.reduce((sum, [, often]) => sum + often, 0);
  const found = atWork.find(([, often]) => {
    left -= often;
    return left < 0;
  });
  return found?.[0] ?? mei;
}

function fillInAs({ bot, random, canaries, reports }: DeedParts, user: string, view: Parameters<typeof fillIn>[2]) {
  const { world } = bot.slack;
  const people = world.people().map(({ id }) => id);
  const channels = world.channels().map(({ id }) => id);
  const filled = fillIn({ random, canaries, now: bot.clock.now, people, channels, reports }, user, view);
  const onBehalf = filled.values.on_behalf_of;
  const files = view.content.callback_id === 'report_form';
  // A report belongs to whoever files it, unless somebody else is named.
  for (const number of filled.canaries)
    if (files && (onBehalf === undefined || onBehalf === null)) canaries.belong(number, { reporter: user });
  return filled;
}

/** A verb, right or nearly, with the id of any report at all, a person, or words that belong nowhere. */
function aCommand({ random, canaries, reports, bot }: DeedParts, user: string): string {
  const words = () => canaries.make({ kind: 'typed', field: 'a command', author: user });
  const id = () =>
    random.next() < 0.85 ? (random.pick(reports) ?? 'VR-0000-0000') : (random.pick(['VR-0000-0000', 'vr', '']) ?? '');
  const person = () => random.pick([...bot.slack.world.people().map(({ name }) => `@${name}`), 'me', words()]);
  const verb = random.pick([...verbNames, ...verbNames, '', '', '', '', words()]) ?? '';
  const args = random.pick([
    [],
    [id()],
    [id().toLowerCase()],
    [id(), person()],
    [words()],
    [id(), words()],
    [random.pick(verbNames)],
  ]);
  return ['/vuln', verb, ...(args ?? [])].join(' ');
}
