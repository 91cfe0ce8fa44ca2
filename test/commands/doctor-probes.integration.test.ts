import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { sandbox } from '../../src/sandbox/sandbox-world.js';
import { scopesAsked } from '../../src/slack/workspace/scopes.js';
import { openStore } from '../../src/store/open-store.js';
import { changed, policyText } from '../config/policy-text.js';
import { dutiesUntil, later, makeEarlier, morning, received, reportOf } from '../store/a-report.js';
import { root } from '../support/project.js';
import { refuseWrites } from '../support/refused-writes.js';
import { openSurgery, type Surgery } from './a-doctor.js';

let surgery: Surgery;
beforeEach(async () => {
  surgery = await openSurgery();
});
afterEach(async () => {
  await surgery.close();
});
const world = () => surgery.slack.world;
const withScopes = (keep: (scope: string) => boolean, ...more: string[]) =>
  world().changeApp({ scopes: [...world().app().scopes.filter(keep), ...more] });

test('doctor finds a good Slack and a good MongoDB green', async () => {
  expect(await surgery.doctor({ ANNOUNCE_CHANNEL: sandbox.announcements })).toMatchObject({
    code: 0,
    states: {
      Slack: 'green',
      scopes: 'green',
      'security channel': 'green',
      channel: 'green',
      'Socket Mode': 'green',
      clock: 'green',
      MongoDB: 'green',
      'replica set': 'green',
      'sealing keys': 'green',
      quarantine: 'green',
      reports: 'green',
    },
  });
});

test('a report that somebody changed, and one of an older version, are counted and named', async () => {
  const { fresh, key } = surgery;
  const { uri, database, db } = fresh;
  const ring = { active: 'k1', index: 'k1', keys: new Map([['k1', key]]) };
  const store = await openStore({ uri, database, ring });
  try {
    const [changedOne, earlier] = [received(), received()];
    for (const history of [changedOne, earlier])
      await store.reports.add(history, reportOf(history), dutiesUntil(later(3000)), morning);
    const { id } = reportOf(changedOne);
    await makeEarlier(db, ring, reportOf(earlier).id);
    await db.collection<{ _id: string }>('reports').updateOne({ _id: id }, { $set: { noticesFrom: later(9) } });
  } finally {
    await store.close();
  }
  const found = await surgery.doctor();
  expect({ code: found.code, ...found.of('reports') }).toMatchObject({ code: 1, state: 'red' });
  expect(found.of('reports')?.what).toContain(`1 can't be used here: VR-`);
  expect(found.of('authenticated')).toMatchObject({
    state: 'yellow',
    what: expect.stringContaining('1 report was last written'),
  });
});

test('the scopes it looks for are those of the manifest', () => {
  const manifest = parse(readFileSync(join(root, 'slack-manifest.yml'), 'utf8'));
  const { bot, bot_optional: optional } = manifest.oauth_config.scopes;
  expect(new Set([...Object.keys(scopesAsked), 'usergroups:read', 'usergroups:write'])).toEqual(
    new Set([...bot, ...optional]),
  );
});

test.each([
  ['groups:history', 'yellow', 0],
  ['chat:write', 'red', 1],
])('without the scope %s it is %s', async (scope, state, code) => {
  withScopes((one) => one !== scope);
  const found = await surgery.doctor();
  expect({ code: found.code, ...found.of('scopes') }).toMatchObject({ code, state });
  expect(found.of('scopes')?.what).toContain(scope);
});

test('a refused token is red, with what to do, and is not printed', async () => {
  const found = await surgery.doctor({
    SLACK_BOT_TOKEN: 'xoxb-other-canary-token',
    SLACK_APP_TOKEN: 'xapp-other-canary-token',
  });
  expect(found).toMatchObject({ code: 1, states: { Slack: 'red', 'Socket Mode': 'red', MongoDB: 'green' } });
  expect(found.of('Slack')?.what).toContain('invalid_auth');
});

describe('a channel', () => {
  test('is red when the team’s is shared, or when the bot is not in the one for reporters', async () => {
    world().changeChannel(sandbox.securityChannel, { pendingExtShared: true });
    world().leave(sandbox.reports, world().app().botUser);
    expect(await surgery.doctor()).toMatchObject({ code: 1, states: { 'security channel': 'red', channel: 'red' } });
  });

  test('is red when it is the team’s and public, and says so', async () => {
    const found = await surgery.doctor({ SECURITY_CHANNEL: sandbox.announcements });
    expect({ code: found.code, ...found.of('security channel') }).toMatchObject({ code: 1, state: 'red' });
    expect(found.of('security channel')?.what).toContain("It isn't private");
  });

  test('is red when it is the team’s and the bot is not in it, and says so', async () => {
    world().leave(sandbox.securityChannel, world().app().botUser);
    const found = await surgery.doctor();
    expect({ code: found.code, ...found.of('security channel') }).toMatchObject({ code: 1, state: 'red' });
    expect(found.of('security channel')?.what).toContain("isn't a member");
  });

  const announceIn = (channel: string) => surgery.doctor({ INTAKE_CHANNELS: '', ANNOUNCE_CHANNEL: channel });

  test('is green when it is for announcements and the bot is in it', async () => {
    expect(await announceIn(sandbox.announcements)).toMatchObject({ code: 0, states: { channel: 'green' } });
  });

  test.each([
    ['is archived', sandbox.announcements, () => world().changeChannel(sandbox.announcements, { archived: true })],
    ['the bot is not in', sandbox.announcements, () => world().leave(sandbox.announcements, world().app().botUser)],
    ['is not there', 'C0NOWHERE', () => undefined],
  ])('for announcements that %s is red, by its id', async (_, channel, happens) => {
    happens();
    const found = await announceIn(channel);
    expect({ code: found.code, ...found.of('channel') }).toMatchObject({ code: 1, state: 'red' });
    expect(found.of('channel')?.what).toContain(channel);
  });
});

describe('a user group that makes responders', () => {
  const SECURITY_USERGROUP = 'S0TEAM';

  test('is green when Slack says who is in it', async () => {
    world().changeUserGroup(SECURITY_USERGROUP, [sandbox.mei, sandbox.bo, sandbox.ana]);
    const found = await surgery.doctor({ SECURITY_USERGROUP });
    expect(found).toMatchObject({ code: 0, states: { scopes: 'green', 'user group': 'green' } });
    expect(found.of('user group')?.what).toContain('2 responders');
  });

  test('is red without the scope usergroups:read, which is needed only then', async () => {
    world().changeUserGroup(SECURITY_USERGROUP, [sandbox.mei]);
    withScopes((scope) => scope !== 'usergroups:read');
    expect((await surgery.doctor()).states).toMatchObject({ scopes: 'green' });
    const found = await surgery.doctor({ SECURITY_USERGROUP });
    expect(found).toMatchObject({ code: 1, states: { scopes: 'red', 'user group': 'red' } });
    expect(found.of('scopes')?.what).toContain('usergroups:read');
  });

  test.each([
    ['that is not there', undefined, 'no_such_subteam'],
    ['without members', [], 'Nobody is in it'],
    ['of people who are not in the security channel', [sandbox.ana], 'Nobody is in it'],
  ])('%s is red: nobody would be let in', async (_, members, words) => {
    if (members !== undefined) world().changeUserGroup(SECURITY_USERGROUP, members);
    const found = await surgery.doctor({ SECURITY_USERGROUP });
    expect({ code: found.code, ...found.of('user group') }).toMatchObject({ code: 1, state: 'red' });
    expect(found.of('user group')?.what).toContain(words);
  });
});

test('the user group of whoever is on duty is yellow where Slack refused to change it, or the scope for it is missing', async () => {
  const policy = `${policyText}\ndutyGroup: S0123ABCD\n`;
  expect((await surgery.doctor({}, { policy })).states).toMatchObject({ scopes: 'green', 'duty group': 'green' });
  const { fresh, key } = surgery;
  const ring = { active: 'k1', index: 'k1', keys: new Map([['k1', key]]) };
  const store = await openStore({ uri: fresh.uri, database: fresh.database, ring });
  await store.rosters.noteDutyGroup('permission_denied');
  withScopes((scope) => scope !== 'usergroups:write');
  const found = await surgery.doctor({}, { policy });
  expect(found).toMatchObject({ code: 0, states: { scopes: 'yellow', 'duty group': 'yellow' } });
  expect(found.of('duty group')?.what).toContain('S0123ABCD (permission_denied)');
  // Without a group there is nothing to say.
  const { states } = await surgery.doctor();
  expect([states.scopes, states['duty group']]).toEqual(['green', undefined]);
  await store.rosters.noteDutyGroup(undefined);
  await store.close();
  expect((await surgery.doctor({}, { policy })).states['duty group']).toBe('green');
});

describe('the people whom the policy names', () => {
  const { mei, bo, dana, former, guo } = sandbox;
  const withPeople = (leads: string, rota: string) =>
    surgery.doctor(
      {},
      { policy: changed(changed(policyText, 'leads: []', `leads: ${leads}`), 'rota: []', `rota: ${rota}`) },
    );

  test('are green while they are active members of the workspace', async () => {
    const found = await withPeople(`[${mei}]`, `[{ from: 2026-09-21, responder: ${bo}, deputy: ${mei} }]`);
    expect({ code: found.code, ...found.of('people') }).toMatchObject({ code: 0, state: 'green' });
  });

  test.each([
    ['is not there', 'U0NOBODY'],
    ['has left', former],
    ['is a guest', guo],
    ['is from elsewhere', dana],
  ])('are red when one of them %s: no reminder would arrive', async (_, user) => {
    const asLead = await withPeople(`[${mei}, ${user}]`, '[]');
    expect({ code: asLead.code, ...asLead.of('people') }).toMatchObject({ code: 1, state: 'red' });
    expect(asLead.of('people')?.what).toContain(user);
    expect(asLead.of('people')?.what).not.toContain(mei);
    const onDuty = await withPeople('[]', `[{ from: 2026-09-21, responder: ${mei}, deputy: ${user} }]`);
    expect(onDuty.of('people')).toMatchObject({ state: 'red', what: expect.stringContaining(user) });
  });

  test('are yellow when Slack does not answer', async () => {
    surgery.slack.faults.decide((method, { user }) =>
      method === 'users.info' && user === sandbox.wen ? { kind: 'http', status: 503 } : undefined,
    );
    surgery.slack.world.leave(sandbox.securityChannel, sandbox.wen);
    const found = await withPeople(`[${sandbox.wen}]`, '[]');
    expect({ code: found.code, ...found.of('people') }).toMatchObject({ code: 0, state: 'yellow' });
  });
});

test.each([
  [20, 'green'],
  [-60, 'yellow'],
  [400, 'red'],
])('a clock that is %d s ahead is %s', async (secondsAhead, state) => {
  expect((await surgery.doctor({}, { secondsAhead })).states.clock).toBe(state);
});

test('a name of the host of Slack that is not found is red, and said', async () => {
  const found = await surgery.doctor({ SLACK_API_URL: 'https://slack.invalid/api/' });
  expect(found).toMatchObject({ code: 1, states: { MongoDB: 'green', Slack: 'red' } });
  expect(found.of('Slack')?.what).toMatch(/host is not found \(E[A-Z_]+\)/);
});

test('a database that does not answer is red, without its address', async () => {
  const uri = 'mongodb://someone:sesame@127.0.0.1:9/?replicaSet=none';
  expect(await surgery.doctor({ MONGODB_URI: uri })).toMatchObject({
    code: 1,
    states: { MongoDB: 'red', Slack: 'green' },
  });
});

test('keys that do not fit the database are red, and nothing is left there', async () => {
  const { fresh, key } = surgery;
  await surgery.doctor();
  for (const collection of await fresh.db.collections()) expect(await collection.countDocuments()).toBe(0);
  const ring = { active: 'k1', index: 'k1', keys: new Map([['k1', key]]) };
  const store = await openStore({ uri: fresh.uri, database: fresh.database, ring });
  const history = received();
  await store.reports.add(history, reportOf(history), dutiesUntil(later(9)), morning);
  await store.close();
  expect((await surgery.doctor()).states['sealing keys']).toBe('green');
  const other = await surgery.doctor({}, { key: randomBytes(32) });
  expect(other).toMatchObject({ code: 1, states: { 'sealing keys': 'red' } });
});

test('a document that fails each time is red, and named', async () => {
  const { uri, database, db } = surgery.fresh;
  const store = await openStore({
    uri,
    database,
    ring: { active: 'k1', index: 'k1', keys: new Map([['k1', surgery.key]]) },
  });
  try {
    const history = received();
    const { report } = await store.reports.add(history, reportOf(history), dutiesUntil(later(3000)), morning);
    await refuseWrites(db, report.id, 'lease');
    await store.reports.queue.claimDue(morning, 10, 1000);
    expect((await surgery.doctor()).states.quarantine).toBe('green');
    await store.reports.queue.claimDue(later(1), 10, 1000);
    const found = await surgery.doctor();
    expect({ code: found.code, ...found.of('quarantine') }).toMatchObject({ code: 1, state: 'red' });
    expect(found.of('quarantine')?.what).toContain(`1 set aside, since they fail each time: ${report.id}.`);
  } finally {
    await store.close();
  }
});
