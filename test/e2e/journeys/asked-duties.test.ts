import { defaultPolicyFile, readPolicy } from '../../../src/config/policy.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import { digests, textIn } from '../../support/screen.js';
import { type BotWithReports, startBotWithReports } from './accepted-report.js';

const china = (text: string) => new Date(`${text}:00+08:00`);
const { duties } = readPolicy(defaultPolicyFile);
let bot: BotWithReports;

beforeAll(async () => {
  const fix = { bySeverity: { critical: { calendarDays: 7 } } };
  bot = await startBotWithReports({ policy: { leads: [sandbox.bo], duties: { ...duties, fix } } });
  bot.slack.world.changePerson(sandbox.mei, { locale: 'en-US' });
});
afterAll(async () => {
  await bot.stop();
});

test('a reporter who does not answer is reminded twice in their language, then the responder is told', async () => {
  const { ana, mei } = bot.people;
  const id = await ana.files({ language: 'zh' });
  await mei.press('assignToMe', { on: id });
  await mei.pressInMore('askReporter', id);
  await mei.submit({ [inputs.message]: '请问您用的是哪个版本？', [inputs.nextUpdate]: null });
  const heard = ana.directMessages().length;

  await bot.moveTo(china('2026-09-30T09:00'));
  expect(ana.directMessages()).toHaveLength(heard);
  await bot.moveTo(china('2026-09-30T18:00'));
  expect(ana.directMessages()).toHaveLength(heard + 1);
  expect(ana.lastDirectMessage()).toContain(`关于您的报告 ${id}，我们还在等待您对提问的答复`);
  expect(textIn(bot.thread(id).at(-1))).toContain('of the question.');
  await bot.moveTo(china('2026-10-19T18:00'));
  expect(ana.directMessages()).toHaveLength(heard + 2);
  const before = mei.directMessages().length;
  await bot.moveTo(china('2026-10-20T18:00'));
  expect(ana.directMessages()).toHaveLength(heard + 2);
  expect(mei.directMessages().slice(before).join()).toMatch(
    new RegExp(`${id}: The reporter hasn't answered.*Ask again, or close the report`),
  );
  expect(mei.directMessages()).toHaveLength(before + 1);
}, 60_000);

test('an accepted report has a day for the next step, for the fix and for publication, and reminds of each', async () => {
  const { mei } = bot.people;
  bot.clock.moveTo(china('2026-10-21T10:00'));
  const id = await bot.accepted('Left alone');
  const told = async (at: string) => {
    const before = mei.directMessages().length;
    await bot.moveTo(china(at));
    return mei.directMessages().slice(before).join();
  };
  const card = textIn(bot.card(id));
  for (const date of ['Mon 26 Oct, 18:00', 'Wed 28 Oct, 18:00', 'Tue 19 Jan, 18:00']) expect(card).toContain(date);
  expect(await told('2026-10-26T18:00')).toContain(`${id}: The next step was due`);
  // A note begins the time anew.
  await mei.pressInMore('addNote', id);
  await mei.submit({ [inputs.message]: 'Waits for the other team.' });
  expect(await told('2026-10-28T18:00')).toContain(`${id}: The fix was due`);
  expect(await told('2027-01-19T18:00')).toContain(`${id}: Publication was due`);
  expect(digests(bot.slack).at(-1)).toContain(id);
}, 60_000);
