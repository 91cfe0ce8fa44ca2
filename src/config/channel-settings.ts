import { defined } from '../report/defined.js';
import { matching, type Settings } from './settings.js';

/** Channel ids. */
export type ChannelSettings = Readonly<{ security: string; intake: readonly string[]; announce?: string }>;

/** The channels, by id. A channel has one role only: a shared channel must never be the one where reports are shown. */
export function readChannels(settings: Settings): ChannelSettings | undefined {
  const channel = matching(/^[CG][A-Z0-9]{2,20}$/);
  const wrong = (value: string) =>
    value.startsWith('#')
      ? 'is the name of a channel: give its id, which stands at the bottom of the channel details in Slack and begins with C.'
      : 'is not the id of a channel: it begins with C or G, for example C024BE91L, and stands at the bottom of the channel details in Slack.';
  const security = settings.require(
    'SECURITY_CHANNEL',
    channel,
    wrong,
    'give the id of the private channel in which the security team works.',
  );
  const ids = (value: string) => {
    const all = value
      .split(',')
      .map((id) => id.trim())
      .filter((id) => id !== '');
    return all.every((id) => channel(id) !== undefined) ? all : undefined;
  };
  const intake =
    settings.read(
      'INTAKE_CHANNELS',
      ids,
      () =>
        'holds something that is not the id of a channel: give ids with commas between them, for example C024BE91L,C061EG9SL.',
    ) ?? [];
  const announce = settings.read('ANNOUNCE_CHANNEL', channel, wrong);
  const roles = [
    ['SECURITY_CHANNEL', security],
    ...intake.map((id) => ['INTAKE_CHANNELS', id] as const),
    ['ANNOUNCE_CHANNEL', announce],
  ] as const;
  for (const [i, [name, id]] of roles.entries()) {
    const other = roles.slice(0, i).find(([, earlier]) => earlier !== undefined && earlier === id)?.[0];
    if (other === name) settings.faults.push({ name, what: 'names the same channel twice: once is enough.' });
    else if (other !== undefined)
      settings.faults.push({ name, what: `names the same channel as ${other}: each needs a channel of its own.` });
  }
  return security === undefined ? undefined : { security, intake, ...defined({ announce }) };
}
