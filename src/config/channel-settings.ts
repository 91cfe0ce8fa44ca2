import { defined } from '../report/defined.js';
import { matching, type Settings } from './settings.js';

/** The ids of the channels that the bot uses. */
export type ChannelSettings = Readonly<{ security: string; intake: readonly string[]; announce?: string }>;

/** Each channel has one role: a shared channel must never be the one where reports are shown. */
export function readChannels(settings: Settings): ChannelSettings | undefined {
  const channel = matching(/^[CG][A-Z0-9]{2,20}$/);
  const wrong = (value: string) =>
    value.startsWith('#')
      ? 'is a channel name: use the id instead. It is at the bottom of the channel details in Slack and begins with C.'
      : 'is not a channel id: use one such as C024BE91L. It is at the bottom of the channel details in Slack.';
  const security = settings.require(
    'SECURITY_CHANNEL',
    channel,
    wrong,
    'set it to the id of the security team’s private channel.',
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
      () => 'contains something that is not a channel id: separate ids with commas, for example C024BE91L,C061EG9SL.',
    ) ?? [];
  const announce = settings.read('ANNOUNCE_CHANNEL', channel, wrong);
  const roles = [
    ['SECURITY_CHANNEL', security],
    ...intake.map((id) => ['INTAKE_CHANNELS', id] as const),
    ['ANNOUNCE_CHANNEL', announce],
  ] as const;
  for (const [i, [name, id]] of roles.entries()) {
    const other = roles.slice(0, i).find(([, earlier]) => earlier !== undefined && earlier === id)?.[0];
    if (other === name) settings.faults.push({ name, what: 'names the same channel twice: name it once.' });
    else if (other !== undefined)
      settings.faults.push({ name, what: `names the same channel as ${other}: use a different channel for each.` });
  }
  return security === undefined ? undefined : { security, intake, ...defined({ announce }) };
}
