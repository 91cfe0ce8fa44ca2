import { BSON, type Document } from 'mongodb';
import { type BotApp, createApp } from '../../../src/app.js';
import { createLog } from '../../../src/ops/log.js';
import type { ReportId } from '../../../src/report/report-id.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions } from '../../../src/slack/views/actions.js';
import { open } from '../../../src/store/sealing.js';
import { typeBeside } from '../../commands/beside-a-bot.js';
import { aForm } from '../../support/a-form.js';
import { until } from '../../support/bounded-poll.js';
import { peopleOn } from '../../support/person.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';
import { directMessages, lastOf, textIn } from '../../support/screen.js';

const dayMs = 24 * 3_600_000;

let bot: RunningBot;
let app: BotApp;
let backup: Awaited<ReturnType<typeof dump>>;
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
const lead = () => peopleOn({ slack: bot.slack, quiet: () => bot.slack.settled() }).bo;
const leadReads = (text: string) =>
  until(`the lead to read: ${text}`, () =>
    lead()
      .directMessages()
      .some((one) => one.includes(text)),
  );
/** The questions to the lead, oldest first. */
const questions = () =>
  directMessages(bot.slack, sandbox.bo).filter((message) => JSON.stringify(message).includes(actions.goOn));
/** The audit trail. */
async function deeds(): Promise<readonly Document[]> {
  const { db, database } = bot.database;
  const found = await db.collection<Document & { _id: string }>('audit').find({}, { promoteBuffers: true }).toArray();
  return found.map(({ _id, v, sealed }) =>
    BSON.deserialize(open(sealed, { database, id: `audit/${_id}`, version: v }, bot.config.keyring)),
  );
}
/** Everything that was ever posted, whoever may see it. */
const posted = () => {
  const { messages } = bot.slack.world;
  const { ana, mei, bo } = bot.people;
  const channel = messages.in(bot.config.channels.security).map(({ ts }) => ts);
  return [
    ...channel,
    ...[ana, mei, bo].flatMap(({ id }) =>
      directMessages(bot.slack, id)
        .filter(({ onlyFor }) => onlyFor === undefined)
        .map(({ ts }) => `${id}/${ts}`),
    ),
  ];
};
const check = (...args: readonly string[]) => typeBeside(bot, ['backup-check', ...args]);

beforeAll(async () => {
  bot = await startRunningBot({ policy: { leads: [sandbox.bo] } });
  const { ana, mei } = bot.people;
  for (let n = 0; n < 3; n += 1) kept.push(await ana.files());
  backup = await dump();
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
  // The lead was asked, in words of class A, and nobody else got anything.
  expect(more).toHaveLength(1);
  expect(questions()).toHaveLength(1);
  const question = textIn(questions());
  for (const id of [...lost, kept[0]]) expect(question).toContain(id);
  expect(question).not.toContain(aForm().title);
  const message = bot.slack.world.messages.in(bot.config.channels.security).find(({ ts }) => ts === told);
  expect(JSON.stringify(message?.blocks)).toContain(lost[0]);
  await anaFiles();
  await app.idle();
  expect(posted()).toHaveLength(before.length + 2);
});

test('backup-check names what is missing and what is older', async () => {
  const { code, out } = await check();
  expect(code).toBe(1);
  const [, missing = '', older = ''] = out.split('\n');
  for (const id of lost) expect(missing).toContain(id);
  expect(older).toContain(kept[0]);
});

test('the button goes on: nothing is posted again and nobody is reminded again', async () => {
  const before = posted();
  await lead().press('goOn', { on: lastOf(questions(), 'question'), confirm: true });
  await leadReads('The bot goes on within a few seconds');
  // The report that came meanwhile is new: it gets its card, and its reporter the receipt.
  await until('the bot goes on', () => posted().length >= before.length + 2 || undefined);
  await app.idle();
  expect(posted().filter((one) => !before.includes(one))).toHaveLength(2);
  expect(await check()).toMatchObject({ code: 0, out: expect.stringContaining('has everything') });
  const person = expect.objectContaining({ user: sandbox.bo });
  const by = expect.objectContaining({ kind: 'team', person });
  expect(await deeds()).toContainEqual(expect.objectContaining({ deed: 'administered', what: 'goOn', by }));
});

test('a button of an earlier hold ends no other one, and the command line goes on as well', async () => {
  await app.stop();
  bot.clock.moveTo(new Date(bot.clock.now().getTime() + 60_000));
  await restore(backup);
  await start();
  expect(questions()).toHaveLength(2);
  const before = posted();
  const answered = lastOf(questions().slice(0, 1), 'question');
  await lead().press('goOn', { on: { ...answered, version: 0 }, confirm: true });
  await leadReads('out of date');
  expect(await check()).toMatchObject({ code: 1 });
  expect(await check('--go-on', '--yes')).toMatchObject({ code: 2, err: expect.stringContaining('--reason') });
  expect(await check('--go-on', '--yes', '--reason', 'the newest backup')).toMatchObject({ code: 0 });
  await until(
    'nothing is held',
    async () =>
      (await bot.database.db.collection<Document & { _id: string }>('desk').findOne({ _id: 'sending' }))?.hold ===
      undefined,
  );
  await app.idle();
  expect(posted()).toEqual(before);
});

test('the next start sends as usual', async () => {
  await app.stop();
  await start();
  const before = posted().length;
  await anaFiles();
  await app.idle();
  expect(posted().length).toBeGreaterThan(before);
});
