import { type AccessDeps, createAccess } from '../../../src/slack/workspace/access.js';
import { createPeople } from '../../../src/slack/workspace/people.js';
import { movingClock } from '../../support/moving-clock.js';
import { Answered, bo, mei, member, type Told } from './answered-slack.js';

const start = new Date('2026-09-22T02:00:00Z');

function accessIn(told: Told, deps: Partial<Pick<AccessDeps, 'leads' | 'userGroup'>> = {}) {
  const client = new Answered(told);
  const clock = movingClock(start);
  const own = { team: 'T0HOME' };
  const people = createPeople({ client, own, clock: clock.now });
  const channel = 'C0SECURITY';
  return {
    client,
    clock,
    access: createAccess({ client, people, own, channel, leads: [], clock: clock.now, ...deps }),
  };
}

const here = { user: mei, team: 'T0HOME' };
const inGroup = { userGroup: 'S0TEAM' };
const unchecked = 'access_unchecked';

test.each<[string, Told, boolean | string, { userGroup?: string; team?: string }?]>([
  ['a member of the channel', {}, true],
  ['whom the payload names by another workspace', {}, false, { team: 'T0ELSE' }],
  ['somebody from another workspace', { users: [{ ...member, team_id: 'T0ELSE' }] }, false],
  ['a guest', { users: [{ ...member, is_restricted: true }] }, false],
  ['somebody deactivated', { users: [{ ...member, deleted: true }] }, false],
  ['a bot', { users: [{ ...member, is_bot: true }] }, false],
  ['whom Slack does not know', { users: [] }, false],
  ['who is not in the channel', { channel: [bo] }, false],
  ['who is in the channel and in the group', {}, true, inGroup],
  ['who is in the channel, but not in the group', { group: [bo] }, false, inGroup],
  ['who is in the group, but not in the channel', { channel: [bo] }, false, inGroup],
  ['about whom Slack does not answer', { fails: { 'users.info': 'internal_error' } }, unchecked],
  ['while Slack does not tell the members', { fails: { 'conversations.members': 'internal_error' } }, unchecked],
  ['while Slack does not tell the group', { fails: { 'usergroups.users.list': 'fatal_error' } }, unchecked, inGroup],
  [
    'a guest, while Slack does not tell the members',
    { users: [{ ...member, is_restricted: true }], fails: { 'conversations.members': 'internal_error' } },
    false,
  ],
  [
    'who is not in the channel, while Slack does not answer about them',
    { channel: [bo], fails: { 'users.info': 'internal_error' } },
    false,
  ],
])('may work on reports: %s, %j: %s', async (_, told, expected, { team = here.team, ...deps } = {}) => {
  const { access } = accessIn(told, deps);
  const found = await access.isResponder({ user: mei, team }).catch((error: Error) => error.message);
  expect(found).toBe(expected);
});

test('a payload that names another workspace is enough, and one that names none asks Slack', async () => {
  const { access, client } = accessIn({});
  expect(await access.isResponder({ user: mei, team: 'T0ELSE' })).toBe(false);
  expect(client.asked).toEqual([]);
  expect(await access.isResponder({ user: mei, team: undefined })).toBe(true);
});

test.each<[string, readonly string[], Told, boolean]>([
  ['every responder while nobody is named', [], {}, true],
  ['who is named', [bo, mei], {}, true],
  ['nobody else', [bo], {}, false],
  ['who is named, but has left the channel', [mei], { channel: [bo] }, false],
])('a lead is %s', async (_, leads, told, expected) => {
  expect(await accessIn(told, { leads }).access.isLead(here)).toBe(expected);
});

test('a report can be given to the members of the channel who may be responders, by name', async () => {
  const users = [
    { ...member, id: 'U0WEN', real_name: 'Wen' },
    { ...member, id: bo, real_name: 'Bo' },
    member,
    { ...member, id: 'U0GUEST', is_ultra_restricted: true },
  ];
  const { access } = accessIn({ users, channel: ['U0WEN', 'U0GUEST', mei, bo, 'U0GONE'] });
  expect((await access.responders()).map(({ name }) => name)).toEqual(['Bo', 'Mei', 'Wen']);
});

test('what Slack told counts for less than a minute', async () => {
  const { access, client, clock } = accessIn({});
  await access.isResponder(here);
  expect(client.asked).toHaveLength(2);
  clock.forward(59_999);
  await access.isResponder(here);
  expect(client.asked).toHaveLength(2);
  clock.forward(1);
  await access.isResponder(here);
  expect(client.asked).toHaveLength(4);
  // A clock that was set back makes nothing young again.
  clock.forward(-60_000);
  await access.isResponder(here);
  expect(client.asked).toHaveLength(6);
});
