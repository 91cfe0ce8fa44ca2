import type { WebClient } from '@slack/web-api';
import type { Log } from '../../handling/log.js';
import type { RateLimiter } from '../../handling/ports.js';
import type { Language } from '../../report/form.js';
import type { UnsafeReason } from '../views/channel-facts.js';
import { show } from '../views/surfaces.js';
import { asJson } from '../workspace/blocks-as-json.js';
import type { People } from '../workspace/people.js';
import { outcomeOf, slackCode } from '../workspace/slack-error.js';
import { messageMetadata } from './message-key.js';

export type SecurityChannelAlertDeps = Readonly<{
  client: WebClient;
  people: People;
  /** The security channel. */
  channel: string;
  /** Who hears that the channel isn't safe: the leads, or while none is named, the responders. */
  leads: () => Promise<readonly string[]>;
  rateLimits: RateLimiter;
  teamLanguage: Language;
  clock: () => Date;
  log: Log;
}>;

/** Tells the leads that the security channel isn't safe, once for each way in which it isn't. */
export type SecurityChannelAlert = Readonly<{
  tell(reasons: readonly UnsafeReason[], team: readonly string[]): Promise<void>;
}>;

/** The same is told once in so many seconds, however many replicas see it and however often it comes and goes. */
const quietSeconds = 3600;

export function createSecurityChannelAlert(deps: SecurityChannelAlertDeps): SecurityChannelAlert {
  const { channel, rateLimits, clock, log } = deps;
  let lastReasons = '';
  /** When to ask again whether it may be told, by what there is to tell. */
  const askAgainAt = new Map<string, number>();
  /** Who is still to be told of it. */
  let waiting: readonly string[] = [];
  let lastTeam: readonly string[] = [];

  /** While the channel is out of reach nobody can say who is in it: those who were there last hear of it. */
  const recipients = async () => {
    const heard = await deps.leads().catch(() => []);
    return heard.length > 0 ? heard : lastTeam;
  };
  const mayTell = async (reasons: string) => {
    try {
      const rule = { key: `channel/${channel}/${reasons}`, limit: 1, seconds: quietSeconds };
      return (await rateLimits.pass([rule], clock())) === undefined;
    } catch (error) {
      // Better told by each replica than by none.
      log.fail('not looked up whether the leads were told of the channel', error);
      return true;
    }
  };
  return {
    tell: async (reasons, team) => {
      if (team.length > 0) lastTeam = team;
      const now = reasons.join();
      if (now === '') waiting = [];
      if (now !== '' && now !== lastReasons) {
        const at = clock().getTime();
        if (at < (askAgainAt.get(now) ?? 0)) return;
        askAgainAt.set(now, at + quietSeconds * 1000);
        // Another replica is telling it, or this one did a while ago. Should that one have been killed: in an hour it is told.
        if (!(await mayTell(now))) return;
        waiting = await recipients();
        if (waiting.length === 0) log.warn('no lead to tell of the channel', { channel });
      }
      lastReasons = now;
      const alerted = await Promise.all(
        waiting.map(async (user) => ({ user, done: await alertLead(deps, user, reasons) })),
      );
      waiting = alerted.filter(({ done }) => !done).map(({ user }) => user);
    },
  };
}

/** Whether it is done with: told, or told in vain. What may have arrived isn't said twice. */
async function alertLead(
  deps: SecurityChannelAlertDeps,
  user: string,
  reasons: readonly UnsafeReason[],
): Promise<boolean> {
  const { client, people, channel, teamLanguage, log } = deps;
  const { text, blocks } = show('channelUnsafe', { channel, reasons }, people.known(user)?.language ?? teamLanguage);
  try {
    const metadata = messageMetadata(`channel/${channel}`);
    const unfurled = { unfurl_links: false, unfurl_media: false };
    await client.chat.postMessage({ channel: user, text, blocks: asJson(blocks), metadata, ...unfurled });
    return true;
  } catch (error) {
    log.warn('lead not told of the channel', { code: slackCode(error) ?? 'none' });
    return outcomeOf(error).kind !== 'later';
  }
}
