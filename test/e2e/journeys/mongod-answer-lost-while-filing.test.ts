import { type FreshDatabase, freshDatabase } from '../../support/fresh-database.js';
import { lineTo, type MongodLine } from '../../support/mongod-line.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';
import { textIn } from '../../support/screen.js';

const title = 'Stored, though the answer never came';
/** In the reply to an insert: how many documents it stored, as BSON. */
const oneStored = Buffer.from('\x10n\x00\x01\x00\x00\x00', 'latin1');

describe('a connection to MongoDB that breaks between an insert and its answer', () => {
  let fresh: FreshDatabase;
  let line: MongodLine;
  let bot: RunningBot;
  let armed = false;
  let lost = 0;
  beforeAll(async () => {
    fresh = await freshDatabase('unheard');
    line = await lineTo(fresh.uri, (said) => {
      if (!armed || bot.commands.at(-1) !== 'insert' || !said.includes(oneStored)) return said;
      armed = false;
      lost += 1;
      line.cut();
      line.mend();
      return said;
    });
    bot = await startRunningBot({ uri: line.uri });
  });
  afterAll(async () => {
    await bot.stop();
    await line.stop();
    await fresh.drop();
  });

  test('the form is answered with the receipt at once, and the report is filed once', async () => {
    const { ana } = bot.people;
    armed = true;
    const id = await ana.files({ title });
    expect(lost).toBe(1);
    await bot.quiet();
    expect(await bot.database.db.collection('reports').countDocuments()).toBe(1);
    expect(bot.cards().map(textIn)).toEqual([expect.stringContaining(title)]);
    expect(bot.cards()).toEqual([bot.card(id)]);
    expect(ana.directMessages().filter((text) => text.includes(id))).toHaveLength(1);
  });
});
