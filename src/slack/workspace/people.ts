import type { WebClient } from '@slack/web-api';
import { type Language, languageOfLocale } from '../../report/form.js';
import type { Person } from '../../report/person.js';
import { type OwnWorkspace, type Standing, standingOf, teamsOf } from './own-workspace.js';
import { slackCode } from './slack-error.js';

/** Somebody as Slack knows them. */
export type Profile = Person &
  Readonly<{
    standing: Standing;
    /** Every workspace by which Slack may name where they belong, `team` among them. */
    teams: readonly string[];
    /** IANA zone. */
    zone: string | undefined;
    /** `undefined` where Slack tells no locale: of people from other workspaces. */
    language: Language | undefined;
  }>;

/** Seconds that what is known of others may be old; of the one who acts, much less. */
export const actorSeconds = 60;
export const othersSeconds = 600;

export type People = Readonly<{
  /** Asks Slack when what is known is older than `seconds`. `undefined`: Slack knows no such person. @throws on any other failure */
  profile(user: string, seconds: number): Promise<Profile | undefined>;
  /** What is known already, however old; asks nobody. */
  known(user: string): Profile | undefined;
  /** Seconds since Slack was asked about somebody; infinite where it never was. */
  age(user: string): number;
  /** Asks Slack about everybody again, when they are needed next. */
  askAgain(): void;
}>;

/** People who are known at once. Of more, whoever was asked about longest ago is forgotten. */
const mostKnown = 10_000;

export type PeopleDeps = Readonly<{ client: WebClient; own: OwnWorkspace; clock: () => Date; most?: number }>;

export function createPeople({ client, own, clock, most = mostKnown }: PeopleDeps): People {
  const kept = new Map<string, Readonly<{ at: number; profile: Profile | undefined }>>();
  const asking = new Map<string, Promise<Profile | undefined>>();
  /** Whoever asks while Slack is being asked waits for the same answer. */
  const askOnce = (user: string): Promise<Profile | undefined> => {
    const already = asking.get(user);
    if (already !== undefined) return already;
    const answer = ask(client, own, user).finally(() => asking.delete(user));
    asking.set(user, answer);
    return answer;
  };
  return {
    known: (user) => kept.get(user)?.profile,
    age: (user) => Math.abs(clock().getTime() - (kept.get(user)?.at ?? Number.POSITIVE_INFINITY)) / 1000,
    askAgain: () => {
      for (const [user, { profile }] of kept) kept.set(user, { at: Number.NEGATIVE_INFINITY, profile });
    },
    profile: async (user, seconds) => {
      const now = clock().getTime();
      const known = kept.get(user);
      if (known !== undefined && Math.abs(now - known.at) < seconds * 1000) return known.profile;
      const profile = await askOnce(user);
      kept.delete(user);
      const [oldest] = kept.size < most ? [] : kept.keys();
      if (oldest !== undefined) kept.delete(oldest);
      kept.set(user, { at: now, profile });
      return profile;
    },
  };
}

/** Codes of users.info for somebody who is not there, or not for this app to see. */
const unknown = new Set(['user_not_found', 'user_not_visible', 'users_not_found']);

async function ask(client: WebClient, own: OwnWorkspace, user: string): Promise<Profile | undefined> {
  const found = await client.users.info({ user, include_locale: true }).then(
    (told) => told.user,
    (error: unknown) => {
      if (unknown.has(slackCode(error) ?? '')) return undefined;
      throw error;
    },
  );
  if (found?.id === undefined) return undefined;
  const standing = standingOf(found, own);
  const teams = teamsOf(found);
  // Messages to reporters are signed with it: the full name where there is one.
  const shown = [found.real_name, found.profile?.display_name, found.name].find(
    (name) => name !== undefined && name !== '',
  );
  return {
    team: teams[0] ?? '',
    teams,
    standing,
    user: found.id,
    name: shown ?? found.id,
    zone: found.tz,
    language: found.locale === undefined ? undefined : languageOfLocale(found.locale),
  };
}
