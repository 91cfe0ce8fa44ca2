import type { ApiCall } from '../../../src/sandbox/api/api-call.js';
import { sandbox, sandboxWorld } from '../../../src/sandbox/sandbox-world.js';
import { actions, inputs } from '../../../src/slack/views/ids.js';
import { openStore, type Store } from '../../../src/store/open-store.js';
import { seeded } from '../../chaos/seeded.js';
import { until } from '../../support/bounded-poll.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';
import { directMessages, ephemerals, lastOf, openModal, threadOf, textIn } from '../../support/screen.js';
import { aForm, cardsOn, idOn, openFormOf, valuesOf } from './filing.js';
import { type GoneWrong, waysToGoWrong } from './unsafe-channels.js';

const { ana, mei, bo, wen, general, securityChannel } = sandbox;

/** A hundred with the long tests. */
const mostToggles = Number(process.env.CHANNEL_TOGGLES ?? 20);

/** When the channel was unsafe, by the injected clock. */
type Stretch = { from: number; to: number };

describe('trouble with the security channel', () => {
  let bot: RunningBot;
  let store: Store;
  let filed = 0;
  const stretches: Stretch[] = [];
  const now = () => bot.clock.now().getTime();
  const forward = (seconds: number) => bot.moveTo(new Date(now() + seconds * 1000));

  beforeAll(async () => {
    bot = await startRunningBot({ policy: { leads: [bo] } });
    const { config, database } = bot;
    store = await openStore({ uri: database.uri, database: database.database, ring: config.keyring });
  });
  afterAll(async () => {
    await store.close();
    await bot.stop();
  });

  /** Files a report with a canary of its own in every field. */
  async function fileOne(user: string): Promise<string> {
    filed += 1;
    const canary = (field: string) => `CANARY${filed}${field}`;
    const view = await openFormOf(bot, user);
    const form: Record<string, string | readonly string[]> = { ...valuesOf(aForm()), [inputs.cve]: '' };
    const fields = ['title', 'overview', 'otherVersions', 'verification', 'contact', 'creditName'] as const;
    for (const field of fields) form[inputs[field]] = canary(field.toUpperCase());
    const sent = await bot.slack.as(user).submit(view.id, form);
    await bot.quiet();
    const id = /VR-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(JSON.stringify(sent.answer))?.[0];
    if (id === undefined) throw new Error('not stored');
    await bot.slack.as(user).close(openModal(bot.slack, user).id);
    return id;
  }
  async function acknowledge(user: string, id: string): Promise<void> {
    await bot.slack.as(user).command(general, `/vuln ack ${id}`);
    await bot.quiet();
    const letter = openModal(bot.slack, user);
    await bot.slack.as(user).submit(letter.id, { [inputs.message]: `CANARYLETTER for ${id}` });
    await bot.quiet();
  }
  async function goWrong(way: GoneWrong): Promise<void> {
    way.breakIt(bot.slack);
    stretches.push({ from: now(), to: Number.POSITIVE_INFINITY });
  }
  function mend(way: GoneWrong): void {
    way.mendIt(bot.slack);
    lastOf(stretches, 'stretch').to = now();
  }
  const done = ({ response }: ApiCall) => (response as { body?: { ok?: boolean } } | undefined)?.body?.ok === true;
  const posts = () => bot.slack.requests.filter(({ method }) => method.startsWith('chat.') && method !== 'chat.delete');
  /** What was posted in the channel when it had been unsafe for a minute; and what of a report was posted anywhere but to its reporter. */
  function leaks(): string[] {
    const inTrouble = (at: Date) =>
      stretches.some(({ from, to }) => at.getTime() >= from + 60_000 && at.getTime() < to);
    return posts()
      .filter((call) => done(call) && inTrouble(call.at))
      .filter(
        ({ args }) => args.channel === securityChannel || (args.channel !== ana && /CANARY/.test(JSON.stringify(args))),
      )
      .map(({ method, args, at }) => `${method} to ${String(args.channel)} at ${at.toISOString()}`);
  }
  const warnings = (user: string) => directMessages(bot.slack, user).filter(({ text }) => text.includes('not safe'));

  /** Everything due of each report was said in the channel once and in order. */
  async function saidOnceInOrder(): Promise<{ cards: number; lines: number }> {
    const cards = cardsOn(bot.slack).filter(({ broadcast }) => !broadcast);
    expect(cards.map(idOn).toSorted()).toEqual([...new Set(cards.map(idOn))].toSorted());
    expect(cards).toHaveLength(filed);
    let lines = 0;
    for (const card of cards) {
      const tracked = await store.reports.find(idOn(card) as never);
      if (tracked === undefined) throw new Error(`${idOn(card)} is not stored`);
      const keys = threadOf(bot.slack, card).map(({ metadata }) => String(metadata?.event_payload.key));
      expect(keys).toEqual([...new Set(keys)]);
      const events = keys.flatMap((key) => /\/thread\/(\d+)$/.exec(key)?.[1] ?? []).map(Number);
      expect(events).toEqual(tracked.history.map((_, n) => n).slice(1));
      expect(tracked.card?.shownVersion).toBe(tracked.version);
      lines += keys.length;
    }
    return { cards: cards.length, lines };
  }

  test.each(waysToGoWrong.map((way) => [way.what, way] as const))(
    'when it %s nothing is posted there after a minute, a lead hears of it once, and what is due follows once',
    async (_, way) => {
      const old = await fileOne(ana);
      const oldCard = lastOf(cardsOn(bot.slack), 'card');
      expect(idOn(oldCard)).toBe(old);
      const [heard, letters] = [warnings(bo).length, directMessages(bot.slack, ana).length];
      await goWrong(way);
      await forward(60);
      const young = await fileOne(ana);
      expect(textIn(lastOf(warnings(bo), 'warning'))).toContain(way.says);
      // Who works on with the commands: also where the bot can't tell any more who is on the team.
      await bot.slack.as(bo).press({ message: oldCard }, actions.show);
      await bot.quiet();
      if (way.sees) {
        await bot.slack.as(bo).close(openModal(bot.slack, bo).id);
        await acknowledge(mei, old);
        const dms = directMessages(bot.slack, ana).slice(letters);
        expect(dms.filter(({ text }) => text.includes(`CANARYLETTER for ${old}`))).toHaveLength(1);
        await bot.slack.as(bo).command(general, '/vuln list');
        await bot.quiet();
        expect(textIn(lastOf(ephemerals(bot.slack, bo), 'list'))).toContain(young);
      } else {
        expect(textIn(lastOf(ephemerals(bot.slack, bo), 'answer'))).toContain('could not be asked just now');
        expect(bot.slack.seenBy(bo).views).toEqual([]);
      }
      for (let look = 0; look < 4; look += 1) await forward(61);
      expect(warnings(bo)).toHaveLength(heard + 1);
      expect(cardsOn(bot.slack).map(idOn)).not.toContain(young);
      mend(way);
      await forward(61);
      await forward(61);
      expect(leaks()).toEqual([]);
      expect(cardsOn(bot.slack).map(idOn)).toContain(young);
      await saidOnceInOrder();
      // So that the same told again is told again.
      await forward(3600);
    },
  );

  test('when it is renamed nothing changes', async () => {
    bot.slack.world.changeChannel(securityChannel, { name: 'security-team-renamed' });
    await forward(61);
    const id = await fileOne(ana);
    expect(idOn(lastOf(cardsOn(bot.slack), 'card'))).toBe(id);
  });

  test('coming and going again and again, it gets no detail while unsafe and everything once and in order', async () => {
    const { seed, next: random, between, pick } = seeded();
    const [before, heard] = [filed, warnings(bo).length];
    const open: string[] = [];
    let toggles = 0;
    let acknowledged = 0;
    while (toggles < mostToggles) {
      const way = pick(waysToGoWrong);
      if (way === undefined) throw new Error('there is no way to go wrong');
      await goWrong(way);
      toggles += 1;
      await forward(between(20, 140));
      // Now and then surely, so that few toggles have something to hide as well.
      if (toggles % 8 === 1 || random() < 0.25) open.push(await fileOne(ana));
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
    const said = await saidOnceInOrder();
    const told = warnings(bo).length - heard;
    const rungs = bot.slack.world.messages.in(securityChannel).filter(({ metadata }) => {
      return /acknowledge_\d+\/\d+$/.test(String(metadata?.event_payload.key));
    });
    process.stdout.write(
      `channel trouble: seed ${seed}, ${toggles} toggles, ${filed - before} reports, ${acknowledged} acknowledged, ` +
        `${said.cards} cards, ${said.lines} lines, ${rungs.length} rungs, ${told} warnings to the lead, ` +
        `${posts().length} posts looked at\n`,
    );
    expect(leaks()).toEqual([]);
    expect(filed - before).toBeGreaterThan(mostToggles / 20);
    if (mostToggles >= 100) expect(acknowledged).toBeGreaterThan(2);
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThanOrEqual(toggles / 2);
  });
});

describe('a start', () => {
  test('with an unsafe channel is told to whoever is a responder, takes reports, and posts when it is mended', async () => {
    const world = sandboxWorld();
    world.changeChannel(securityChannel, { pendingExtShared: true });
    const bot = await startRunningBot({ world, ops: true });
    try {
      const ready = async () => {
        const { host, port } = bot.config.ops ?? { host: '', port: 0 };
        const answer = await fetch(`http://${host}:${port}/readyz`);
        return { status: answer.status, text: await answer.text() };
      };
      expect((await ready()).text).toContain('channel: failed');
      for (const user of [mei, bo, wen]) expect(directMessages(bot.slack, user)).toHaveLength(1);
      const view = await openFormOf(bot, ana);
      await bot.slack.as(ana).submit(view.id, valuesOf(aForm()));
      await bot.quiet();
      expect(textIn(openModal(bot.slack, ana).content)).toContain('Your report is stored as VR-');
      expect(cardsOn(bot.slack)).toEqual([]);
      world.changeChannel(securityChannel, { pendingExtShared: false });
      await bot.moveTo(new Date(bot.clock.now().getTime() + 61_000));
      expect(cardsOn(bot.slack)).toHaveLength(1);
      await until('the channel to be fine again', async () => (await ready()).text.includes('channel: ok'));
      expect((await ready()).status).toBe(200);
    } finally {
      await bot.stop();
    }
  });

  test('while nobody is named as lead, those who were last seen in a channel hear that the bot has lost it', async () => {
    const bot = await startRunningBot();
    try {
      bot.slack.world.leave(securityChannel, sandbox.bot);
      await bot.moveTo(new Date(bot.clock.now().getTime() + 61_000));
      const view = await openFormOf(bot, ana);
      await bot.slack.as(ana).submit(view.id, valuesOf(aForm()));
      await bot.quiet();
      for (const user of [mei, bo, wen]) expect(directMessages(bot.slack, user)).toHaveLength(1);
    } finally {
      await bot.stop();
    }
  });
});
