import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import { startRunningBot } from '../../support/running-bot.js';
import { textIn } from '../../support/screen.js';

test('a lead pauses a reporter: they are told, their text waits, and the team hears of it once at the end', async () => {
  const bot = await startRunningBot({ policy: { leads: [sandbox.bo] } });
  const { ana, bo, mei } = bot.people;
  const writes = async (text: string) => {
    await ana.press('addInformation');
    const hint = ana.modalText();
    await ana.submit({ [inputs.message]: text });
    return hint;
  };
  const shown = async () => {
    await mei.closeAll();
    await mei.command(`/vuln show ${id}`);
    return mei.modalText();
  };
  const id = await ana.files();
  try {
    await mei.press('assignToMe', { on: id });
    await mei.press('more', { on: id });
    expect(mei.modalText()).not.toContain('Pause reporter');
    await mei.closeAll();

    await bo.pressInMore('pauseReporter', id);
    expect(await bo.submit({ [inputs.pauseUntil]: '2026-09-22' })).toEqual({
      [inputs.pauseUntil]: 'Choose a day after today, at most 30 days ahead.',
    });
    await bo.submit({ [inputs.pauseUntil]: '2026-09-24' });
    expect(ana.lastDirectMessage()).toContain(`We'll read what you write about ${id} after Thu 24 Sep, 09:00`);
    const lines = bot.thread(id).length;

    await ana.command('/vuln mine');
    expect(await writes('The first thing.')).toContain('The team will read it after Thu 24 Sep, 09:00');
    await writes('The second thing.');
    expect(bot.thread(id)).toHaveLength(lines);
    expect(await shown()).not.toContain('The first thing.');
    await ana.press('readOwn');
    expect(ana.modalText()).toContain('The second thing.');

    await bot.moveTo(new Date('2026-09-24T09:00:00+08:00'));
    expect(bot.thread(id)).toHaveLength(lines + 1);
    const line = textIn(bot.thread(id).at(-1));
    expect(line).toContain('has ended. Open the report to read 2 replies.');
    expect(line).toContain(`<@${sandbox.mei}>`);
    expect(await shown()).toContain('The first thing.');

    await bo.pressInMore('pauseReporter', id);
    await bo.submit({ [inputs.pauseUntil]: '2026-09-30' });
    await bo.pressInMore('endReporterPause', id);
    expect(bo.modalText()).toContain('The reporter wrote nothing meanwhile.');
  } finally {
    await bot.stop();
  }
}, 60_000);
