import type { WebClient } from '@slack/web-api';
import { type Language, languageOfLocale } from '../../report/form.js';
import type { Person } from '../../report/person.js';
import { slackCode } from './slack-error.js';

/** Somebody as Slack knows them. */
export type Profile = Person &
  Readonly<{
    /** Not deactivated, not a bot, not somebody with whom no channel is shared. */
    active: boolean;
    guest: boolean;
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
}>;

/** People who are known at once. Of more, whoever was asked about longest ago is forgotten. */
const mostKnown = 10_000;

export function createPeople(client: WebClient, clock: () => Date, most = mostKnown): People {
  const kept = new Map<string, Readonly<{ at: number; profile: Profile | undefined }>>();
  const asking = new Map<string, Promise<Profile | undefined>>();
  /** Whoever asks while Slack is being asked waits for the same answer. */
  const askOnce = (user: string): Promise<Profile | undefined> => {
    const already = asking.get(user);
    if (already !== undefined) return already;
    const answer = ask(client, user).finally(() => asking.delete(user));
    asking.set(user, answer);
    return answer;
  };
  return {
    known: (user) => kept.get(user)?.profile,
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

async function ask(client: WebClient, user: string): Promise<Profile | undefined> {
  const found = await client.users.info({ user, include_locale: true }).then(
    (told) => told.user,
    (error: unknown) => {
      if (unknown.has(slackCode(error) ?? '')) return undefined;
      throw error;
    },
  );
  if (found?.id === undefined || found.team_id === undefined) return undefined;
  // Messages to reporters are signed with it: the full name where there is one.
  const shown = [found.real_name, found.profile?.display_name, found.name].find(
    (name) => name !== undefined && name !== '',
  );
  return {
    team: found.team_id,
    user: found.id,
    name: shown ?? found.id,
    active: found.deleted !== true && found.is_bot !== true && !found.is_stranger && found.id !== 'USLACKBOT',
    guest: found.is_restricted === true || found.is_ultra_restricted === true,
    zone: found.tz,
    language: found.locale === undefined ? undefined : languageOfLocale(found.locale),
  };
}
