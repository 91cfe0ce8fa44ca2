import { localeOf } from '../../../src/locales/locale-of.js';
import type { ReportId } from '../../../src/report/report-id.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import type { Person } from '../../support/person.js';
import { buttonsOf, lastOf, textIn } from '../../support/screen.js';
import { asMei, type BotWithReports, english, fixes, startBotWithReports } from './accepted-report.js';

const noNames = { person: String, time: String };
const { refusals: inChinese } = localeOf('zh');
const { triage, disclosure } = localeOf('en');

describe('a duplicate of an accepted report', () => {
  let bot: BotWithReports;
  beforeAll(async () => {
    bot = await startBotWithReports();
  });
  afterAll(async () => {
    await bot.stop();
  });

  const buttons = (id: ReportId) => Object.values(buttonsOf(bot.card(id)));
  const lastLine = (id: ReportId) => textIn(lastOf(bot.thread(id), 'line'));
  const boMarksDuplicate = async (id: ReportId, original: ReportId) => {
    const { bo } = bot.people;
    await bo.command(`/vuln triage ${id}`);
    await bo.press('duplicate');
    expect(await bo.submit({ [inputs.originalId]: original })).toEqual({});
    await bo.closeAll();
  };
  const boPrepares = async (id: ReportId) => {
    const { bo } = bot.people;
    await bo.press('recordFix', { on: id });
    expect(await bo.submit(fixes)).toEqual({});
    await bo.press('prepareDisclosure', { on: id });
    expect(await bo.submit(english)).toEqual({});
  };
  /** An accepted report of Ana's with a duplicate by somebody else; its disclosure is prepared by Bo. */
  const preparedWithDuplicateBy = async (reporter: Person, title: string) => {
    const original = await bot.accepted(title);
    const duplicate = await reporter.files({ title: `${title}, reported again` });
    await boMarksDuplicate(duplicate, original);
    await boPrepares(original);
    return { original, duplicate };
  };

  test('by a responder: they can neither prepare, approve nor publish the original, and both reporters are thanked and told when it is withdrawn', async () => {
    const { ana, bo, mei, wen } = bot.people;
    const { original, duplicate } = await preparedWithDuplicateBy(wen, 'Found by two, one of them on the team');
    const refusal = inChinese.own_duplicate({ id: original, duplicate }, noNames);
    const wenIsRefused = async (step: () => Promise<void>) => {
      const before = wen.ephemerals().length;
      await step();
      const shown = [...wen.ephemerals().slice(before), ...wen.modals().map(({ content }) => textIn(content))];
      expect(shown.join('\n')).toContain(refusal);
      await wen.closeAll();
    };
    await wenIsRefused(() => wen.pressInMore('prepareDisclosure', original));
    await wenIsRefused(() => wen.press('approve', { on: original }));
    await mei.press('approve', { on: original });
    expect(await mei.submit()).toEqual({});
    await wenIsRefused(() => wen.press('publish', { on: original }));
    expect(bot.announced()).toEqual([]);

    await bo.press('publish', { on: original });
    expect(await bo.submit()).toEqual({});
    expect(bot.announced()).toHaveLength(1);
    for (const [reporter, id] of [
      [ana, original],
      [wen, duplicate],
    ] as const) {
      const thanks = reporter.directMessages().filter((text) => /public now|已修复并公开/.test(text));
      expect(thanks.filter((text) => text.includes(id))).toHaveLength(1);
      // Somebody from another workspace can't open the announcement: each of them is sent its text.
      expect(thanks.join('\n')).toContain(english[inputs.enTitle]);
    }

    const reason = 'It is the documented behaviour.';
    await bo.pressInMore('withdrawAdvisory', original);
    expect(await bo.submit({ [inputs.change]: reason })).toEqual({});
    await mei.press('approve', { on: original });
    expect(await mei.submit()).toEqual({});
    await bo.press('publish', { on: original });
    expect(await bo.submit()).toEqual({});
    for (const reporter of [ana, wen]) {
      expect(reporter.lastDirectMessage()).toContain(original);
      expect(reporter.lastDirectMessage()).toContain(reason);
    }
  });

  test('by a responder, marked while they have the approval open: the approval is refused when they send it', async () => {
    const { wen } = bot.people;
    const original = await bot.accepted('Marked while somebody looks');
    const duplicate = await wen.files({ title: 'Marked while somebody looks, reported again' });
    await boPrepares(original);
    await wen.press('approve', { on: original });
    await boMarksDuplicate(duplicate, original);
    await wen.submit();
    expect(wen.modalText()).toContain(inChinese.own_duplicate({ id: original, duplicate }, noNames));
    await wen.closeAll();
  });

  test('reopened: it leaves the original, whose card, advisory and thread say so', async () => {
    const { guo, mei } = bot.people;
    const { original, duplicate } = await preparedWithDuplicateBy(guo, 'Not the same after all');
    expect(textIn(bot.card(original))).toContain(duplicate);
    await mei.pressInMore('reopen', duplicate);
    expect(await mei.submit()).toEqual({});
    expect(guo.lastDirectMessage()).toContain('handle your report on its own again');
    expect(textIn(bot.card(original))).not.toContain(duplicate);
    expect(lastLine(original)).toContain(triage.thread.duplicateDropped(duplicate));
    expect(buttons(original)[0]).toBe('Prepare disclosure…');
    expect((await bot.report(original)).duplicates).toEqual([]);
  });

  test('whose reporter changes their credit: the original has to be prepared again', async () => {
    const { guo, wen } = bot.people;
    const { original, duplicate } = await preparedWithDuplicateBy(guo, 'Another name for the second');
    await wen.press('approve', { on: original });
    expect(await wen.submit()).toEqual({});
    expect(buttons(original)[0]).toBe('Publish…');
    await bot.handle(duplicate, { type: 'ChangeCredit', credit: { by: 'name', name: 'G.' } }, asMei);
    await bot.quiet();
    expect(buttons(original)[0]).toBe('Prepare disclosure…');
    expect(lastLine(original)).toContain(disclosure.thread.duplicateCreditChanged);
  });

  test('whose original is withdrawn: it is open again', async () => {
    const { ana, guo } = bot.people;
    const original = await bot.accepted('Taken back with a duplicate');
    const duplicate = await guo.files({ title: 'Taken back with a duplicate, reported again' });
    await boMarksDuplicate(duplicate, original);
    await ana.command('/vuln mine');
    await ana.press('withdraw', { of: original, confirm: true });
    expect(textIn(bot.card(original))).toContain('Withdrawn');
    expect(textIn(bot.card(duplicate))).toContain('Acknowledged');
    expect(lastLine(duplicate)).toContain(triage.thread.originalWithdrawn(original));
    expect(buttons(duplicate)).toContain('Triage…');
  });
});
