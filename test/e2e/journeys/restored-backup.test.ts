import type { Document } from 'mongodb';
import { type BotApp, createApp } from '../../../src/app.js';
import { createLog } from '../../../src/ops/log.js';
import type { ReportId } from '../../../src/report/report-id.js';
import { typeBeside } from '../../commands/beside-a-bot.js';
import { until } from '../../support/bounded-poll.js';
import { peopleOn } from '../../support/person.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';

const dayMs = 24 * 3_600_000;

let bot: RunningBot;
let app: BotApp;
const log = createLog('error', { write: () => undefined });
const kept: ReportId[] = [];
const lost: ReportId[] = [];

/** Every document of the database, as a dump has them. */
async function dump(): Promise<ReadonlyMap<string, readonly Document[]>> {
  const { db } = bot.database;
  const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
  const found = names.map(async (name) => [name, await db.collection(name).find().toArray()] as const);
  return new Map(await Promise.all(found));
}
async function restore(backup: ReadonlyMap<string, readonly Document[]>): Promise<void> {
  const { db } = bot.database;
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray()) await db.dropCollection(name);
  for (const [name, documents] of backup)
    if (documents.length > 0) await db.collection(name).insertMany([...documents]);
}
const start = async () => {
  app = createApp(bot.config, { clock: bot.clock.now, log });
  await app.start();
};
/** The bot of `running-bot.ts` was stopped: what is waited for is this one. */
const anaFiles = async () => {
  const quiet = async () => {
    await bot.slack.settled();
    await app.idle();
    await bot.slack.settled();
  };
  await peopleOn({ slack: bot.slack, quiet }).ana.files();
};
/** Everything that was ever posted, whoever may see it. */
const posted = () => {
  const { messages } = bot.slack.world;
  const { ana, mei, bo } = bot.people;
  const channel = messages.in(bot.config.channels.security).map(({ ts }) => ts);
  return [
    ...channel,
    ...[ana, mei, bo].flatMap((person) => person.directMessages().map((_, n) => `${person.id}/${n}`)),
  ];
};
const check = (...args: readonly string[]) => typeBeside(bot, ['backup-check', ...args]);

beforeAll(async () => {
  bot = await startRunningBot();
  const { ana, mei } = bot.people;
  for (let n = 0; n < 3; n += 1) kept.push(await ana.files());
  const backup = await dump();
  // A week goes by: reports come, one is worked on, and deadlines pass.
  for (let n = 0; n < 2; n += 1) lost.push(await ana.files());
  await mei.command(`/vuln assign ${kept[0]} <@${mei.id}>`);
  await bot.pass(7 * dayMs);
  await bot.app.stop();
  await restore(backup);
});
afterAll(async () => {
  await app.stop();
  await bot.stop();
});

test('a backup of a week ago holds all sending, says so once, and takes reports', async () => {
  const before = posted();
  await start();
  await app.stop();
  await start();
  await app.idle();
  const [told, ...more] = posted().filter((one) => !before.includes(one));
  expect(more).toEqual([]);
  const message = bot.slack.world.messages.in(bot.config.channels.security).find(({ ts }) => ts === told);
  expect(JSON.stringify(message?.blocks)).toContain(lost[0]);
  await anaFiles();
  await app.idle();
  expect(posted()).toHaveLength(before.length + 1);
});

test('backup-check names what is missing and what is older', async () => {
  const { code, out } = await check();
  expect(code).toBe(1);
  const [, missing = '', older = ''] = out.split('\n');
  for (const id of lost) expect(missing).toContain(id);
  expect(older).toContain(kept[0]);
  expect(older).not.toContain(kept[2]);
});

test('after go on nothing is posted again and nobody is reminded again', async () => {
  const before = posted();
  expect(await check('--go-on', '--yes')).toMatchObject({ code: 2, err: expect.stringContaining('--reason') });
  expect(await check('--go-on', '--yes', '--reason', 'the newest backup')).toMatchObject({ code: 0 });
  // The report that came meanwhile is new: it gets its card, and its reporter the receipt.
  await until('the bot goes on', () => posted().length >= before.length + 2 || undefined);
  await app.idle();
  expect(posted().filter((one) => !before.includes(one))).toHaveLength(2);
  expect(await check()).toMatchObject({ code: 0, out: expect.stringContaining('has everything') });
});

test('the next start sends as usual', async () => {
  await app.stop();
  await start();
  const before = posted().length;
  await anaFiles();
  await app.idle();
  expect(posted().length).toBeGreaterThan(before);
});
