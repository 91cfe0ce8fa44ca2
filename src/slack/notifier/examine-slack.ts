import { WebClient } from '@slack/web-api';
import { failedLookup } from '../../handling/failed-lookup.js';
import type { Log } from '../../handling/log.js';
import { defined } from '../../report/defined.js';
import type { UnsafeReason } from '../views/channel-facts.js';
import { postTimeoutMs } from '../workspace/clients.js';
import { isInternal, ownWorkspaceOf } from '../workspace/own-workspace.js';
import { createPeople, othersSeconds, type People } from '../workspace/people.js';
import { quietLogger } from '../workspace/quiet-logger.js';
import { slackCode } from '../workspace/slack-error.js';
import { createMemberLookups } from './member-lookups.js';
import { look } from './security-channel.js';

/** Slack's code for a refusal, the code of a failed look-up of the host's name, or `unreachable`. */
type Refused = Readonly<{ refused: string }>;
type Reach = Readonly<{ channel: string; reached: boolean }>;

export type SlackExam = Readonly<{
  /** How far the clock is ahead of Slack's, in seconds; `undefined` where Slack's answer had no date. */
  ahead?: number;
  auth: Refused | Readonly<{ workspace: string; scopes: readonly string[] }>;
  /** Asked only where the token is good. */
  channels?: Readonly<{
    security: readonly UnsafeReason[] | 'unknown';
    /** Bot users of other apps that are in the security channel, though the policy does not name them. */
    apps: readonly string[];
    /** Members of the security channel whom Slack's rate limit left for later. */
    unseen: number;
    others: readonly Reach[];
  }>;
  /** How many of the security channel are in the user group that makes responders, where there is one. */
  userGroup?: Refused | Readonly<{ members: number }>;
  /** Of those whom the policy names, who is no active member of the workspace. Asked only where the token is good. */
  absent?: readonly string[] | 'unknown';
  /** `undefined` where there is no app-level token. */
  socket?: Refused | 'opens';
}>;

export type SlackExaminationDeps = Readonly<{
  botToken: string;
  appToken?: string;
  apiUrl: string;
  security: string;
  others: readonly string[];
  /** Bot users of other apps that the policy allows in the security channel. */
  apps: readonly string[];
  userGroup?: string;
  /** Leads, and whoever is on the rota. */
  named: readonly string[];
  clock: () => Date;
}>;

const silent: Log = { note: () => undefined, warn: () => undefined, fail: () => '' };

/** Looks at Slack with the bot's own tokens and posts nothing. Never throws. */
export async function examineSlack(deps: SlackExaminationDeps): Promise<SlackExam> {
  const { botToken, appToken, apiUrl, security, others, apps, userGroup, named, clock } = deps;
  let ahead: number | undefined;
  const clientWith = (token: string) =>
    new WebClient(token, {
      slackApiUrl: apiUrl,
      timeout: postTimeoutMs,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger: quietLogger(silent),
      fetch: async (url, init) => {
        const answer = await fetch(url, init);
        const date = Date.parse(answer.headers.get('date') ?? '');
        if (!Number.isNaN(date)) ahead ??= Math.round((clock().getTime() - date) / 1000);
        return answer;
      },
    });
  const client = clientWith(botToken);
  const auth = await client.auth.test().catch(refusal);
  const socket =
    appToken === undefined
      ? undefined
      : await clientWith(appToken)
          .apps.connections.open({})
          .then(() => 'opens' as const, refusal);
  const told = { ...defined({ ahead, socket }) };
  if ('refused' in auth) return { ...told, auth };
  const own = ownWorkspaceOf(auth) ?? { team: '' };
  const people = createPeople({ client, own, clock });
  const members = createMemberLookups({ people, clock, log: silent });
  const self = auth.user_id ?? '';
  const looked = await look({ client, members, self, apps, channel: security, log: silent }).catch(
    () => 'unknown' as const,
  );
  const reached = others.map(async (channel): Promise<Reach> => {
    const found = await client.conversations.info({ channel }).catch(refusal);
    return { channel, reached: 'channel' in found && !found.channel?.is_archived && found.channel?.is_member === true };
  });
  const absent = await absentOf(named, people).catch(() => 'unknown' as const);
  return {
    ...told,
    absent,
    ...(userGroup === undefined
      ? {}
      : {
          userGroup: await respondersOf(
            client,
            userGroup,
            looked === 'unknown' || looked.unseen > 0 ? undefined : looked.team,
          ),
        }),
    auth: { workspace: own.team, scopes: auth.response_metadata?.scopes ?? [] },
    channels: {
      security: looked === 'unknown' ? looked : looked.reasons,
      apps: looked === 'unknown' ? [] : looked.apps,
      unseen: looked === 'unknown' ? 0 : looked.unseen,
      others: await Promise.all(reached),
    },
  };
}

async function absentOf(named: readonly string[], people: People): Promise<readonly string[]> {
  const profiles = await Promise.all(named.map((user) => people.profile(user, othersSeconds)));
  return named.filter((_, n) => !isInternal(profiles[n]?.standing));
}

/** `inChannel`: which internal people are in the security channel, if Slack said so. */
async function respondersOf(
  client: WebClient,
  usergroup: string,
  inChannel: readonly string[] | undefined,
): Promise<NonNullable<SlackExam['userGroup']>> {
  const told = await client.usergroups.users.list({ usergroup }).catch(refusal);
  if ('refused' in told) return told;
  return { members: (told.users ?? []).filter((user) => inChannel?.includes(user) ?? true).length };
}

const refusal = (error: unknown): Refused => ({ refused: slackCode(error) ?? failedLookup(error) ?? 'unreachable' });
