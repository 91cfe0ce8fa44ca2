import { createPeople } from '../../../src/slack/workspace/people.js';
import { movingClock } from '../../support/moving-clock.js';
import { Answered, mei, member, type Told } from './answered-slack.js';

function peopleIn(told: Told) {
  const client = new Answered(told);
  const clock = movingClock(new Date('2026-09-22T02:00:00Z'));
  return { client, clock, people: createPeople({ client, own: { team: 'T0HOME' }, clock: clock.now }) };
}
const { real_name: _, ...nameless } = member;

test.each<[string, NonNullable<Told['users']>[number], object]>([
  ['a full name', { ...member, profile: { display_name: 'M' }, name: 'mei' }, { name: 'Mei' }],
  ['a name for display', { ...member, real_name: '', profile: { display_name: 'M' }, name: 'mei' }, { name: 'M' }],
  ['a name to log in with', { ...nameless, profile: { display_name: '' }, name: 'mei' }, { name: 'mei' }],
  ['no name', nameless, { name: mei }],
  ['a workspace', member, { team: 'T0HOME', teams: ['T0HOME'], standing: 'ours' }],
  ['no workspace', { id: mei }, { team: '', teams: [], standing: 'untold' }],
  [
    'a zone and a language',
    { ...member, tz: 'Asia/Shanghai', locale: 'zh-CN' },
    { zone: 'Asia/Shanghai', language: 'zh' },
  ],
  ['neither', member, { zone: undefined, language: undefined }],
])('somebody with %s is known by it', async (_, user, profile) => {
  expect(await peopleIn({ users: [user] }).people.profile(mei, 60)).toMatchObject({ user: mei, ...profile });
});

test.each(['user_not_found', 'user_not_visible', 'users_not_found'])('%s: nobody, and no error', async (code) => {
  expect(await peopleIn({ fails: { 'users.info': code } }).people.profile(mei, 60)).toBeUndefined();
});

test('how long ago somebody was asked about is known, and whom a change concerns is asked about again', async () => {
  const { people, client, clock } = peopleIn({});
  expect(people.age(mei)).toBe(Number.POSITIVE_INFINITY);
  await people.profile(mei, 60);
  clock.forward(30_000);
  expect(people.age(mei)).toBe(30);
  people.askAgain();
  expect([people.age(mei), people.known(mei)?.name]).toEqual([Number.POSITIVE_INFINITY, 'Mei']);
  await people.profile(mei, 60);
  expect(client.asked).toEqual(['users.info', 'users.info']);
});
