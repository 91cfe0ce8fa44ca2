import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { slackProbe } from '../../src/commands/probe-slack.js';
import { storeProbe } from '../../src/commands/probe-store.js';
import { sandbox, sandboxWorld } from '../../src/sandbox/sandbox-world.js';
import { type SmallSlack, startSmallSlack } from '../../src/sandbox/small-slack.js';
import { scopesAsked } from '../../src/slack/scopes.js';
import { openStore } from '../../src/store/open-store.js';
import { daysText, filesOf, policyText } from '../config/policy-text.js';
import { dutiesUntil, later, morning, received, reportOf } from '../store/a-report.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { type } from './a-terminal.js';

const botToken = 'xoxb-canary-token';
const appToken = 'xapp-canary-token';
const key = randomBytes(32);
const ringText = (bytes: Buffer) => JSON.stringify({ active: 'k1', keys: { k1: bytes.toString('base64') } });
const texts = { 'keys.json': ringText(key), 'policy.yaml': policyText, 'calendars/cn.yaml': daysText };

let fresh: FreshDatabase;
let slack: SmallSlack;
const world = () => slack.world;

beforeEach(async () => {
  fresh = await freshDatabase('doctor');
  slack = await startSmallSlack({
    world: sandboxWorld(),
    botToken,
    appToken,
    signingSecret: '0123456789abcdef',
    clock: () => new Date(),
  });
});
afterEach(async () => {
  await slack.stop();
  await fresh.drop();
});

/** `ahead`: seconds that this machine's clock is ahead. */
async function doctor(more: NodeJS.ProcessEnv = {}, ahead = 0, files = texts) {
  const env = {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: slack.apiUrl,
    SECURITY_CHANNEL: sandbox.securityDesk,
    INTAKE_CHANNELS: sandbox.reports,
    MONGODB_URI: fresh.uri,
    MONGODB_DATABASE: fresh.database,
    KEYRING_FILE: 'keys.json',
    POLICY_FILE: 'policy.yaml',
    ...more,
  };
  const clock = () => new Date(Date.now() + ahead * 1000);
  const probes = [slackProbe(clock), storeProbe];
  const { code, out, err } = await type(['doctor', '--json'], { env, files: filesOf(files), probes });
  for (const secret of ['canary-token', key.toString('base64'), 'sesame']) expect(out + err).not.toContain(secret);
  const { findings } = JSON.parse(out) as { findings: { name: string; state: string; what: string }[] };
  const of = (name: string) => findings.find((one) => one.name === name);
  return { code, findings, of, states: Object.fromEntries(findings.map(({ name, state }) => [name, state])) };
}

test('doctor finds a good Slack and a good MongoDB green', async () => {
  expect(await doctor()).toMatchObject({
    code: 0,
    states: {
      Slack: 'green',
      scopes: 'green',
      'security room': 'green',
      room: 'green',
      'Socket Mode': 'green',
      clock: 'green',
      MongoDB: 'green',
      'replica set': 'green',
      'sealing keys': 'green',
    },
  });
});

test('the scopes it looks for are those of the manifest', () => {
  const manifest = parse(readFileSync(join(import.meta.dirname, '..', '..', 'slack-manifest.yml'), 'utf8'));
  expect(Object.keys(scopesAsked)).toEqual(manifest.oauth_config.scopes.bot);
});

test.each([
  ['groups:history', 'yellow', 0],
  ['chat:write', 'red', 1],
])('without the scope %s it is %s', async (scope, state, code) => {
  world().changeApp({
    scopes: world()
      .app()
      .scopes.filter((one) => one !== scope),
  });
  const found = await doctor();
  expect({ code: found.code, ...found.of('scopes') }).toMatchObject({ code, state });
  expect(found.of('scopes')?.what).toContain(scope);
});

test('a refused token is red, with what to do, and is not printed', async () => {
  const found = await doctor({
    SLACK_BOT_TOKEN: 'xoxb-other-canary-token',
    SLACK_APP_TOKEN: 'xapp-other-canary-token',
  });
  expect(found).toMatchObject({ code: 1, states: { Slack: 'red', 'Socket Mode': 'red', MongoDB: 'green' } });
  expect(found.of('Slack')?.what).toContain('invalid_auth');
});

test('a security channel that is shared, and a room without the bot, are red', async () => {
  world().changeChannel(sandbox.securityDesk, { pendingExtShared: true });
  world().leave(sandbox.reports, world().app().botUser);
  expect(await doctor()).toMatchObject({ code: 1, states: { 'security room': 'red', room: 'red' } });
});

test.each([
  [20, 'green'],
  [-60, 'yellow'],
  [400, 'red'],
])('a clock that is %d s ahead is %s', async (ahead, state) => {
  expect((await doctor({}, ahead)).states.clock).toBe(state);
});

test('a database that does not answer is red, without its address', async () => {
  const uri = 'mongodb://someone:sesame@127.0.0.1:9/?replicaSet=none';
  expect(await doctor({ MONGODB_URI: uri })).toMatchObject({ code: 1, states: { MongoDB: 'red', Slack: 'green' } });
});

test('keys that do not fit the database are red, and nothing is written there', async () => {
  await doctor();
  expect(await fresh.db.collections()).toEqual([]);
  const ring = { active: 'k1', index: 'k1', keys: new Map([['k1', key]]) };
  const store = await openStore({ uri: fresh.uri, database: fresh.database, ring });
  const history = received();
  await store.reports.add(history, reportOf(history), dutiesUntil(later(9)), morning);
  await store.close();
  expect((await doctor()).states['sealing keys']).toBe('green');
  const other = await doctor({}, 0, { ...texts, 'keys.json': ringText(randomBytes(32)) });
  expect(other).toMatchObject({ code: 1, states: { 'sealing keys': 'red' } });
});
