import { z } from 'zod';
import { momentOn } from '../../deadline/local-date.js';
import { defined } from '../../report/defined.js';
import { Language } from '../../report/form.js';
import type { SandboxLanguage } from '../sandbox-language.js';
import type { SlackEmulator } from '../slack-emulator.js';
import type { Delivered, Suggestion, Value } from '../user-actions.js';
import { changesSince, noteMessages } from '../what-changed.js';
import { type ChangedPlace, changedPlace } from './changed-place.js';
import type { PageClock } from './page-clock.js';

const Place = z.union([
  z.object({ message: z.object({ channel: z.string(), ts: z.string() }) }),
  z.object({ view: z.string() }),
  z.object({ home: z.literal(true) }),
]);
const TypedValue = z.object({ type: z.string(), value: z.union([z.string(), z.array(z.string()), z.null()]) });
/** By block id: an input block has one element. */
const Values = z.record(z.string(), TypedValue);
const as = z.string();

/** What the page may send, by the last part of the address. */
const bodies = {
  say: z.object({ as, channel: z.string(), text: z.string().min(1).max(12_000), thread: z.string().optional() }),
  press: z.object({
    as,
    where: Place,
    block: z.string(),
    action: z.string(),
    type: z.string(),
    value: z.union([z.string(), z.array(z.string()), z.null()]).optional(),
    confirmed: z.boolean().optional(),
    values: Values.optional(),
  }),
  fill: z.object({ as, view: z.string(), values: Values }),
  suggest: z.object({ as, view: z.string(), action: z.string(), typed: z.string().max(3000) }),
  submit: z.object({ as, view: z.string(), values: Values }),
  close: z.object({ as, view: z.string(), all: z.boolean() }),
  shortcut: z.object({ as, message: z.object({ channel: z.string(), ts: z.string() }), callback: z.string() }),
  home: z.object({ as }),
  jump: z.object({ as, to: z.string() }),
  language: z.object({ to: Language }),
};
type Bodies = { [Name in keyof typeof bodies]: z.infer<(typeof bodies)[Name]> };

/** What the page works with. */
export type PageWorld = Readonly<{ slack: SlackEmulator; clock: PageClock; language: SandboxLanguage }>;

/** `problem` is a sentence for the person, or a code that the page has a sentence for. */
export type ActionResult = Readonly<{
  problem?: string;
  changes?: readonly ChangedPlace[];
  options?: readonly Suggestion[];
}>;

/** Does what the page asks. `undefined` for an unknown action, or one with a malformed body. */
export async function doAction(name: string, body: unknown, world: PageWorld): Promise<ActionResult | undefined> {
  if (!(name in bodies)) return undefined;
  const action = name as keyof Bodies;
  const read = bodies[action].safeParse(body);
  if (!read.success) return undefined;
  try {
    return await actions[action](read.data as never, world);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

const actions: {
  [Name in keyof Bodies]: (body: Bodies[Name], world: PageWorld) => Promise<ActionResult>;
} = {
  say: async ({ as: user, channel, text, thread }, { slack }) => {
    if (text.startsWith('/')) return outcome(await slack.as(user).command(channel, text));
    await slack.as(user).say(channel, text, thread);
    return {};
  },
  press: async ({ as: user, where, block, action, type, value, confirmed, values }, { slack }) => {
    const person = slack.as(user);
    const zone = slack.world.person(user).tz;
    if ('view' in where && values !== undefined) person.fill(where.view, plainValues(values, zone));
    const choice = value === undefined ? {} : { value: plainValue({ type, value }, zone) };
    return outcome(
      await person.press({ ...where, block }, action, { ...choice, ...(confirmed === true ? { confirm: true } : {}) }),
    );
  },
  fill: async ({ as: user, view, values }, { slack }) => {
    await slack.as(user).type(view, plainValues(values, slack.world.person(user).tz));
    return {};
  },
  suggest: async ({ as: user, view, action, typed }, { slack }) => ({
    options: await slack.as(user).suggest(view, action, typed),
  }),
  submit: async ({ as: user, view, values }, { slack }) => {
    const delivered = await slack.as(user).submit(view, plainValues(values, slack.world.person(user).tz));
    // The page shows errors at their fields, so they are no problem to show elsewhere.
    const atFields = Object.keys(slack.world.views.find(view)?.errors ?? {}).length > 0;
    return atFields ? {} : outcome(delivered);
  },
  close: async ({ as: user, view, all }, { slack }) => {
    const delivered = await slack.as(user).close(view, all);
    return delivered === undefined ? {} : outcome(delivered);
  },
  shortcut: async ({ as: user, message, callback }, { slack }) =>
    outcome(await slack.as(user).shortcut(message, callback)),
  home: async ({ as: user }, { slack }) => outcome(await slack.as(user).openHome()),
  jump: async ({ as: user, to }, { slack: { world }, clock }) => {
    const noted = noteMessages(world);
    const { problem } = await clock.jump(to);
    return problem === undefined
      ? { changes: changesSince(noted, world).map((change) => changedPlace(change, user, world)) }
      : { problem };
  },
  language: async ({ to }, { language }) => {
    language.set(to);
    return {};
  },
};

function outcome({ error }: Delivered): ActionResult {
  return defined({ problem: error });
}

function plainValues(values: z.infer<typeof Values>, zone: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).map(([block, typed]) => [block, plainValue(typed, zone)]));
}

/** The page sends a local time. Slack wants the moment in seconds. */
function plainValue({ type, value }: z.infer<typeof TypedValue>, zone: string): Value {
  if (type !== 'datetimepicker' || typeof value !== 'string') return value;
  const [date = '', time = ''] = value.split('T');
  return String(momentOn(date, time, zone).getTime() / 1000);
}
