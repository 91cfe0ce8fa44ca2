import type { WebClient } from '@slack/web-api';
import type { Log } from '../../handling/log.js';
import type { UnsafeReason } from '../views/channel-facts.js';
import { channelMembers } from '../workspace/channel-members.js';
import { isInternal } from '../workspace/own-workspace.js';
import type { People } from '../workspace/people.js';
import { askAgainIn, slackCode } from '../workspace/slack-error.js';
import { createMemberLookups, holdsFor, type MemberLookups, memberSeconds } from './member-lookups.js';
import { createSecurityChannelAlert, type SecurityChannelAlertDeps } from './security-channel-alert.js';

/** Seconds for which an answer about the security channel holds: it is looked at again before a post. */
const holdsSeconds = 5;
/**
 * Seconds between looks while nothing is posted. In a large channel: a minute. With the minute between two calls of `check` and the
 * minute that members hold, whoever leaves is noticed within ten.
 */
const restSeconds = 480;

export type ChannelState = 'safe' | 'unsafe' | 'unknown';
export type SecurityChannelDeps = SecurityChannelAlertDeps &
  Omit<LookDeps, 'members'> &
  Readonly<{
    people: People;
    /** Called after each look that Slack answered: somebody may have left. */
    looked: () => Promise<void>;
  }>;

export type SecurityChannel = Readonly<{
  /**
   * `safe`: private, shared with no other organisation, not about to be, without guests and other apps, and in reach, as of five
   * seconds ago at most; its members as of a minute ago, or a minute for each fifty of them. `unknown`: Slack has not said.
   */
  state(): Promise<ChannelState>;
  /** What the last look found, however old; asks nobody. */
  lastSeen(): ChannelState;
  /** Looks, unless the last look is new enough, and tells the leads when it has become unsafe. */
  check(): Promise<void>;
}>;

/** Watches the one channel that may hold what is sealed. Only `safe` lets anything be posted there. */
export function createSecurityChannel(deps: SecurityChannelDeps): SecurityChannel {
  const { clock, channel, log } = deps;
  const alert = createSecurityChannelAlert(deps);
  const members = createMemberLookups(deps);
  let kept: Readonly<{ at: number; reasons: readonly UnsafeReason[]; size: number }> | undefined;
  let looking: Promise<readonly UnsafeReason[] | 'unknown'> | undefined;

  const isNewerThan = (seconds: number) => kept !== undefined && Math.abs(clock().getTime() - kept.at) < seconds * 1000;
  const lookAndTell = async () => {
    const at = clock().getTime();
    const found = await look({ ...deps, members });
    if (found === 'unknown' || (found.reasons.length === 0 && found.unseen > 0)) return 'unknown';
    const { reasons, size } = found;
    const before = kept?.reasons ?? [];
    kept = { at, reasons, size };
    if (reasons.length === 0 && before.length > 0) log.note('security channel safe again', { channel });
    if (reasons.length > 0 && reasons.join() !== before.join())
      log.warn('security channel not safe', { channel, reasons: reasons.join(',') });
    await alert.tell(reasons, found.team);
    await deps.looked();
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
      if (!isNewerThan(holdsFor(kept?.size ?? 0) > memberSeconds ? memberSeconds : restSeconds)) await lookOnce();
    },
    state: async () => {
      const reasons = isNewerThan(holdsSeconds) && kept !== undefined ? kept.reasons : await lookOnce();
      return reasons === 'unknown' ? 'unknown' : reasons.length === 0 ? 'safe' : 'unsafe';
    },
    lastSeen: () => (kept === undefined ? 'unknown' : kept.reasons.length === 0 ? 'safe' : 'unsafe'),
  };
}

type LookDeps = Readonly<{
  client: WebClient;
  members: MemberLookups;
  /** The security channel. */
  channel: string;
  /** The bot's own user. */
  self: string;
  /** Bot users of other apps that may be there. */
  apps: readonly string[];
  log: Log;
}>;
/** `team`: which internal members are in it. `apps`: other apps that nobody named. `unseen`: of `size` members, those not looked up yet. */
type Looked = Readonly<{
  reasons: readonly UnsafeReason[];
  team: readonly string[];
  apps: readonly string[];
  size: number;
  unseen: number;
}>;

const outOfReach: Looked = { reasons: ['out_of_reach'], team: [], apps: [], size: 0, unseen: 0 };

/** What makes a channel unsafe, and who is in it. `unknown`: Slack did not answer. */
export async function look(deps: LookDeps): Promise<Looked | 'unknown'> {
  const { client, channel, log, self, apps: known } = deps;
  try {
    const { channel: about } = await client.conversations.info({ channel });
    if (about === undefined || about.is_archived || about.is_member === false) return outOfReach;
    const members = (await channelMembers(client, channel)).filter((user) => user !== self);
    const found = await deps.members.of(members);
    const standings = new Set(found.map(({ standing }) => standing));
    const apps = found.filter(({ user, standing }) => standing === 'bot' && !known.includes(user));
    // An organisation shares a channel between its own workspaces, whose people count by themselves.
    const withOthers =
      about.is_ext_shared || (about.is_shared && !(about.is_org_shared && standings.has('organisation')));
    const evidence: Readonly<Record<Exclude<UnsafeReason, 'out_of_reach'>, boolean | undefined>> = {
      not_private: about.is_private !== true,
      shared: withOthers,
      sharing_pending: about.is_pending_ext_shared || (about.pending_shared ?? []).length > 0,
      guests: standings.has('guest'),
      outsiders: standings.has('elsewhere') || standings.has('stranger'),
      untold_members: standings.has('untold'),
      other_apps: apps.length > 0,
    };
    const reasons = (Object.keys(evidence) as (keyof typeof evidence)[]).filter((reason) => evidence[reason]);
    return {
      reasons,
      team: found.filter(({ standing }) => isInternal(standing)).map(({ user }) => user),
      apps: apps.map(({ user }) => user),
      size: members.length,
      unseen: members.length - found.length,
    };
  } catch (error) {
    if (askAgainIn(error) === undefined) return outOfReach;
    log.warn('security channel not looked at', { code: slackCode(error) ?? 'none' });
    return 'unknown';
  }
}
