import { setTimeout as pause } from 'node:timers/promises';
import type { Delivery } from '../../../src/sandbox/delivery/deliver.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { openStore, type Store } from '../../../src/store/open-store.js';
import { type RunningBot, startRunningBot, tuesday } from '../../support/running-bot.js';
import { type AnswerBox, openAnswerBox } from './answer-box.js';
import type { WayIn } from './entries.js';
import { type Kind, kinds, matrixWorld } from './matrix-people.js';
import { oneAtATime } from './one-at-a-time.js';
import { layOutPlaces, type Place } from './places.js';
import { type StoredReport, storeReports } from './reports-in-every-state.js';

/** What somebody got for what they did, and how: in the answer to a modal, at a response_url, or by a call. */
export type Answer = Readonly<{ by: string; said: unknown }>;

/** Somebody uses an entry. `about` is an id, or what is given in its place. */
export type Attempt = Readonly<{
  way: WayIn;
  kind: Kind;
  place: Place;
  about: string;
  metadata?: string;
  /** Changes what is delivered: the payloads that Slack might send as well. */
  bend?: (body: Record<string, unknown>) => Record<string, unknown>;
}>;

export type MatrixBot = Readonly<{
  bot: RunningBot;
  store: Store;
  reports: readonly StoredReport[];
  /** Delivers, and waits for the one answer. Attempts of one person go one after the other. @throws when none comes */
  attempt(attempt: Attempt): Promise<Answer>;
  /** Reports as the database has them, by id: what they say, without what the loop notes beside it. */
  documents(): Promise<ReadonlyMap<string, string>>;
  /** The same of one report. */
  document(id: string): Promise<string | undefined>;
  /** Puts a report back to how it was at the start. */
  restore(id: string): Promise<void>;
  /** Calls since a point in `bot.slack.requests` that post, change or remove something that others see. */
  postsSince(from: number): readonly string[];
  stop(): Promise<void>;
}>;

/** Milliseconds; only a loaded machine needs any of it. */
const patienceMs = 30_000;
/** What of a document tells how the report stands. */
const said = { version: 1, status: 1, sealed: 1 };
/** The bot looks after its report button now and then; whoever asks for that has it pinned, too. */
const keepsTheButton = (method: string, { channel }: Readonly<Record<string, unknown>>) =>
  method === 'chat.update' && channel === sandbox.reports;
const posting = /^(?:chat\.|pins\.|conversations\.(?!info|members|list|history|replies)|reactions\.|files\.)/;

/** The whole bot with a report in every state, and everything said that is due. */
export async function startMatrixBot(): Promise<MatrixBot> {
  const world = matrixWorld();
  const often = 1_000_000;
  const forms = { personHour: often, personDay: often, workspaceHour: often };
  const bot = await startRunningBot({ world, policy: { leads: [kinds.lead, kinds.ownResponder], forms } });
  const { uri, database } = bot.config.store;
  const store = await openStore({ uri, database, ring: bot.config.keyring });
  const reports = await storeReports(store.reports, bot.policy, tuesday);
  bot.app.clockMoved();
  await bot.quiet();
  const collection = bot.database.db.collection<{ _id: string }>('reports');
  const atFirst = new Map((await collection.find().toArray()).map((document) => [document._id, document]));
  const spotOf = layOutPlaces(world, tuesday);
  const box = await openAnswerBox();
  const calls = callsOf(bot);
  const inTurn = oneAtATime();
  let made = 0;

  const attempt = ({ way, kind, place, about, metadata, bend }: Attempt) =>
    inTurn(kind, async (): Promise<Answer> => {
      const key = ++made;
      const user = kinds[kind];
      const spot = spotOf(user, place);
      const trigger = bot.slack.triggerOf(user, place === 'modal' || way.sort === 'form' || way.sort === 'choice');
      const forged = metadata === undefined ? {} : { metadata };
      const ask = { world, user, spot, about, trigger, responseUrl: box.urlFor(key), ...forged };
      const parcel = way.parcel(ask);
      const bent: Delivery = bend === undefined ? parcel : { ...parcel, body: bend({ ...parcel.body }) };
      const from = bot.slack.requests.length;
      const reply = await bot.slack.deliver(bent);
      if (reply.kind === 'failed') throw new Error(`${way.name} was not answered: ${reply.why}`);
      if (way.sort === 'form') return { by: 'the modal', said: reply.body ?? 'closed' };
      const { container } = bent.body as { container?: { view_id?: string } };
      const here = { user, trigger, view: container?.view_id, sort: way.sort, from };
      return await answerTo(box, key, () => calls(here), `${way.name} by ${kind} in ${place}`);
    });

  return {
    bot,
    store,
    reports,
    attempt,
    documents: async () => {
      const found = await collection.find({}, { projection: said }).toArray();
      return new Map(found.map((document) => [document._id, JSON.stringify(document)]));
    },
    document: async (id) => {
      const found = await collection.findOne({ _id: id }, { projection: said });
      return found === null ? undefined : JSON.stringify(found);
    },
    restore: async (id) => {
      const document = atFirst.get(id);
      if (document === undefined) throw new Error('only what was there at the start is put back');
      await collection.replaceOne({ _id: id }, document);
    },
    postsSince: (from) =>
      bot.slack.requests
        .slice(from)
        .filter(({ method, args }) => posting.test(method) && !keepsTheButton(method, args))
        .map(({ method, args }) => `${method} to ${String(args.channel)}`),
    stop: async () => {
      await box.close();
      await store.close();
      await bot.stop();
    },
  };
}

async function answerTo(box: AnswerBox, key: number, call: () => Answer | undefined, what: string): Promise<Answer> {
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    const [said] = box.got(key);
    const answer = said === undefined ? call() : { by: 'an answer', said };
    if (answer !== undefined) return answer;
    if (Date.now() > giveUpAt) throw new Error(`no answer within ${patienceMs / 1000} seconds: ${what}`);
    await pause(1);
  }
}

type Here = Readonly<{ user: string; trigger: string; view: string | undefined; sort: string; from: number }>;

/** The call that answers somebody: by their trigger, the modal they stand in, or their name in an event's answer. */
function callsOf({ slack }: RunningBot): (here: Here) => Answer | undefined {
  return ({ user, trigger, view, sort, from }) => {
    for (let i = from; i < slack.requests.length; i += 1) {
      const call = slack.requests[i];
      if (call === undefined) continue;
      const { method, args } = call;
      const theirs =
        sort === 'event'
          ? args.user_id === user || (method === 'chat.postEphemeral' && args.user === user)
          : args.trigger_id === trigger || (view !== undefined && args.view_id === view);
      // What the bot says to somebody in the open of a channel is shown to nobody else.
      if (theirs) return { by: method, said: args.view ?? { text: args.text, blocks: args.blocks } };
    }
    return undefined;
  };
}
