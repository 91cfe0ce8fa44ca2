import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppsManifestCreateArguments } from '@slack/web-api';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parse, parseDocument } from 'yaml';
import { shortcuts } from '../../src/slack/views/actions.js';
import { verbs } from '../../src/slack/views/commands.js';
import { root } from '../support/project.js';

const text = readFileSync(join(root, 'slack-manifest.yml'), 'utf8');
const schemaFile = join(root, '..', 'shared', 'data', 'slack-manifest.schema.json');

// The compiler holds this against Slack's own types, scope by scope; the file must say the same.
const manifest = {
  _metadata: { major_version: 2, minor_version: 1 },
  display_information: {
    name: 'Vulndesk',
    description: 'Vulnerability reports for the security team, from the first word to the public thank-you.',
    background_color: '#1d3a4a',
  },
  features: {
    bot_user: { display_name: 'vulndesk', always_online: true },
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
    slash_commands: [
      {
        command: '/vuln',
        description: 'Report a vulnerability, or look after reports',
        usage_hint: `[${Object.values(verbs)
          .map(({ usage }) => usage.replace('/vuln ', ''))
          .join(' | ')}]`,
        should_escape: true,
      },
    ],
    shortcuts: [
      {
        name: 'Report as vulnerability',
        type: 'message',
        callback_id: shortcuts.reportMessage,
        description: 'Report what this message says to the security team, in confidence',
      },
    ],
  },
  oauth_config: {
    scopes: {
      bot: ['commands', 'chat:write', 'users:read', 'groups:read', 'channels:read', 'pins:write', 'app_mentions:read'],
      bot_optional: ['groups:history', 'usergroups:read', 'usergroups:write'],
    },
  },
  settings: {
    interactivity: { is_enabled: true },
    event_subscriptions: { bot_events: ['app_home_opened', 'app_mention'] },
    org_deploy_enabled: false,
    socket_mode_enabled: true,
    token_rotation_enabled: false,
  },
} satisfies AppsManifestCreateArguments['manifest'];

/** What Slack asks for a call of ours; several where it depends on the kind of channel. */
const scopesOf: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'views.open': [],
  'views.push': [],
  'views.update': [],
  'views.publish': [],
  'pins.add': ['pins:write'],
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  'chat.getPermalink': [],
  'users.info': ['users:read'],
  'conversations.info': ['groups:read', 'channels:read'],
  'conversations.members': ['groups:read', 'channels:read'],
  'conversations.history': ['groups:history'],
  'conversations.replies': ['groups:history'],
  'conversations.open': ['im:write'],
  'usergroups.users.list': ['usergroups:read'],
  'usergroups.users.update': ['usergroups:write'],
  'apps.connections.open': [],
};
/** What Slack asks for an event. */
const scopesOfEvent: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
};
const { bot, bot_optional: optional } = manifest.oauth_config.scopes;

const sources = readdirSync(join(root, 'src', 'slack'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name.endsWith('.ts'))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
const calls = new Set(
  sources.flatMap((source) => [
    ...[...source.matchAll(/\b(?:client|web|interactive|background)\.([a-z]+(?:\.[a-zA-Z]+){1,2})\(/g)].map(
      ([, call]) => call ?? '',
    ),
    ...[...source.matchAll(/(?:paginate|apiCall)\(\s*'([\w.]+)'/g)].map(([, call]) => call ?? ''),
  ]),
);

describe('the Slack manifest', () => {
  test('is what the types of Slack allow', () => {
    expect(parse(text)).toEqual(manifest);
  });

  test('has no key twice and no fault in its YAML', () => {
    const { errors, warnings } = parseDocument(text, { uniqueKeys: true });
    expect([...errors, ...warnings]).toEqual([]);
  });

  (existsSync(schemaFile) ? test : test.skip)(
    'fits the schema of Slack (skipped where ../shared/data is absent)',
    () => {
      const ajv = new Ajv({ strict: false, allErrors: true });
      (formats as unknown as (target: Ajv) => void)(ajv);
      const fits = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object);
      expect({ fits: fits(parse(text)), errors: fits.errors }).toEqual({ fits: true, errors: null });
      expect(fits({ ...manifest, display_information: { name: 'x'.repeat(36) } })).toBe(false);
      expect(fits({ ...manifest, setings: {} })).toBe(false);
    },
  );

  test.each([...bot, ...optional])('says what the scope %s is for and what breaks without it', (scope) => {
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.trim() === `- ${scope}`);
    const comment: string[] = [];
    for (let i = at - 1; lines[i]?.trim().startsWith('# '); i -= 1) comment.unshift(lines[i]?.trim().slice(2) ?? '');
    const said = comment.join(' ');
    expect(said.length).toBeGreaterThan(40);
    expect(said).toMatch(/Without it|To drop it/);
  });

  test('asks for every scope that a call of ours needs', () => {
    expect(calls.size).toBeGreaterThan(3);
    expect([...calls].filter((call) => scopesOf[call] === undefined)).toEqual([]);
    const asked = [...bot, ...optional] as string[];
    const needed = [...calls].flatMap((call) => scopesOf[call] ?? []);
    expect(needed.filter((scope) => !asked.includes(scope))).toEqual([]);
  });

  test('asks for no scope that nothing needs', () => {
    const needed = new Set([
      'commands',
      ...manifest.settings.event_subscriptions.bot_events.flatMap((event) => scopesOfEvent[event] ?? []),
      ...[...calls].flatMap((call) => scopesOf[call] ?? []),
    ]);
    expect([...bot, ...optional].filter((scope) => !needed.has(scope))).toEqual([]);
  });

  test('names the addresses that HTTP needs, and how to switch', () => {
    expect(text.match(/^ +# (request_)?url: https:\/\/\S+\/slack\/events$/gm)).toHaveLength(3);
    expect(text).toContain('SLACK_MODE=http');
  });
});
