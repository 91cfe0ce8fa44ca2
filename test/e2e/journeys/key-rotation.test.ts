import { randomBytes } from 'node:crypto';
import { type BotApp, createApp } from '../../../src/app.js';
import type { Config } from '../../../src/config/read-config.js';
import { createLog } from '../../../src/ops/log.js';
import type { ReportId } from '../../../src/report/report-id.js';
import { openStore } from '../../../src/store/open-store.js';
import { typeBeside } from '../../commands/beside-a-bot.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';

const log = createLog('error', { write: () => undefined });
let bot: RunningBot;
let app: BotApp;
let ring: Config['keyring'];
const ids: ReportId[] = [];
beforeAll(async () => {
  bot = await startRunningBot();
  for (let n = 0; n < 5; n += 1) ids.push(await bot.people.ana.files());
  await bot.people.mei.press('show', { on: ids[0] as ReportId });
  await bot.people.mei.closeAll();
  await bot.app.stop();
  const { keyring } = bot.config;
  ring = { ...keyring, active: 'k2', keys: new Map([...keyring.keys, ['k2', randomBytes(32)]]) };
  // Nobody looks at the report that a test damages.
  const inspectMs = 3_600_000;
  app = createApp({ ...bot.config, keyring: ring }, { clock: bot.clock.now, log, inspectMs });
  await app.start();
});
afterAll(async () => {
  await app.stop();
  await bot.stop();
});

const reports = () => bot.database.db.collection<{ _id: string; wakeAt?: Date; version: number }>('reports');
const keysInUse = async () => [
  ...(await reports().distinct('sealed.dk.kid')),
  ...(await bot.database.db.collection('audit').distinct('sealed.dk.kid')),
];
const keys = (...args: readonly string[]) => typeBeside(bot, ['keys', ...args], ring);

test('a key that still seals something is not retired', async () => {
  expect(await keys('retire', 'k1', '--yes', '--reason', 'leaked')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/still sealed under "k1"\. Run keys rotate/),
  });
  expect(await keys('retire', 'k2', '--yes', '--reason', 'leaked')).toMatchObject({
    code: 1,
    err: expect.stringContaining('is the active key'),
  });
});

test('a key that the database was never used with is not retired: most likely it is mistyped', async () => {
  const mistyped = { code: 1, err: expect.stringContaining('never used with a key "k11"') };
  expect(await keys('retire', 'k11', '--yes', '--reason', 'leaked')).toMatchObject(mistyped);
});

test('a rotation goes on past a report that somebody damaged, and says that it stays', async () => {
  const [id] = ids as [ReportId];
  const whole = await reports().findOne({ _id: id });
  if (whole === null) throw new Error('the report is not stored');
  await reports().updateOne({ _id: id }, { $set: { 'sealed.ct': Buffer.from('damaged') } });
  const { uri, database } = bot.database;
  const store = await openStore({ uri, database, ring });
  const { left, resealed } = await store.keys.rotate(() => undefined);
  await store.keys.rotate(() => undefined);
  await store.close();
  expect(left).toEqual([id]);
  expect(resealed).toBeGreaterThanOrEqual(ids.length - 1);
  const back = await openStore({ uri, database, ring: { ...ring, active: 'k1' } });
  await reports().replaceOne({ _id: id }, whole);
  await back.keys.rotate(() => undefined);
  await back.close();
});

test('a rotation that is stopped is taken up again, and changes nothing but keys', async () => {
  const before = await reports()
    .find({}, { projection: { version: 1, wakeAt: 1, card: 1 } })
    .sort({ _id: 1 })
    .toArray();
  const shown = bot.slack.world.messages.in(bot.config.channels.security).length;
  const { uri, database } = bot.database;
  const store = await openStore({ uri, database, ring });
  const stopped = store.keys.rotate((done) => {
    if (done === 2) throw new Error('stopped');
  });
  await expect(stopped).rejects.toThrow('stopped');
  await store.close();
  expect(await keysInUse()).toEqual(expect.arrayContaining(['k1', 'k2']));

  const { code, out, err } = await keys('rotate');
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^\d+ sealed under "k2"\.\n$/) });
  expect(err).toMatch(/\[#{20}\] (\d+) of \1\n$/);
  expect(new Set(await keysInUse())).toEqual(new Set(['k2']));
  await app.idle();
  expect(
    await reports()
      .find({}, { projection: { version: 1, wakeAt: 1, card: 1 } })
      .sort({ _id: 1 })
      .toArray(),
  ).toEqual(before);
  expect(bot.slack.world.messages.in(bot.config.channels.security)).toHaveLength(shown);
});

test('everything opens as before: reports, and the audit trail', async () => {
  const [id] = ids;
  await bot.people.mei.press('show', { on: id as ReportId });
  await app.idle();
  expect(bot.people.mei.modalText()).toContain(id);
  await bot.people.mei.closeAll();
  const { code, out } = await typeBeside(bot, ['audit', id as string], ring);
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/opened +show/) });
});

test('a retired key opens nothing, not even a copy that somebody puts back', async () => {
  const { uri, database } = bot.database;
  const [id] = ids as [ReportId];
  const rotated = await reports().findOne({ _id: id });
  const old = await openStore({ uri, database, ring: bot.config.keyring }).catch((error: Error) => error.message);
  expect(old).toContain('which the key ring lacks');
  const asBefore = await openStore({ uri, database, ring: { ...ring, active: 'k1' } });
  await asBefore.keys.rotate(() => undefined);
  const copy = await reports().findOne({ _id: id });
  if (rotated === null || copy === null) throw new Error('the report is not stored');
  await asBefore.close();
  expect((await keys('rotate')).code).toBe(0);

  expect(await keys('retire', 'k1')).toMatchObject({ code: 2, err: expect.stringContaining('--yes') });
  expect(await keys('retire', 'k1', '--yes')).toMatchObject({ code: 2, err: expect.stringContaining('--reason') });
  expect(await keys('retire', 'k1', '--yes', '--reason', 'leaked')).toMatchObject({
    code: 0,
    out: expect.stringContaining('it makes ids and indexes'),
  });
  const store = await openStore({ uri, database, ring });
  expect((await store.reports.find(id))?.report.id).toBe(id);
  await reports().replaceOne({ _id: id }, copy);
  await expect(store.reports.find(id)).rejects.toThrow('key');
  expect(await keys('status', '--json')).toMatchObject({ code: 1 });
  await reports().replaceOne({ _id: id }, rotated);
  await store.close();
  const again = openStore({ uri, database, ring: { ...ring, active: 'k1' } });
  await expect(again).rejects.toThrow('The key "k1" is retired');
});

test('a command to which MongoDB gives no clear answer says that it is not certain, and is not done twice', async () => {
  const { db } = bot.database;
  const collMod = (validator: object) => db.command({ collMod: 'audit', validator });
  await collMod({ nobody: { $exists: true } });
  try {
    expect(await keys('retire', 'k1', '--yes', '--reason', 'leaked')).toMatchObject({
      code: 1,
      err: expect.stringContaining('it is not certain whether this was done'),
    });
  } finally {
    await collMod({});
  }
  const again = { code: 0, out: expect.stringContaining('"k1" is retired') };
  expect(await keys('retire', 'k1', '--yes', '--reason', 'leaked')).toMatchObject(again);
});

test('status has a fingerprint that tells another ring apart, and no key', async () => {
  const { code, out } = await keys('status');
  expect(code).toBe(0);
  expect(out).toMatch(/^Key ring ([0-9a-f]{4}-){3}[0-9a-f]{4}\nk1 .* 0 {2}makes ids, retired\nk2 .* active\n$/);
  const [first] = out.split('\n');
  const other = { ...ring, keys: new Map([...ring.keys, ['k3', randomBytes(32)]]) };
  expect((await typeBeside(bot, ['keys', 'status'], other)).out).not.toContain(first);
  expect((await typeBeside(bot, ['keys', 'status'], { ...ring, active: 'k2' })).out).toContain(first);
  for (const key of ring.keys.values()) expect(out).not.toContain(key.toString('base64').slice(0, 12));
});
