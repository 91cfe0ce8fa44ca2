import { eraseByPolicy } from '../../../src/handling/eraser.js';
import { noticeMs } from '../../../src/handling/retention.js';
import type { ReportId } from '../../../src/report/report-id.js';
import type { Message } from '../../../src/sandbox/message-log.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import { openStore } from '../../../src/store/open-store.js';
import { typeBeside } from '../../commands/beside-a-bot.js';
import { everyWord } from '../../store/every-word.js';
import { until } from '../../support/bounded-poll.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';
import { directMessages } from '../../support/screen.js';

const canary = 'c4n4ry';
const dayMs = 24 * 3_600_000;
let bot: RunningBot;
let id: ReportId;
let other: ReportId;
let cardTs: string;
beforeAll(async () => {
  bot = await startRunningBot();
  const { ana, guo, mei } = bot.people;
  other = await guo.files();
  id = await ana.files({ title: `The title ${canary}`, overview: `The overview ${canary}` });
  cardTs = bot.card(id).ts;
  await mei.press('acknowledge', { on: id });
  await mei.submit({ [inputs.message]: `We look at it, ${canary}.` });
});
afterAll(() => bot.stop());

const erase = (...args: readonly string[]) => typeBeside(bot, ['erase', ...args]);
const withdraw = async (person: typeof bot.people.ana, of: ReportId) => {
  await person.command('/vuln mine');
  await person.press('withdraw', { of, confirm: true });
  await person.closeAll();
};
const said = ({ text, blocks, metadata }: Message) => JSON.stringify([text, blocks, metadata]);
/** What stands in the security channel and in the reporter's messages. */
const standing = () => {
  const { messages } = bot.slack.world;
  return [...messages.in(bot.config.channels.security), ...directMessages(bot.slack, bot.people.ana.id)].map(said);
};
const words = () => everyWord(bot.database.db, bot.config.keyring);
const cleanedUp = async (of: ReportId) =>
  await until('nothing is left', async () => {
    const erased = bot.database.db.collection<{ _id: string; unfinished: boolean }>('erased');
    return (await erased.findOne({ _id: of }))?.unfinished === false;
  });

test('a report that is open is erased only by somebody who knows, and nothing without a reason', async () => {
  const open = { code: 1, err: expect.stringMatching(/still open.*--open/s) };
  expect(await erase(id, '--yes', '--reason', 'asked for')).toMatchObject(open);
  expect(await erase(id, '--open')).toMatchObject({ code: 2, err: expect.stringContaining('which is still open') });
  expect(await erase(id, '--open', '--yes')).toMatchObject({ code: 2, err: expect.stringContaining('--reason') });
  await bot.people.mei.press('more', { on: id });
  expect(bot.people.mei.modalText()).not.toContain('Erase…');
  await bot.people.mei.closeAll();
  expect(await words()).toContain(canary);
});

test('a lead erases a report in Slack: it is gone from the database and from Slack, and that there was one stays', async () => {
  const { ana, mei } = bot.people;
  await withdraw(ana, id);
  expect(standing().join()).toContain(canary);
  await mei.pressInMore('erase', id);
  expect(mei.modalText()).toContain('无法撤销');
  expect(await mei.submit({ [inputs.eraseReason]: 'The reporter asked for it.' })).toEqual({});
  await mei.closeAll();
  await cleanedUp(id);

  expect(standing().join()).not.toContain(canary);
  expect(standing().join()).not.toContain('Ana');
  const card = bot.slack.world.messages.find(bot.config.channels.security, cardTs);
  expect(card && said(card)).toMatch(new RegExp(`${id} was erased .*Withdrawn`));
  expect(bot.slack.world.messages.in(bot.config.channels.security).filter((one) => one.threadTs === cardTs)).toEqual(
    [],
  );
  expect(new Set(ana.directMessages())).toEqual(new Set([expect.stringContaining(`This was a message about ${id}`)]));
  const left = await words();
  expect(left).not.toMatch(new RegExp(`${canary}|Ana|${ana.id}`));
  expect(left).toContain(other);
});

test('its audit trail has dates and kinds, and who erased it and why', async () => {
  const { code, out } = await typeBeside(bot, ['audit', id]);
  expect(code).toBe(0);
  expect(out).toMatch(/changed +ReportReceived +-$/m);
  expect(out).toMatch(/opened +more +-$/m);
  expect(out).toMatch(new RegExp(`administered +erase +.*${bot.people.mei.id}`));
  expect(out).not.toContain(bot.people.ana.id);
});

test('it is not found any more, and erasing it again changes nothing', async () => {
  const { ana, mei } = bot.people;
  await mei.command(`/vuln show ${id}`);
  expect(mei.lastEphemeral()).toContain(`没有编号为 ${id} 的报告`);
  await ana.command('/vuln mine');
  expect(ana.modalText()).not.toContain(id);
  await ana.closeAll();
  expect(await erase(id, '--yes', '--reason', 'again')).toMatchObject({
    code: 0,
    out: expect.stringContaining('erased already'),
  });
});

test('a bot that starts again finds that its database is as new as the channel', async () => {
  expect(await typeBeside(bot, ['backup-check'])).toMatchObject({ code: 0 });
});

test('a backup from before the erasure is noticed', async () => {
  const reports = bot.database.db.collection<{ _id: string }>('reports');
  const erased = bot.database.db.collection<{ _id: string }>('erased');
  const theirs = await reports.findOne({ _id: other });
  await withdraw(bot.people.guo, other);
  expect(await erase(other, '--yes', '--reason', 'asked for')).toMatchObject({ code: 0 });
  await cleanedUp(other);
  await erased.deleteOne({ _id: other });
  if (theirs !== null) await reports.insertOne(theirs);
  expect(await typeBeside(bot, ['backup-check'])).toMatchObject({ code: 1, out: expect.stringContaining(other) });
  expect(await erase(other, '--open', '--yes', '--reason', 'restored')).toMatchObject({ code: 0 });
  await cleanedUp(other);
});

test('what the policy keeps so long is announced a week ahead and then erased, and nothing else', async () => {
  const { ana, bo } = bot.people;
  const old = await ana.files();
  const open = await bo.files();
  await withdraw(ana, old);
  const { uri, database } = bot.database;
  const { erasures, audit: trail, reports, close } = await openStore({ uri, database, ring: bot.config.keyring });
  const log = { note: () => undefined, warn: () => undefined, fail: () => '' };
  const told: (readonly ReportId[])[] = [];
  const pass = async (days: number, retention?: { closed?: number; withdrawn?: number }, heard = true) => {
    const now = new Date(bot.clock.now().getTime() + days * dayMs);
    const policy = { ...bot.policy, ...(retention && { retention }) };
    const tellRetention = (ids: readonly ReportId[]) => {
      if (heard) told.push(ids);
      return Promise.resolve(heard);
    };
    return await eraseByPolicy({ erasures, trail, policy, log, clock: () => now, tellRetention });
  };
  expect(await pass(10_000)).toEqual([]);
  expect(await pass(10_000, { closed: 1 })).toEqual([]);
  expect(await pass(22, { withdrawn: 30 })).toEqual([]);
  // Nobody could be told: it is announced later, and the week begins then.
  expect(await pass(31, { withdrawn: 30 }, false)).toEqual([]);
  expect(told).toEqual([]);
  expect(await pass(40, { withdrawn: 30 })).toEqual([]);
  expect(await pass(41, { withdrawn: 30 })).toEqual([]);
  expect(told).toEqual([[old]]);
  expect(await pass(40 + noticeMs / dayMs, { withdrawn: 30, closed: 1 })).toEqual([old]);
  expect(await reports.find(old)).toBeUndefined();
  expect((await reports.find(open))?.report.id).toBe(open);
  await close();
  await cleanedUp(old);
});
