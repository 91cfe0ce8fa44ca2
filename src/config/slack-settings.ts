import { matching, oneOf, readPort, type Settings } from './settings.js';

/** How to reach Slack. `apiUrl` ends with a slash. */
export type SlackSettings = Readonly<{ botToken: string; apiUrl: string }> &
  Readonly<{ mode: 'socket'; appToken: string } | { mode: 'http'; signingSecret: string; host: string; port: number }>;

const modes = ['socket', 'http'] as const;

/** Without SLACK_MODE: Socket Mode, or HTTP when only a signing secret is set. */
export function readSlack(settings: Settings, host: string): SlackSettings | undefined {
  const botToken = settings.require(
    'SLACK_BOT_TOKEN',
    matching(/^xoxb-\S+$/),
    wrongToken('xoxb-', 'the bot token'),
    'set it to the bot token. It begins with xoxb- and is in the Slack app’s settings under OAuth & Permissions.',
  );
  const apiUrl = settings.read(
    'SLACK_API_URL',
    apiUrlOf,
    () =>
      'is not a safe address for a token: use https:// without a password, for example https://slack.com/api/. For this machine http:// is fine.',
  );
  const asked = settings.read('SLACK_MODE', oneOf(modes), () => 'is not a mode: use socket or http.');
  const onlyHttp =
    settings.find('SLACK_APP_TOKEN') === undefined && settings.find('SLACK_SIGNING_SECRET') !== undefined;
  const mode = asked ?? (onlyHttp ? 'http' : 'socket');
  const common = { botToken: botToken ?? '', apiUrl: apiUrl ?? 'https://slack.com/api/' };
  if (mode === 'socket') {
    const appToken = settings.require(
      'SLACK_APP_TOKEN',
      matching(/^xapp-\S+$/),
      wrongToken('xapp-', 'the app-level token'),
      'Socket Mode needs the app-level token. It begins with xapp- and is in the Slack app’s settings under Basic Information. For HTTP, set SLACK_SIGNING_SECRET instead.',
    );
    return appToken === undefined ? undefined : { ...common, mode, appToken };
  }
  const signingSecret = settings.require(
    'SLACK_SIGNING_SECRET',
    matching(/^[0-9a-f]{16,128}$/),
    () => 'is not a signing secret: copy the hexadecimal digits from the Slack app’s settings under Basic Information.',
    'HTTP needs the signing secret. It is in the Slack app’s settings under Basic Information.',
  );
  const port = readPort(settings, 'PORT') ?? 3000;
  return signingSecret === undefined ? undefined : { ...common, mode, signingSecret, host, port };
}

/** Ends with a slash. Tokens are sent there, so only https is allowed, and http to this machine. */
function apiUrlOf(value: string): string | undefined {
  if (!URL.canParse(value)) return undefined;
  const url = new URL(value);
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) return undefined;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return undefined;
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

function wrongToken(prefix: string, what: string): (value: string) => string {
  const kinds: Record<string, string> = { xoxb: 'a bot token', xoxp: "a person's token", xapp: 'an app-level token' };
  return (value) => {
    const kind = kinds[value.slice(0, 4)];
    return kind !== undefined && !value.startsWith(prefix)
      ? `is ${kind}: use ${what}, which begins with ${prefix}.`
      : `is not ${what}, which begins with ${prefix} and has no spaces: copy it again.`;
  };
}
