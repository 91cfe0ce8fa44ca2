import type { ReportId } from '../../../src/report/report-id.js';
import { typeBeside } from '../../commands/beside-a-bot.js';
import { aForm } from '../../support/a-form.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';

let bot: RunningBot;
let id: ReportId;
beforeAll(async () => {
  bot = await startRunningBot({ logLevel: 'error' });
  const { ana, mei } = bot.people;
  id = await ana.files();
  await mei.press('show', { on: id });
  await mei.closeAll();
  await ana.command(`/vuln ack ${id}`);
  await mei.command('/vuln ack VR-0000-0000');
  await mei.command(`/vuln assign ${id} <@${mei.id}>`);
});
afterAll(() => bot.stop());

const audit = (...args: readonly string[]) => typeBeside(bot, ['audit', ...args]);
const lines = async (about: string) => {
  const { code, out, err } = await audit(about, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return (JSON.parse(out) as { lines: readonly Readonly<Record<'deed' | 'what' | 'by' | 'code', string>>[] }).lines;
};

test('says who filed, opened and changed a report, and who was refused', async () => {
  const { ana, mei } = bot.people;
  const found = await lines(id);
  expect(found).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ deed: 'changed', what: 'ReportReceived', by: expect.stringContaining(ana.id) }),
      expect.objectContaining({ deed: 'opened', what: 'show', by: expect.stringContaining(mei.id) }),
      expect.objectContaining({ deed: 'changed', what: 'ResponderAssigned', by: expect.stringContaining(mei.id) }),
      expect.objectContaining({
        deed: 'refused',
        what: 'ack',
        code: 'not_for_you',
        by: expect.stringMatching(new RegExp(`${ana.id}.*not on the team`)),
      }),
    ]),
  );
  expect(await lines('VR-0000-0000')).toContainEqual(
    expect.objectContaining({ deed: 'refused', what: 'ack', code: 'no_such_report' }),
  );
});

test('does not depend on what is logged', () => {
  expect(bot.logged).toEqual([]);
});

test('reading the trail is in the trail, and no word of the report is', async () => {
  const { out } = await audit(id);
  expect(out).not.toContain(aForm().title);
  expect(out).not.toContain(aForm().overview);
  expect((await audit(id)).out).toMatch(/read_trail +audit +operator \S+/);
});

test('names nobody in the clear', async () => {
  const stored = await bot.database.db.collection('audit').find().toArray();
  expect(stored.length).toBeGreaterThan(4);
  for (const document of stored) {
    const { sealed, ...clear } = document;
    expect(Object.keys(clear).sort()).toEqual(expect.arrayContaining(['_id', 'at', 'v']));
    expect(JSON.stringify(clear)).not.toMatch(new RegExp(`${bot.people.mei.id}|${bot.people.ana.id}|show|refused`));
    expect(sealed).toBeDefined();
  }
});

test('an entry that is moved to another report, damaged or deleted is told', async () => {
  const entries = bot.database.db.collection('audit');
  const shown = await entries.find({ about: id }).sort({ at: 1 }).toArray();
  const [moved] = shown;
  if (moved === undefined) throw new Error('nothing was noted');
  await entries.updateOne({ _id: moved._id }, { $set: { about: 'VR-0000-0001' } });
  const read = await audit('VR-0000-0001');
  expect(read).toMatchObject({ code: 1, out: expect.stringMatching(/unreadable +damaged/) });
  await entries.updateOne({ _id: moved._id }, { $set: { about: id } });
  expect((await audit(id)).code).toBe(0);
  await entries.deleteOne({ _id: moved._id });
  expect(await audit(id)).toMatchObject({ code: 1, err: expect.stringContaining('1 entry is missing') });
});

test('nothing is known about an id that nobody used', async () => {
  expect(await audit('VR-ZZZZ-ZZZZ')).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('There is no report'),
  });
  expect(await audit('ZZZZ')).toMatchObject({ code: 2, err: expect.stringContaining('is not a report id') });
});
