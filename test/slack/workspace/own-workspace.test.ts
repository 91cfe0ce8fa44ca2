import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isForeign,
  isInternal,
  type OwnWorkspace,
  ownWorkspaceOf,
  type SlackUser,
  type Standing,
  standingOf,
  teamsOf,
} from '../../../src/slack/workspace/own-workspace.js';
import { root } from '../../support/project.js';

const plain: OwnWorkspace = { team: 'T0HOME' };
const grid: OwnWorkspace = { team: 'T0HOME', enterprise: 'E0ORG', orgWide: false };
const orgWide: OwnWorkspace = { team: 'E0ORG', enterprise: 'E0ORG', orgWide: true };
const inOrg = (...teams: string[]) => ({ enterprise_user: { enterprise_id: 'E0ORG', teams } });

/** Who it is, as users.info tells it; the bot's workspace; how they belong to it; whether the security channel may have them. */
const table: readonly (readonly [string, SlackUser, OwnWorkspace, Standing, boolean])[] = [
  ['a member of a plain workspace', { id: 'U1', team_id: 'T0HOME' }, plain, 'ours', true],
  ['somebody from another workspace', { id: 'U1', team_id: 'T0ELSE' }, plain, 'elsewhere', false],
  ['somebody from a Grid, on a plain workspace', { team_id: 'T0ELSE', ...inOrg('T0ELSE') }, plain, 'elsewhere', false],
  ['somebody without an enterprise, whatever ours is', { team_id: 'T0ELSE' }, grid, 'elsewhere', false],
  ['somebody whose workspace Slack does not name', { id: 'U1' }, plain, 'untold', false],
  ['empty names', { team_id: '', enterprise_user: { enterprise_id: '' } }, grid, 'untold', false],
  ['a member of the one workspace of a Grid', { team_id: 'T0HOME', ...inOrg('T0HOME') }, grid, 'ours', true],
  ['a W id', { id: 'W0LEGACY', team_id: 'T0HOME', ...inOrg('T0HOME') }, grid, 'ours', true],
  [
    'whose first workspace is another, ours among them',
    { team_id: 'T0TWO', ...inOrg('T0TWO', 'T0HOME') },
    grid,
    'ours',
    true,
  ],
  ['who is named by the organisation, ours among them', { team_id: 'E0ORG', ...inOrg('T0HOME') }, grid, 'ours', true],
  ['who is named by nothing, ours among them', inOrg('T0HOME'), grid, 'ours', true],
  ['of another workspace of the organisation', { team_id: 'T0TWO', ...inOrg('T0TWO') }, grid, 'organisation', true],
  ['named by the organisation alone', { team_id: 'E0ORG' }, grid, 'organisation', true],
  ['named by the enterprise alone', { enterprise_user: { enterprise_id: 'E0ORG' } }, grid, 'organisation', true],
  [
    'anybody of the organisation, for an app of all of it',
    { team_id: 'T0TWO', ...inOrg('T0TWO') },
    orgWide,
    'ours',
    true,
  ],
  ['somebody else, for an app of a whole organisation', { team_id: 'T0ELSE' }, orgWide, 'elsewhere', false],
  [
    'a Slack Connect partner from another Grid',
    { team_id: 'T0PART', is_stranger: false, enterprise_user: { enterprise_id: 'E0PART', teams: ['T0PART'] } },
    grid,
    'elsewhere',
    false,
  ],
  [
    'a partner on the same Grid',
    { team_id: 'T0TWO', is_stranger: false, ...inOrg('T0TWO') },
    grid,
    'organisation',
    true,
  ],
  [
    'a stranger, though of the organisation',
    { team_id: 'T0TWO', is_stranger: true, ...inOrg('T0TWO') },
    grid,
    'stranger',
    false,
  ],
  ['a guest', { team_id: 'T0HOME', is_restricted: true }, plain, 'guest', false],
  ['a single-channel guest', { team_id: 'T0HOME', is_ultra_restricted: true }, plain, 'guest', false],
  [
    'a guest of another workspace of the organisation',
    { team_id: 'T0TWO', is_restricted: true, ...inOrg('T0TWO') },
    grid,
    'guest',
    false,
  ],
  ['somebody deactivated', { team_id: 'T0HOME', deleted: true }, plain, 'deactivated', false],
  ['a bot', { team_id: 'T0HOME', is_bot: true }, plain, 'bot', false],
  [
    'Slackbot, which says that it is no bot',
    { id: 'USLACKBOT', team_id: 'T0HOME', is_bot: false },
    plain,
    'bot',
    false,
  ],
];

test.each(table)('%s', (_, user, own, standing, ofTheHouse) => {
  expect(standingOf(user, own)).toBe(standing);
  expect(isInternal(standingOf(user, own))).toBe(ofTheHouse);
});

test('everywhere Slack may name somebody: once each, what users.info names first', () => {
  expect(teamsOf({ team_id: 'T0TWO', ...inOrg('T0TWO', 'T0HOME') })).toEqual(['T0TWO', 'E0ORG', 'T0HOME']);
  expect(teamsOf({})).toEqual([]);
});

test.each([
  ['a plain workspace', { team_id: 'T0HOME' }, plain],
  ['an empty enterprise', { team_id: 'T0HOME', enterprise_id: '' }, plain],
  ['a workspace on Grid', { team_id: 'T0HOME', enterprise_id: 'E0ORG', is_enterprise_install: false }, grid],
  ['a workspace on Grid, by an answer without more', { team_id: 'T0HOME', enterprise_id: 'E0ORG' }, grid],
  ['a whole organisation', { team_id: 'E0ORG', enterprise_id: 'E0ORG', is_enterprise_install: true }, orgWide],
  ['a whole organisation without a workspace', { enterprise_id: 'E0ORG', is_enterprise_install: true }, orgWide],
  ['nothing', {}, undefined],
] as const)('the workspace of an app of %s', (_, told, own) => {
  expect(ownWorkspaceOf(told)).toEqual(own);
});

test('a payload rules somebody out only where it can name no other workspace of ours', () => {
  expect([undefined, 'T0HOME', 'T0TWO', ''].map((team) => isForeign(team, plain))).toEqual([false, false, true, true]);
  expect([undefined, 'T0HOME', 'T0TWO', ''].map((team) => isForeign(team, grid))).toEqual([false, false, false, false]);
});

test('who belongs to the workspace is judged in one file, which access, people, the channel and doctor share', () => {
  const folder = join(root, 'src');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('sandbox'))
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
  const where = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
  expect(where(/is_(ultra_)?restricted|is_stranger|enterprise_user/)).toEqual(['slack/workspace/own-workspace.ts']);
  expect(where(/own-workspace\.js/)).toEqual(
    expect.arrayContaining([
      'slack/notifier/examine-slack.ts',
      'slack/notifier/security-channel.ts',
      'slack/workspace/access.ts',
      'slack/workspace/people.ts',
    ]),
  );
});
