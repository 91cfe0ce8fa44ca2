import { type Channel, createWorld, type Person, type World, type WorldSeed } from './world.js';

/** Ids of the sandbox's people and channels, all of them invented. */
export const sandbox = {
  home: 'T0000HOME',
  elsewhere: 'T000OTHER',
  app: 'A0VULNDESK',
  botId: 'B0VULNDESK',
  bot: 'U0VULNDESK',
  mei: 'U00000MEI',
  bo: 'U000000BO',
  wen: 'U00000WEN',
  ana: 'U00000ANA',
  guo: 'U00000GUO',
  solo: 'U0000SOLO',
  former: 'U00FORMER',
  dana: 'U0000DANA',
  ravi: 'U0000RAVI',
  stranger: 'U0STRANGE',
  general: 'C0GENERAL',
  securityChannel: 'C00SECTEAM',
  reports: 'C0REPORTS',
  announcements: 'C0ANNOUNCE',
} as const;

/** What `slack-manifest.yml` asks for. A test compares the two. */
const asInManifest = {
  commands: [{ command: '/vuln', shouldEscape: true }],
  shortcuts: [{ callbackId: 'report_message', name: 'Report as vulnerability' }],
  scopes: [
    'app_mentions:read',
    'channels:read',
    'chat:write',
    'commands',
    'groups:history',
    'groups:read',
    'pins:write',
    'usergroups:read',
    'usergroups:write',
    'users:read',
  ],
  events: ['app_home_opened', 'app_mention'],
  homeTab: true,
  messagesTab: true,
  messagesTabReadOnly: true,
};

const person = (id: string, name: string, realName: string, rest: Partial<Person> = {}): Person => ({
  id,
  team: sandbox.home,
  name,
  realName,
  role: 'member',
  locale: 'en-US',
  tz: 'Asia/Shanghai',
  deactivated: false,
  ...rest,
});

const channel = (id: string, name: string, members: readonly string[], rest: Partial<Channel> = {}): Channel => ({
  id,
  kind: 'public',
  name,
  members,
  sharedWith: [],
  pendingExtShared: false,
  orgShared: false,
  archived: false,
  ...rest,
});

/**
 * A new copy of the sandbox: the workspace of an open-source project with the bot installed, its security team in a private
 * channel, and a channel shared with people from another workspace. With `enterprise` the workspace is one of an organisation
 * on Enterprise Grid.
 */
export function sandboxWorld({ enterprise }: Pick<WorldSeed, 'enterprise'> = {}): World {
  const { bot, mei, bo, wen, ana, guo, solo, former, dana, ravi, stranger, home, elsewhere } = sandbox;
  const china = { locale: 'zh-CN' };
  const outside = { team: elsewhere };
  return createWorld({
    enterprise,
    home: { id: home, name: 'KubeSphere (sandbox)', domain: 'kubesphere-sandbox' },
    otherTeams: [{ id: elsewhere, name: 'Elsewhere (sandbox)', domain: 'elsewhere-sandbox' }],
    app: {
      id: sandbox.app,
      botId: sandbox.botId,
      botUser: bot,
      ...asInManifest,
    },
    people: [
      person(mei, 'mei', 'Mei Sandbox', { ...china, role: 'admin' }),
      person(bo, 'bo', 'Bo Sandbox', { tz: 'Europe/Berlin' }),
      person(wen, 'wen', 'Wen Sandbox', china),
      person(ana, 'ana', 'Ana Member', { tz: 'America/New_York' }),
      person(guo, 'guo', 'Guo Guest', { ...china, role: 'guest' }),
      person(solo, 'solo', 'Solo Guest', { role: 'single-channel guest', tz: 'Europe/Paris' }),
      person(former, 'former', 'Former Member', { deactivated: true }),
      person(bot, 'vulndesk', 'Vulndesk', { role: 'bot', tz: 'Etc/UTC' }),
      person(dana, 'dana', 'Dana Outsider', { ...outside, tz: 'America/Los_Angeles' }),
      person(ravi, 'ravi', 'Ravi Outsider', { ...outside, tz: 'Asia/Kolkata' }),
      person(stranger, 'stranger', 'Stranger Outsider', { ...outside, tz: 'Europe/London' }),
    ],
    channels: [
      channel(sandbox.general, 'general', [mei, bo, wen, ana, guo, bot]),
      channel(sandbox.securityChannel, 'security-team', [mei, bo, wen, bot], { kind: 'private' }),
      channel(sandbox.reports, 'kubesphere-security-reports', [mei, bo, wen, ana, guo, solo, dana, ravi, bot], {
        sharedWith: [elsewhere],
      }),
      channel(sandbox.announcements, 'announcements', [mei, bo, wen, ana, bot]),
    ],
  });
}
