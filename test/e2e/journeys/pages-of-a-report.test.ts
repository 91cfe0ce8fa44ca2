import { inputs } from '../../../src/slack/views/inputs.js';
import { aForm } from '../../support/a-form.js';
import { startRunningBot } from '../../support/running-bot.js';

test('a long report goes on on the next page, and its reporter reads all of their own text', async () => {
  const bot = await startRunningBot();
  const { ana, bo } = bot.people;
  try {
    const id = await ana.files();
    const numbers = [1, 2, 3, 4, 5, 6, 7];
    for (const n of numbers) {
      await bo.pressInMore('addNote', id);
      await bo.submit({ [inputs.message]: `Note number ${n}.` });
      await bo.closeAll();
    }
    await bo.press('show', { on: id });
    expect(bo.modalText()).toContain('Page 1 of 2');
    expect(bo.modalText()).not.toContain('Note number 1.');
    await bo.press('nextPage');
    for (const n of numbers) expect(bo.modalText()).toContain(`Note number ${n}.`);
    await bo.press('previousPage');
    expect(bo.modalText()).toContain('Page 1 of 2');

    await ana.command('/vuln mine');
    await ana.press('readOwn');
    expect(ana.modalText()).toContain(aForm().verification);
    expect(ana.modalText()).not.toContain('Note number');
  } finally {
    await bot.stop();
  }
});
