import type { SlackEmulator } from '../../../src/sandbox/slack-emulator.js';
import { keys } from './tiny-bot.js';

/** A Web API call by hand, as a client of any kind might send it. */
export async function call(
  slack: SlackEmulator,
  method: string,
  args: Readonly<Record<string, unknown>> = {},
  token: string | undefined = keys.botToken,
): Promise<Record<string, unknown>> {
  const form = Object.entries(args).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      connection: 'close',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    },
    body: new URLSearchParams(form as [string, string][]),
  });
  return (await response.json()) as Record<string, unknown>;
}
