import type { Config } from '../../src/config/read-config.js';
import { daysText, filesOf, policyText } from '../config/policy-text.js';
import type { RunningBot } from '../support/running-bot.js';
import { type Ended, type } from './a-terminal.js';

/** The text of a key ring file. */
export function ringFile({ active, index, keys }: Config['keyring']): string {
  const encoded = [...keys].map(([name, key]) => [name, key.toString('base64')] as const);
  return JSON.stringify({ active, index, keys: Object.fromEntries(encoded) });
}

/** Types a command line on the machine of a running bot, with its database and, where nothing else is said, its key ring. */
export async function typeBeside(
  { config, clock }: Pick<RunningBot, 'config' | 'clock'>,
  args: readonly string[],
  keyring = config.keyring,
): Promise<Ended> {
  const { uri, database } = config.store;
  const { botToken, apiUrl } = config.slack;
  const env = {
    MONGODB_URI: uri,
    MONGODB_DATABASE: database,
    KEYRING_FILE: 'keys.json',
    POLICY_FILE: 'policy.yaml',
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: 'xapp-test',
    SLACK_API_URL: apiUrl,
    SECURITY_CHANNEL: config.channels.security,
    LOG_LEVEL: 'error',
  };
  const texts = { 'keys.json': ringFile(keyring), 'policy.yaml': policyText, 'calendars/cn.yaml': daysText };
  return await type(args, { env, files: filesOf(texts), now: clock.now() });
}
