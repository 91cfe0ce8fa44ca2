import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions } from '../../../src/slack/views/actions.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import { type LocalMongod, startLocalMongod } from '../../../src/store/local-mongod/local-mongod.js';
import { aForm, inputsOf } from '../../support/a-form.js';
import { until } from '../../support/bounded-poll.js';
import type { Person } from '../../support/person.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';
import { textIn } from '../../support/screen.js';

const unsure = "We couldn't confirm that it was saved. Press Submit again. It won't be filed twice.";

describe('a MongoDB that goes away while somebody files a report', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'vulndesk-away-'));
  let mongod: LocalMongod;
  let bot: RunningBot;
  beforeAll(async () => {
    mongod = await startLocalMongod({ dataDir, onProgress: () => undefined });
    bot = await startRunningBot({ uri: mongod.uri });
  }, 90_000);
  afterAll(async () => {
    await bot.stop();
    await mongod.stop();
    await rm(dataDir, { recursive: true });
  });

  const filed = async (title: string) => {
    const client = await new MongoClient(mongod.uri).connect();
    try {
      const reports = await client.db(bot.config.store.database).collection('reports').countDocuments();
      const cards = bot.cards().filter((one) => textIn(one).includes(title)).length;
      return { reports, cards };
    } finally {
      await client.close();
    }
  };
  /** Ana presses Submit: how it was answered, and in how many milliseconds. */
  const submit = async (title: string) => {
    const { ana } = bot.people;
    const before = Date.now();
    // Not by `ana.submit`, which waits until the bot has nothing to do.
    const { answer, acked } = await bot.slack.as(ana.id).submit(ana.modal().id, inputsOf(aForm({ title })));
    return {
      answer: answer as { response_action?: string; errors?: Record<string, string> },
      acked,
      ms: Date.now() - before,
    };
  };

  test('frozen for 12 seconds: each press is answered in time as unsure, the text stays, and it is filed once', async () => {
    const title = 'Filed through a frozen database';
    const { ana } = bot.people;
    await ana.command('/vuln report');
    process.kill(mongod.pid, 'SIGSTOP');
    const frozenAt = Date.now();
    let submitted = 0;
    try {
      while (Date.now() - frozenAt < 12_000) {
        const { answer, acked, ms } = await submit(title);
        submitted += 1;
        expect(acked).toBe(true);
        expect(ms).toBeLessThan(3000);
        expect(answer).toEqual({ response_action: 'errors', errors: { [inputs.title]: unsure } });
        expect(ana.typed(inputs.title)).toBe(title);
      }
    } finally {
      process.kill(mongod.pid, 'SIGCONT');
    }
    expect(submitted).toBeGreaterThan(3);
    await until('the receipt', async () => (await submit(title)).answer.response_action === 'update');
    await bot.quiet();
    await until('the card', async () => (await filed(title)).cards > 0);
    expect(await filed(title)).toEqual({ reports: 1, cards: 1 });
    await ana.closeAll();
  }, 60_000);

  test('frozen: a press, a command and a form are told within 3 s that it is not certain, and are done once', async () => {
    const { ana, bo } = bot.people;
    const id = await ana.files({ title: 'Worked on in a frozen database' });
    await bo.pressInMore('addNote', id);
    const modal = bo.modal().id;
    const hands = bot.slack.as(bo.id);
    const tooLong = (look: string) => `can't tell whether it was done. To see, ${look}. Or try again`;
    /** In how many milliseconds they are shown this. */
    const shownIn = async (whom: Person, what: string, began: number) => {
      await until(what, () => whom.ephemerals().some((text) => text.includes(what)));
      return performance.now() - began;
    };
    const onCard = { message: bot.card(id) };
    process.kill(mongod.pid, 'SIGSTOP');
    let took: readonly number[];
    try {
      const began = performance.now();
      const [assigned, listed, noted] = await Promise.all([
        hands
          .command(sandbox.general, `/vuln assign ${id} @bo`)
          .then(() => shownIn(bo, tooLong(`type /vuln show ${id}`), began)),
        bot.slack
          .as(ana.id)
          .command(sandbox.general, '/vuln mine')
          .then(() => shownIn(ana, tooLong('open My reports'), began)),
        hands.submit(modal, { [inputs.message]: 'Seen while it was frozen' }).then(({ answer }) => {
          expect(JSON.stringify(answer)).toContain("We couldn't confirm that it was done.");
          return performance.now() - began;
        }),
      ]);
      const pressedAt = performance.now();
      const before = bo.ephemerals().length;
      await hands.press(onCard, actions.acknowledge);
      await until('the press to be answered', () => bo.ephemerals().length > before);
      took = [assigned, listed, noted, performance.now() - pressedAt];
    } finally {
      process.kill(mongod.pid, 'SIGCONT');
    }
    for (const ms of took) expect(ms).toBeLessThan(3000);
    await bot.quiet();
    await bo.closeAll();
    // It was done or not: the same again is done once. A claim that MongoDB carried out unseen holds the card until its lease ends.
    await until('the assignment', async () => {
      await bo.command(`/vuln assign ${id} @bo`);
      return !bo.lastEphemeral().includes("can't tell");
    });
    await until('the card', () => textIn(bot.card(id)).includes('Bo'), 75_000);
    await bo.pressInMore('addNote', id);
    await bo.submit({ [inputs.message]: 'Seen while it was frozen' });
    await bo.closeAll();
    await bo.command(`/vuln show ${id}`);
    expect(bo.modalText().split('Seen while it was frozen')).toHaveLength(2);
    await bo.closeAll();
  }, 180_000);

  test('killed: nothing is called stored that is not, and pressing again files once when it is back', async () => {
    const title = 'Filed through a killed database';
    const { ana } = bot.people;
    await ana.command('/vuln report');
    const before = mongod.pid;
    process.kill(before, 'SIGKILL');
    const { answer, ms } = await submit(title);
    expect(ms).toBeLessThan(3000);
    if (answer.response_action === 'errors') expect(answer.errors).toEqual({ [inputs.title]: unsure });
    await until('MongoDB to be back', () => mongod.pid !== before);
    if (answer.response_action === 'errors')
      await until('the receipt', async () => (await submit(title)).answer.response_action === 'update', 40_000);
    await bot.quiet();
    await until('the card', async () => (await filed(title)).cards > 0, 40_000);
    expect(await filed(title)).toEqual({ reports: 3, cards: 1 });
  }, 90_000);
});
