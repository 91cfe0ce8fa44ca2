/** Every scope that the Slack emulator knows of, but for `chat:write.public` and `mpim:write`. */
export const everyScope: readonly string[] = [
  'app_mentions:read',
  'channels:history',
  'channels:join',
  'channels:read',
  'chat:write',
  'commands',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'pins:read',
  'pins:write',
  'usergroups:read',
  'usergroups:write',
  'users:read',
];
