import { z } from 'zod';
import { momentOn } from '../../deadline/local-date.js';
import { defined } from '../../report/defined.js';
import type { SlackEmulator } from '../slack-emulator.js';
import type { Delivered, Value } from '../user-actions.js';
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

/** What the page may ask for, by the last part of its address. */
const deeds = {
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
  submit: z.object({ as, view: z.string(), values: Values }),
  close: z.object({ as, view: z.string(), all: z.boolean() }),
  home: z.object({ as }),
  jump: z.object({ to: z.string() }),
};
type Asked = { [PageAction in keyof typeof deeds]: z.infer<(typeof deeds)[PageAction]> };

export type Done = Readonly<{ problem?: string }>;

/** Does what the page asks. A problem is a sentence to show; `undefined` is no such deed, or one that lacks something. */
export async function doAction(
  name: string,
  body: unknown,
  slack: SlackEmulator,
  clock: PageClock,
): Promise<Done | undefined> {
  if (!(name in deeds)) return undefined;
  const deed = name as keyof Asked;
  const asked = deeds[deed].safeParse(body);
  if (!asked.success) return undefined;
  try {
    return await doers[deed](asked.data as never, slack, clock);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

const doers: {
  [PageAction in keyof Asked]: (asked: Asked[PageAction], slack: SlackEmulator, clock: PageClock) => Promise<Done>;
} = {
  say: async ({ as: user, channel, text, thread }, slack) => {
    if (text.startsWith('/')) return outcome(await slack.as(user).command(channel, text));
    await slack.as(user).say(channel, text, thread);
    return {};
  },
  press: async ({ as: user, where, block, action, type, value, confirmed, values }, slack) => {
    const hands = slack.as(user);
    const zone = slack.world.person(user).tz;
    if ('view' in where && values !== undefined) await hands.type(where.view, plainValues(values, zone));
    const choice = value === undefined ? {} : { value: plainValue({ type, value }, zone) };
    return outcome(
      await hands.press({ ...where, block }, action, { ...choice, ...(confirmed === true ? { confirm: true } : {}) }),
    );
  },
  fill: async ({ as: user, view, values }, slack) => {
    await slack.as(user).type(view, plainValues(values, slack.world.person(user).tz));
    return {};
  },
  submit: async ({ as: user, view, values }, slack) => {
    const delivered = await slack.as(user).submit(view, plainValues(values, slack.world.person(user).tz));
    // What is wrong with a field stands at the field.
    const atFields = Object.keys(slack.world.views.find(view)?.errors ?? {}).length > 0;
    return atFields ? {} : outcome(delivered);
  },
  close: async ({ as: user, view, all }, slack) => {
    const delivered = await slack.as(user).close(view, all);
    return delivered === undefined ? {} : outcome(delivered);
  },
  home: async ({ as: user }, slack) => outcome(await slack.as(user).openHome()),
  jump: async ({ to }, _, clock) => clock.jump(to),
};

function outcome({ error }: Delivered): Done {
  return defined({ problem: error });
}

function plainValues(values: z.infer<typeof Values>, zone: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).map(([block, typed]) => [block, plainValue(typed, zone)]));
}

/** The page sends a local time; Slack wants the moment in seconds. */
function plainValue({ type, value }: z.infer<typeof TypedValue>, zone: string): Value {
  if (type !== 'datetimepicker' || typeof value !== 'string') return value;
  const [date = '', time = ''] = value.split('T');
  return String(momentOn(date, time, zone).getTime() / 1000);
}
