/** What slack-manifest.yml asks for, and whether the bot is of no use without it or only does less. */
export const scopesAsked = {
  commands: 'needed',
  'chat:write': 'needed',
  'users:read': 'needed',
  'groups:read': 'needed',
  'channels:read': 'needed',
  'groups:history': 'useful',
  'pins:write': 'useful',
  'app_mentions:read': 'useful',
} as const satisfies Readonly<Record<string, 'needed' | 'useful'>>;
