import type { ReportId } from '../../../src/report/report-id.js';
import { stepOfAct } from '../../../src/report/step-of-act.js';
import type { ApiCall } from '../../../src/sandbox/api/api-call.js';
import { sandbox, sandboxWorld } from '../../../src/sandbox/sandbox-world.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import { openStore, type Store } from '../../../src/store/open-store.js';
import { until } from '../../support/bounded-poll.js';
import type { Person } from '../../support/person.js';
import { type RunningBot, startRunningBot, withBot } from '../../support/running-bot.js';
import { digests, idOn, lastOf } from '../../support/screen.js';
import { seeded } from '../../support/seeded.js';
import { type GoneWrong, waysToGoWrong } from './unsafe-channels.js';

const { ana: reporter, bo: lead, securityChannel } = sandbox;

/** A hundred with the long tests. */
const mostToggles = Number(process.env.CHANNEL_TOGGLES ?? 12);

/** When nothing may be posted in the channel, by the injected clock. */
type Stretch = { from: number; to: number };

describe('the security channel', () => {
  let bot: RunningBot;
  let store: Store;
  let filed = 0;
  const stretches: Stretch[] = [];
  const now = () => bot.clock.now().getTime();
  const forward = (seconds: number) => bot.moveTo(new Date(now() + seconds * 1000));

  beforeAll(async () => {
    bot = await startRunningBot({ policy: { leads: [lead] } });
    const { config, database } = bot;
    store = await openStore({ uri: database.uri, database: database.database, ring: config.keyring });
  });
  afterAll(async () => {
    await store.close();
    await bot.stop();
  });

  /** Ana files a report with a canary of its own in every field. */
  async function fileOne(): Promise<ReportId> {
    filed += 1;
    const canary = (field: string) => `CANARY${filed}${field}`;
    const fields = ['title', 'overview', 'otherVersions', 'verification', 'contact'] as const;
    const form = Object.fromEntries(fields.map((field) => [field, canary(field.toUpperCase())]));
    return bot.people.ana.files(form, { [inputs.creditName]: canary('CREDITNAME') });
  }
  async function acknowledge(person: Person, id: ReportId): Promise<void> {
    await person.command(`/vuln ack ${id}`);
    await person.submit({ [inputs.message]: `CANARYMESSAGE for ${id}` });
  }
  function goWrong(way: GoneWrong): void {
    way.breakIt(bot.slack);
    stretches.push({ from: now() + 1000 * way.seconds, to: Number.POSITIVE_INFINITY });
  }
  function mend(way: GoneWrong): void {
    way.mendIt(bot.slack);
    lastOf(stretches, 'stretch').to = now();
  }
  const done = ({ response }: ApiCall) => (response as { body?: { ok?: boolean } } | undefined)?.body?.ok === true;
  const posts = () => bot.slack.requests.filter(({ method }) => method.startsWith('chat.') && method !== 'chat.delete');
  /** What was posted in the channel when that was too late; and what of a report was posted anywhere but to its reporter. */
  function leaks(): string[] {
    const inTrouble = (at: Date) => stretches.some(({ from, to }) => at.getTime() >= from && at.getTime() < to);
    return posts()
      .filter((call) => done(call) && inTrouble(call.at))
      .filter(
        ({ args }) =>
          args.channel === securityChannel || (args.channel !== reporter && /CANARY/.test(JSON.stringify(args))),
      )
      .map(({ method, args, at }) => `${method} to ${String(args.channel)} at ${at.toISOString()}`);
  }
  /** What the lead was told about the channel. */
  const warnings = () => bot.people.bo.directMessages().filter((text) => text.includes("isn't safe"));

  /** Everything due of each report was posted in the channel once and in order. */
  async function postedOnceInOrder(): Promise<{ cards: number; lines: number }> {
    const cards = bot.cards().filter(({ broadcast }) => !broadcast);
    expect(cards.map(idOn).toSorted()).toEqual([...new Set(cards.map(idOn))].toSorted());
    expect(cards).toHaveLength(filed);
    let lines = 0;
    for (const card of cards) {
      const tracked = await store.reports.find(idOn(card));
      if (tracked === undefined) throw new Error(`${idOn(card)} is not stored`);
      const keys = bot.thread(idOn(card)).map(({ metadata }) => String(metadata?.event_payload.key));
      expect(keys).toEqual([...new Set(keys)]);
      const events = keys.flatMap((key) => /\/thread\/(\d+)$/.exec(key)?.[1] ?? []).map(Number);
      const told = tracked.history.flatMap(({ type }, n) =>
        n === 0 || type === 'ReportSeen' || stepOfAct(tracked.history, n) !== n ? [] : [n],
      );
      expect(events).toEqual(told);
      expect(tracked.card?.shownVersion).toBe(tracked.version);
      lines += keys.length;
    }
    return { cards: cards.length, lines };
  }

  test.each(waysToGoWrong.map((way) => [way.what, way] as const))(
    'when it %s nothing is posted there any more, the lead is warned once, and what was due follows once',
    async (_, way) => {
      const { ana, bo, mei } = bot.people;
      const old = await fileOne();
      expect(idOn(bot.card())).toBe(old);
      const heard = warnings().length;
      goWrong(way);
      await forward(way.seconds);
      const young = await fileOne();
      expect(lastOf(warnings(), 'warning')).toContain(way.says);
      // Work goes on with the commands; not where the bot can't tell any more who is on the team, which it knew for a minute.
      if (!way.sees) await forward(60);
      await bo.press('show', { on: old });
      if (way.sees) {
        await bo.closeAll();
        const before = ana.directMessages().length;
        await acknowledge(mei, old);
        const messages = ana.directMessages().slice(before);
        expect(messages.filter((text) => text.includes(`CANARYMESSAGE for ${old}`))).toHaveLength(1);
        await bo.command('/vuln list');
        expect(bo.modalText()).toContain(young);
        await bo.closeAll();
      } else {
        expect(bo.lastEphemeral()).toContain("couldn't tell us");
        expect(bo.modals()).toEqual([]);
      }
      for (let look = 0; look < 2; look += 1) await forward(61);
      expect(warnings()).toHaveLength(heard + 1);
      expect(bot.cards().map(idOn)).not.toContain(young);
      mend(way);
      await forward(61);
      await forward(61);
      expect(leaks()).toEqual([]);
      expect(bot.cards().map(idOn)).toContain(young);
      await postedOnceInOrder();
      // An hour later the same warning may be sent again.
      await forward(3600);
    },
  );

  test('when it is renamed nothing changes', async () => {
    bot.slack.world.changeChannel(securityChannel, { name: 'security-team-renamed' });
    await forward(61);
    const id = await fileOne();
    expect(idOn(bot.card())).toBe(id);
  });

  test('becoming unsafe and safe again and again, it gets nothing while unsafe, and everything once and in order', async () => {
    const { seed, next: random, between, pick } = seeded();
    const [before, heard] = [filed, warnings().length];
    const open: ReportId[] = [];
    const { bo, mei } = bot.people;
    let toggles = 0;
    let acknowledged = 0;
    while (toggles < mostToggles) {
      const way = pick(waysToGoWrong);
      if (way === undefined) throw new Error('there is no way to go wrong');
      goWrong(way);
      toggles += 1;
      await forward(between(20, 140));
      // Now and then surely, so that few toggles have something to hide as well.
      if (toggles % 8 === 1 || random() < 0.25) open.push(await fileOne());
      const [next] = open;
      if (way.sees && next !== undefined && random() < 0.4) {
        await acknowledge(pick([mei, bo]) ?? bo, next);
        open.shift();
        acknowledged += 1;
      }
      // Now and then long enough for a rung of the ladder to come due.
      await forward(random() < 0.15 ? 7200 : 61);
      mend(way);
      toggles += 1;
      if (random() < 0.7) await forward(between(30, 150));
    }
    await forward(61);
    await forward(61);
    const said = await postedOnceInOrder();
    const told = warnings().length - heard;
    console.info(
      `channel trouble: seed ${seed}, ${toggles} toggles, ${filed - before} reports, ${acknowledged} acknowledged, ` +
        `${said.cards} cards, ${said.lines} lines, ${digests(bot.slack).length} digests, ${told} warnings to the lead, ` +
        `${posts().length} posts looked at`,
    );
    expect(leaks()).toEqual([]);
    expect(filed - before).toBeGreaterThan(mostToggles / 20);
    if (mostToggles >= 100) expect(acknowledged).toBeGreaterThan(2);
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThanOrEqual(toggles / 2);
  });
});

describe('a bot that starts', () => {
  test('with an unsafe channel tells every responder, takes reports, and posts them when the channel is safe', async () => {
    const world = sandboxWorld();
    world.changeChannel(securityChannel, { pendingExtShared: true });
    await withBot({ world, ops: true }, async (bot) => {
      const { ana, mei, bo, wen } = bot.people;
      const ready = async () => {
        const { host, port } = bot.config.ops ?? { host: '', port: 0 };
        const answer = await fetch(`http://${host}:${port}/readyz`);
        return { status: answer.status, text: await answer.text() };
      };
      expect((await ready()).text).toContain('channel: failed');
      for (const one of [mei, bo, wen]) expect(one.directMessages()).toHaveLength(1);
      await ana.files();
      expect(bot.cards()).toEqual([]);
      world.changeChannel(securityChannel, { pendingExtShared: false });
      await bot.pass(61_000);
      expect(bot.cards()).toHaveLength(1);
      await until('the channel to be fine again', async () => (await ready()).text.includes('channel: ok'));
      expect((await ready()).status).toBe(200);
    });
  });

  test('and is removed from the channel tells those last seen in it, when no lead is named', () =>
    withBot({}, async (bot) => {
      const { ana, mei, bo, wen } = bot.people;
      bot.slack.world.leave(securityChannel, sandbox.bot);
      await bot.pass(61_000);
      await ana.files();
      for (const one of [mei, bo, wen]) expect(one.directMessages()).toHaveLength(1);
    }));
});
