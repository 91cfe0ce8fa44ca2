import { localeOf } from '../../../src/locales/locale-of.js';
import { asMei, type BotWithReports, canaries, startBotWithReports } from './accepted-report.js';

const chinese = localeOf('zh');

describe('a responder who reported a vulnerability', () => {
  let bot: BotWithReports;
  beforeAll(async () => {
    bot = await startBotWithReports();
  });
  afterAll(async () => {
    await bot.stop();
  });

  test('sees of their report what a reporter sees: no notes, no history, nothing of a duplicate', async () => {
    const { bo, guo, wen } = bot.people;
    const id = await wen.files({ title: 'Found by somebody on the team' });
    const other = await guo.files({ title: 'The same, reported from outside' });
    const tell = { message: 'Thank you, we look into it.', route: 'direct_message' } as const;
    await bot.handle(id, { type: 'AcknowledgeReport', ...tell }, asMei);
    await bot.handle(id, { type: 'AddNote', text: canaries.note }, asMei);
    await bot.handle(id, { type: 'NoteDuplicate', duplicate: other }, asMei);
    await bot.handle(other, { type: 'MarkDuplicate', of: id, tell }, asMei);
    await bot.quiet();

    await bo.press('show', { on: id });
    for (const part of [canaries.note, other, localeOf('en').view.label.history])
      expect(bo.modalText()).toContain(part);

    for (const open of [() => wen.press('show', { on: id }), () => wen.command(`/vuln show ${id}`)]) {
      await open();
      expect(wen.modal().content.title?.text).toBe(chinese.pages.ownTitle);
      for (const part of [id, tell.message, chinese.pages.ownOnTeam]) expect(wen.modalText()).toContain(part);
      for (const part of [canaries.note, other, chinese.messages.notes, chinese.view.label.history])
        expect(wen.modalText()).not.toContain(part);
      await wen.closeAll();
    }

    await wen.press('more', { on: id });
    expect(wen.modals()).toEqual([]);
    expect(wen.lastEphemeral()).toContain(chinese.refusals.own_report({ id }, { person: String, time: String }));
  });

  test('turns its pages as a reporter does', async () => {
    const { wen } = bot.people;
    const id = await wen.files({ title: 'Long, by somebody on the team' });
    for (let n = 0; n < 60; n += 1) {
      const message = `Message ${n}. ${'We look into it. '.repeat(100)}`;
      await bot.handle(id, { type: 'SendMessage', purpose: 'information', message, route: 'by_hand' }, asMei);
      if (n % 20 === 0) await bot.handle(id, { type: 'AddNote', text: `${canaries.note} ${n}` }, asMei);
    }
    await bot.quiet();
    await wen.command(`/vuln show ${id}`);
    expect(wen.modalText()).toContain('Message 0.');
    await wen.press('ownNextPage');
    expect(wen.modalText()).not.toContain('Message 0.');
    expect(wen.modalText()).toMatch(/Message \d+\./);
    expect(wen.modalText()).not.toContain('CANARYNOTE');
  });
});
