import { LogLevel, WebClient } from '@slack/web-api';
import { createEraser, type Eraser } from '../../src/handling/eraser.js';
import type { Log } from '../../src/handling/log.js';
import type { ReportId } from '../../src/report/report-id.js';
import { sandbox, sandboxWorld } from '../../src/sandbox/sandbox-world.js';
import { type SlackEmulator, startSlackEmulator } from '../../src/sandbox/slack-emulator.js';
import { eraseFromSlack } from '../../src/slack/notifier/erase-from-slack.js';
import { examineStore } from '../../src/store/examine-store.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { dutiesUntil, later, morning, newRing, received, reportOf } from '../store/a-report.js';
import { until } from '../support/bounded-poll.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { policy } from './situations.js';

const canary = 'c4n4ry';
const ring = newRing();
const { ana, botId, securityChannel } = sandbox;
let fresh: FreshDatabase;
let store: Store;
let slack: SlackEmulator;
let client: WebClient;
let eraser: Eraser;
const said: string[] = [];
const log: Log = {
  note: (what) => void said.push(what),
  warn: (what, facts) => void said.push(`${what}: ${String(facts?.code)}`),
  fail: (what) => {
    said.push(what);
    return '';
  },
};

beforeAll(async () => {
  fresh = await freshDatabase('eraser');
  store = await openStore({ uri: fresh.uri, database: fresh.database, ring });
  const secrets = { botToken: 'xoxb-test', appToken: 'xapp-test', signingSecret: '0123456789abcdef' };
  slack = await startSlackEmulator({ world: sandboxWorld(), ...secrets, clock: () => morning });
  client = new WebClient('xoxb-test', {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  });
});
afterAll(async () => {
  await slack.stop();
  await store.close();
  await fresh.drop();
});
beforeEach(async () => {
  said.length = 0;
  for (const name of ['erased', 'sent']) await fresh.db.collection(name).deleteMany({});
  for (const message of standing()) slack.world.messages.delete(message);
});
afterEach(async () => {
  slack.faults.clear();
  await eraser.stop();
});

/** Looks often; without a `retention` in the policy it erases nothing by itself. */
function startEraser(): void {
  const removeTrace = (...what: Parameters<typeof eraseFromSlack> extends [unknown, ...infer Rest] ? Rest : never) =>
    eraseFromSlack({ client, bot: botId, policy, log }, ...what);
  const { erasures, audit: trail } = store;
  const told = () => Promise.resolve(true);
  eraser = createEraser({
    erasures,
    policy,
    clock: () => later(10),
    trail,
    removeTrace,
    tellRetention: told,
    log,
    lookMs: 20,
  });
  eraser.start();
}

/** A report with a card, two lines below it and a message to its reporter, erased from the database. */
async function erasedWithTraces(): Promise<ReportId> {
  const post = async (channel: string, more = {}) => {
    const { channel: place = '', ts = '' } = await client.chat.postMessage({ channel, text: canary, ...more });
    return { channel: place, ts };
  };
  const card = await post(securityChannel);
  for (let line = 0; line < 2; line += 1) await post(securityChannel, { thread_ts: card.ts });
  const message = await post(ana);
  const history = received();
  const tracked = await store.reports.add(history, reportOf(history), dutiesUntil(later(3000)), morning);
  const { id } = tracked.report;
  await store.sent.add(id, message, 'en');
  expect(await store.erasures.erase({ ...tracked, card: { ...card, shownVersion: 1 } }, later(10))).toBe('erased');
  return id;
}

const direct = () => slack.world.messages.in(slack.world.directChannel(ana).id);
/** Every message that still has what was in a report. */
const standing = () =>
  [...slack.world.messages.in(securityChannel), ...direct()].filter(({ text }) => text.includes(canary));
const left = () => standing().length;
const unfinished = async () => (await store.erasures.unfinished()).length;
const finished = () => until('nothing is left', async () => (await unfinished()) === 0);
const calls = (method: string) => slack.requests.filter((call) => call.method === method).length;

describe.each([
  ['is rate limited', { kind: 'rate_limited', retryAfter: 1 }, 'not erased from Slack yet: none'],
  ['answers nothing', { kind: 'reset' }, 'not erased from Slack yet: none'],
  ['refuses', { kind: 'error', code: 'not_in_channel' }, 'not erased from Slack yet: not_in_channel'],
] as const)('while Slack %s', (_, fault, warning) => {
  test('what is left is tried again until it is gone, and said to be left meanwhile', async () => {
    slack.faults.decide((method) => (/^chat\.(delete|update)$/.test(method) ? fault : undefined));
    const id = await erasedWithTraces();
    startEraser();
    await until('it was tried again', () => said.filter((line) => line === warning).length >= 4);
    expect(left()).toBe(4);
    expect(said).not.toContain('erased');
    const exam = await examineStore({ uri: fresh.uri, database: fresh.database, ring });
    expect(exam).toMatchObject({ erasure: { unfinished: 1 } });
    expect(await store.figures(new Date())).toMatchObject({ erasing: 1 });
    slack.faults.clear();
    await finished();
    expect(left()).toBe(0);
    expect(await store.erasures.traces(id)).toEqual([]);
    expect(said).toContain('erased');
  });
});

test('a bot that is killed halfway goes on where it stood, and asks for nothing twice', async () => {
  await erasedWithTraces();
  let deletes = 0;
  slack.faults.decide((method) => {
    if (method === 'chat.delete') deletes += 1;
    // Whichever of card and message comes first.
    return deletes > 1 || method === 'chat.update' ? { kind: 'reset' } : undefined;
  });
  startEraser();
  await until('half is done', () => said.length > 0);
  await eraser.stop();
  expect(left()).toBe(3);
  slack.faults.clear();
  const [deleted, edited] = [calls('chat.delete'), calls('chat.update')];
  startEraser();
  await finished();
  expect(left()).toBe(0);
  expect([calls('chat.delete') - deleted, calls('chat.update') - edited]).toEqual([1, 2]);
});

test('a message that nobody may edit any more is deleted', async () => {
  slack.faults.decide((method) =>
    method === 'chat.update' ? { kind: 'error', code: 'edit_window_closed' } : undefined,
  );
  await erasedWithTraces();
  startEraser();
  await finished();
  expect(left()).toBe(0);
});

test('one that Slack refuses for good stops no other, and is asked for ever more rarely', async () => {
  await erasedWithTraces();
  const stuck = direct().at(-1);
  const tried: number[] = [];
  slack.faults.decide((method, { ts }) => {
    if (method !== 'chat.update' || ts !== stuck?.ts) return undefined;
    tried.push(performance.now());
    return { kind: 'error', code: 'not_in_channel' };
  });
  startEraser();
  await until('it was tried six times', () => tried.length >= 6);
  await erasedWithTraces();
  await until('the other is finished', async () => (await unfinished()) === 1);
  expect(left()).toBe(1);
  // The first pause takes 20 ms, and each the double of the one before.
  expect((tried[5] ?? 0) - (tried[4] ?? 0)).toBeGreaterThanOrEqual(320);
});

test('one that cannot be opened stops no other', async () => {
  const damaged = await erasedWithTraces();
  const sent = fresh.db.collection<{ _id: string; about: string }>('sent');
  await sent.updateMany({ about: damaged }, { $set: { 'sealed.dk.kid': 'k9' } } as never);
  await erasedWithTraces();
  startEraser();
  await until('the other is finished', async () => (await unfinished()) === 1);
  expect((await store.erasures.unfinished()).map(({ id }) => id)).toEqual([damaged]);
  expect(said).toContain('erasure not finished');
  await sent.deleteMany({ about: damaged });
});
