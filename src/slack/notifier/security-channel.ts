import type { UnsafeReason } from '../views/facts.js';
import { askAgainIn, slackCode } from '../workspace/slack-error.js';
import { createSecurityChannelAlert, type SecurityChannelAlertDeps } from './security-channel-alert.js';

/** Seconds for which an answer about the security channel holds. */
const holdsSeconds = 60;

export type ChannelState = 'safe' | 'unsafe' | 'unknown';
export type SecurityChannelDeps = SecurityChannelAlertDeps & Readonly<{ home: string }>;

export type SecurityChannel = Readonly<{
  /**
   * `safe`: private, shared with nobody, not about to be, without guests, and in reach, as of a minute ago at most.
   * `unknown`: Slack could not be asked just now.
   */
  state(): Promise<ChannelState>;
  /** What the last look found, however old; asks nobody. */
  lastSeen(): ChannelState;
  /** Looks now, and tells the leads when it has become unsafe. */
  check(): Promise<void>;
}>;

/** Watches the one channel that may hold what is sealed. Only `safe` lets anything be posted there. */
export function createSecurityChannel(deps: SecurityChannelDeps): SecurityChannel {
  const { clock, channel, log } = deps;
  const alert = createSecurityChannelAlert(deps);
  let kept: Readonly<{ at: number; reasons: readonly UnsafeReason[] }> | undefined;
  let looking: Promise<readonly UnsafeReason[] | 'unknown'> | undefined;
  /** When the present look began, its tries that Slack did not answer included: what they learned counts for a minute. */
  let since: number | undefined;

  const lookAndTell = async () => {
    const now = clock().getTime();
    since ??= now;
    const found = await look(deps, Math.min(holdsSeconds, Math.abs(now - since) / 1000));
    if (found === 'unknown') return found;
    const { reasons } = found;
    const before = kept?.reasons ?? [];
    kept = { at: since, reasons };
    since = undefined;
    if (reasons.length === 0 && before.length > 0) log.note('security channel safe again', { channel });
    if (reasons.length > 0 && reasons.join() !== before.join())
      log.warn('security channel not safe', { channel, reasons: reasons.join(',') });
    await alert.tell(reasons, found.members);
    return reasons;
  };
  /** Whoever asks while Slack is being asked waits for the same answer. */
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
    lastSeen: () => (kept === undefined ? 'unknown' : kept.reasons.length === 0 ? 'safe' : 'unsafe'),
  };
}

type Looked = Readonly<{ reasons: readonly UnsafeReason[]; members: readonly string[] }>;

const outOfReach: Looked = { reasons: ['out_of_reach'], members: [] };

/** What makes a channel unsafe, and who of the team is in it. `seconds`: how old what is known of a member may be. */
export async function look(
  { client, people, home, channel, log }: Pick<SecurityChannelDeps, 'client' | 'people' | 'home' | 'channel' | 'log'>,
  seconds: number,
): Promise<Looked | 'unknown'> {
  try {
    const { channel: about } = await client.conversations.info({ channel });
    if (about === undefined || about.is_archived || about.is_member === false) return outOfReach;
    const members: string[] = [];
    for await (const page of client.paginate('conversations.members', { channel, limit: 200 })) {
      members.push(...((page as { members?: string[] }).members ?? []));
    }
    const profiles = await Promise.all(members.map((user) => people.profile(user, seconds)));
    const strangers = profiles.some((profile) => profile === undefined || profile.guest || profile.team !== home);
    const reasons: UnsafeReason[] = [];
    if (about.is_private !== true) reasons.push('not_private');
    if (about.is_ext_shared || about.is_shared || about.is_org_shared) reasons.push('shared');
    if (about.is_pending_ext_shared || (about.pending_shared ?? []).length > 0) reasons.push('sharing_pending');
    if (strangers) reasons.push('guests');
    const team = profiles.flatMap((one) => (one?.active && !one.guest && one.team === home ? [one.user] : []));
    return { reasons, members: team };
  } catch (error) {
    if (askAgainIn(error) === undefined) return outOfReach;
    log.warn('security channel not looked at', { code: slackCode(error) ?? 'none' });
    return 'unknown';
  }
}
