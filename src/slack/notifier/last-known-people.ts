import type { Notifier } from '../../handling/notifier.js';
import { allInSlices } from '../../handling/slices.js';
import type { Access } from '../workspace/access.js';
import { othersSeconds, type People, type Profile } from '../workspace/people.js';

type LastKnownPeople = Pick<Notifier, 'zones' | 'homes' | 'departed'> &
  Readonly<{ profileOf(user: string): Promise<Profile | undefined> }>;

/** Looks people up for the loop. What Slack does not tell just now is taken as it was known last. */
export function createLastKnownPeople({
  people,
  access,
}: Readonly<{ people: People; access: Pick<Access, 'isResponder'> }>): LastKnownPeople {
  const profileOf = async (user: string) => {
    try {
      return await people.profile(user, othersSeconds);
    } catch {
      return people.known(user);
    }
  };
  const mayBeHere = async (user: string) => {
    try {
      return await access.isResponder({ user, team: undefined });
    } catch {
      return true;
    }
  };
  return {
    profileOf,
    zones: async (users) => {
      await allInSlices(users, profileOf);
      return (user) => people.known(user)?.zone;
    },
    homes: async (users) => {
      const profiles = await allInSlices(users, profileOf);
      return profiles.flatMap(
        (profile) => profile?.teams.map((team) => ({ team, user: profile.user, name: profile.name })) ?? [],
      );
    },
    departed: async (users) => {
      const here = await allInSlices(users, mayBeHere);
      return new Set(users.filter((_, n) => !here[n]));
    },
  };
}
