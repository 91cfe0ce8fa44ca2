import type { WebClient } from '@slack/web-api';
import type { Log } from '../handling/log.js';
import type { Language } from '../report/form.js';
import { othersSeconds, type People } from './people.js';
import { said } from './said-key.js';
import { askAgainIn, slackCode } from './slack-error.js';
import type { UnsafeReason } from './surface-facts.js';
import { show } from './surfaces.js';

/** Seconds for which an answer about the security channel holds. */
const holdsSeconds = 60;

export type ChannelsParts = Readonly<{
  client: WebClient;
  people: People;
  home: string;
  /** The security channel. */
  channel: string;
  /** Who hears that the channel isn't safe: the leads, or while none is named, the responders. */
  leads: () => Promise<readonly string[]>;
  teamLanguage: Language;
  clock: () => Date;
  log: Log;
}>;

export type Channels = Readonly<{
  /**
   * `safe`: private, shared with nobody, not about to be, without guests, and in reach, as of a minute ago at most.
   * `unknown`: Slack could not be asked just now.
   */
  state(): Promise<'safe' | 'unsafe' | 'unknown'>;
  /** Looks now, and tells the leads when it has become unsafe. */
  check(): Promise<void>;
}>;

/** Watches the one room that may hold what is sealed. Only `safe` lets anything be posted there. */
export function createChannels(parts: ChannelsParts): Channels {
  const { clock, channel, log } = parts;
  let kept: Readonly<{ at: number; reasons: readonly UnsafeReason[] }> | undefined;
  let looking: Promise<readonly UnsafeReason[] | 'unknown'> | undefined;

  const lookAndTell = async () => {
    const reasons = await look(parts);
    if (reasons === 'unknown') return reasons;
    const before = kept?.reasons ?? [];
    kept = { at: clock().getTime(), reasons };
    if (reasons.length === 0 && before.length > 0) log.note('security channel safe again', { channel });
    if (reasons.length > 0 && reasons.join() !== before.join()) {
      log.warn('security channel not safe', { channel, reasons: reasons.join(',') });
      await tellLeads(parts, reasons);
    }
    return reasons;
  };
  /** Whoever asks while Slack is being asked waits for the same answer: the leads are told once. */
  const lookOnce = async () => {
    looking ??= lookAndTell().finally(() => {
      looking = undefined;
    });
    return await looking;
  };
  return {
    check: async () => {
      await lookOnce();
    },
    state: async () => {
      const fresh = kept !== undefined && Math.abs(clock().getTime() - kept.at) < holdsSeconds * 1000;
      const reasons = fresh && kept !== undefined ? kept.reasons : await lookOnce();
      return reasons === 'unknown' ? 'unknown' : reasons.length === 0 ? 'safe' : 'unsafe';
    },
  };
}

async function look({ client, people, home, channel, log }: ChannelsParts): Promise<UnsafeReason[] | 'unknown'> {
  try {
    const { channel: about } = await client.conversations.info({ channel });
    if (about === undefined || about.is_archived || about.is_member === false) return ['out_of_reach'];
    const members: string[] = [];
    for await (const page of client.paginate('conversations.members', { channel, limit: 200 })) {
      members.push(...((page as { members?: string[] }).members ?? []));
    }
    const profiles = await Promise.all(members.map((user) => people.profile(user, othersSeconds)));
    const strangers = profiles.some((profile) => profile === undefined || profile.guest || profile.team !== home);
    const reasons: UnsafeReason[] = [];
    if (about.is_private !== true) reasons.push('not_private');
    if (about.is_ext_shared || about.is_shared || about.is_org_shared) reasons.push('shared');
    if (about.is_pending_ext_shared || (about.pending_shared ?? []).length > 0) reasons.push('sharing_pending');
    if (strangers) reasons.push('guests');
    return reasons;
  } catch (error) {
    if (askAgainIn(error) === undefined) return ['out_of_reach'];
    log.warn('security channel not looked at', { code: slackCode(error) ?? 'none' });
    return 'unknown';
  }
}

async function tellLeads(parts: ChannelsParts, reasons: readonly UnsafeReason[]): Promise<void> {
  const { client, people, channel, leads, teamLanguage, log } = parts;
  const tell = async (user: string) => {
    const shown = show('channelUnsafe', { channel, reasons }, people.known(user)?.language ?? teamLanguage);
    const metadata = said(`channel/${channel}`);
    await client.chat.postMessage({ channel: user, text: shown.text, blocks: [...shown.blocks], metadata });
  };
  const told = await Promise.allSettled((await leads().catch(() => [])).map(tell));
  for (const result of told) {
    if (result.status === 'rejected')
      log.warn('lead not told of the channel', { code: slackCode(result.reason) ?? 'none' });
  }
  if (told.length === 0) log.warn('no lead to tell of the channel');
}
