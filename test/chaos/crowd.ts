import { randomUUID } from 'node:crypto';
import { sandbox } from '../../src/sandbox/sandbox-world.js';
import type { SlackEmulator } from '../../src/sandbox/slack-emulator.js';
import { actions } from '../../src/slack/views/actions.js';
import { inputs } from '../../src/slack/views/inputs.js';
import { aForm, inputsOf } from '../support/a-form.js';
import { cardsOn, idOn, textIn } from '../support/screen.js';
import type { Seeded } from '../support/seeded.js';

/** What people did, and what they were shown for it. */
export type Activity = {
  /** The id on each receipt that somebody saw, with the title they had filed. */
  receipts: { id: string; title: string }[];
  /** How often somebody had to press again because nobody, or an unsure bot, answered. */
  pressedAgain: number;
  /** Messages to reporters that were sent off and answered for. */
  messages: number;
};

/** The shortest and the longest, in milliseconds. */
type Pause = readonly [number, number];

/** Somebody gives up waiting for a bot after so long: then the test fails rather than hangs. */
const patienceMs = 150_000;

/** People who go on as people do: when nothing happens they press again. */
export function createCrowd(slack: SlackEmulator, random: Seeded) {
  const activity: Activity = { receipts: [], pressedAgain: 0, messages: 0 };
  const written: { id: string; text: string }[] = [];
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  /** Tries until it works. */
  async function untilDone<T>(what: string, attempt: () => Promise<T | undefined>): Promise<T> {
    const until = Date.now() + patienceMs;
    for (;;) {
      const done = await attempt();
      if (done !== undefined) return done;
      if (Date.now() > until) throw new Error(`nobody could ${what} for ${patienceMs / 1000} s`);
      activity.pressedAgain += 1;
      await pause(random.between(20, 120));
    }
  }

  /** The modal that opens. Nobody asks again before the trigger is over: a second form would take the place of the first. */
  async function opened(user: string) {
    for (let waited = 0; waited < 3200; waited += 20) {
      const view = slack.seenBy(user).views.at(-1);
      if (view !== undefined) return view;
      await pause(20);
    }
    return undefined;
  }

  /** Files one report and waits for its receipt, however often that takes. */
  async function file(user: string): Promise<string> {
    const title = `Found by ${user}: ${randomUUID()}`;
    const form = await untilDone('open the form', async () => {
      const { acked } = await slack.as(user).command(sandbox.general, '/vuln report');
      return acked ? await opened(user) : undefined;
    });
    const values = inputsOf(aForm({ title }));
    const id = await untilDone('file a report', async () => {
      const { acked } = await slack.as(user).submit(form.id, values);
      if (!acked) return undefined;
      return /VR-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(textIn(slack.seenBy(user).views.at(-1)?.content))?.[0];
    });
    activity.receipts.push({ id, title });
    await slack.as(user).close(form.id);
    return id;
  }

  /** Takes a report, or writes to its reporter; whether it works is seen on the card. */
  async function handle(user: string): Promise<void> {
    const card = random.pick(cardsOn(slack));
    if (card === undefined) return;
    const action = random.next() < 0.5 ? actions.assignToMe : actions.acknowledge;
    const shown = JSON.stringify(card.blocks).includes(`"${action}"`);
    if (!shown) return;
    const { acked } = await slack.as(user).press({ message: card }, action);
    if (!acked || action === actions.assignToMe) return;
    const form = await opened(user);
    if (form === undefined) return;
    // Something that was asked for before may open over it late.
    const text = `Thank you, we have it: ${randomUUID()}`;
    const onTop = () => slack.seenBy(user).views.at(-1)?.id === form.id;
    for (let times = 0; times < 3 && onTop(); times += 1) {
      const { acked: sent } = await slack.as(user).submit(form.id, { [inputs.message]: text });
      if (sent && slack.seenBy(user).views.length === 0) {
        activity.messages += 1;
        written.push({ id: idOn(card), text });
        return;
      }
      await pause(50);
    }
    const left = slack.seenBy(user).views.at(-1);
    if (left !== undefined) await slack.as(user).close(left.id, true);
  }

  return {
    activity,
    /** The messages to reporters that were answered for, each with a text of its own. */
    written,
    file,
    handle,
    /**
     * Everybody at their work until `over`; resolves when what each had begun has ended. `pauses`: of reporters and responders,
     * in milliseconds. As it is, about a hundred reports come in, on a fast machine too: a reminder names twenty, and more could
     * not be told apart.
     */
    work: async (
      reporters: readonly string[],
      responders: readonly string[],
      over: () => boolean,
      pauses: Readonly<Record<'reporters' | 'responders', Pause>> = { reporters: [250, 550], responders: [50, 300] },
    ) => {
      const goOn = async (work: () => Promise<unknown>, rest: Pause) => {
        while (!over()) {
          await work();
          await pause(random.between(...rest));
        }
      };
      await Promise.all([
        ...reporters.map((user) => goOn(() => file(user), pauses.reporters)),
        ...responders.map((user) => goOn(() => handle(user), pauses.responders)),
      ]);
    },
  };
}
