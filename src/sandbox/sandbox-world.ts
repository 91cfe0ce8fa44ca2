import { type Channel, createWorld, type Person, type World } from './world.js';

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

/** What `slack-manifest.yml` asks for; a test compares them. */
const asInManifest = {
  commands: [{ command: '/vuln', shouldEscape: true }],
  scopes: [
    'app_mentions:read',
    'channels:read',
    'chat:write',
    'commands',
    'groups:history',
    'groups:read',
    'pins:write',
    'users:read',
  ],
  events: ['app_home_opened', 'app_mention'],
  homeTab: true,
  messagesTab: true,
  messagesTabReadOnly: true,
};

const someone = (id: string, name: string, realName: string, rest: Partial<Person> = {}): Person => ({
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

const place = (id: string, name: string, members: readonly string[], rest: Partial<Channel> = {}): Channel => ({
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
 * A fresh copy of the sandbox: the workspace of an open-source project, its security team in a private channel, a shared
 * channel with people from elsewhere, and this app installed.
 */
export function sandboxWorld(): World {
  const { bot, mei, bo, wen, ana, guo, solo, former, dana, ravi, stranger, home, elsewhere } = sandbox;
  const china = { locale: 'zh-CN' };
  const outside = { team: elsewhere };
  return createWorld({
    home: { id: home, name: 'KubeSphere (sandbox)', domain: 'kubesphere-sandbox' },
    otherTeams: [{ id: elsewhere, name: 'Elsewhere (sandbox)', domain: 'elsewhere-sandbox' }],
    app: {
      id: sandbox.app,
      botId: sandbox.botId,
      botUser: bot,
      ...asInManifest,
    },
    people: [
      someone(mei, 'mei', 'Mei Sandbox', { ...china, role: 'admin' }),
      someone(bo, 'bo', 'Bo Sandbox', { tz: 'Europe/Berlin' }),
      someone(wen, 'wen', 'Wen Sandbox', china),
      someone(ana, 'ana', 'Ana Member', { tz: 'America/New_York' }),
      someone(guo, 'guo', 'Guo Guest', { ...china, role: 'guest' }),
      someone(solo, 'solo', 'Solo Guest', { role: 'single-channel guest', tz: 'Europe/Paris' }),
      someone(former, 'former', 'Former Member', { deactivated: true }),
      someone(bot, 'vulndesk', 'Vulndesk', { role: 'bot', tz: 'Etc/UTC' }),
      someone(dana, 'dana', 'Dana Outsider', { ...outside, tz: 'America/Los_Angeles' }),
      someone(ravi, 'ravi', 'Ravi Outsider', { ...outside, tz: 'Asia/Kolkata' }),
      someone(stranger, 'stranger', 'Stranger Outsider', { ...outside, tz: 'Europe/London' }),
    ],
    channels: [
      place(sandbox.general, 'general', [mei, bo, wen, ana, guo, bot]),
      place(sandbox.securityChannel, 'security-team', [mei, bo, wen, bot], { kind: 'private' }),
      place(sandbox.reports, 'kubesphere-security-reports', [mei, bo, wen, ana, guo, solo, dana, ravi, bot], {
        sharedWith: [elsewhere],
      }),
      place(sandbox.announcements, 'announcements', [mei, bo, wen, ana, bot]),
    ],
  });
}
