import type { WebClient } from '@slack/web-api';
import { allInSlices } from '../../handling/slices.js';
import type { Person } from '../../report/person.js';
import { Refusal } from '../../report/refusal.js';
import { channelMembers } from './channel-members.js';
import { isForeign, isInternal, type OwnWorkspace } from './own-workspace.js';
import { actorSeconds, othersSeconds, type People } from './people.js';

/** Who asks, as a payload says it. `team` is where they are at home, where the payload says so. */
export type Identity = Readonly<{ user: string; team: string | undefined }>;

export type AccessDeps = Readonly<{
  client: WebClient;
  people: People;
  own: OwnWorkspace;
  /** The security channel, whose members are the team: of them, where a user group is named, those who are in it. */
  channel: string;
  userGroup?: string;
  leads: readonly string[];
  clock: () => Date;
}>;

/** Who may what. Denies by default; when Slack cannot be asked it denies too, and says so: @throws Refusal access_unchecked. */
export type Access = Readonly<{
  /** Internal, active, no guest, no bot, and a member of the security team: as of a minute ago at most. */
  isResponder(actor: Identity): Promise<boolean>;
  /** A responder whom the policy names as lead; every responder while it names none. */
  isLead(actor: Identity): Promise<boolean>;
  /** Everybody who may be made responder, by name. What is known of them may be ten minutes old. */
  responders(): Promise<readonly Person[]>;
}>;

export function createAccess(deps: AccessDeps): Access {
  const { people, own, leads } = deps;
  const teamMembers = createMembers(deps);

  const fits = async (user: string, seconds: number): Promise<Person | undefined> => {
    const profile = await people.profile(user, seconds);
    if (profile === undefined || !isInternal(profile.standing)) return undefined;
    return { team: profile.team, user: profile.user, name: profile.name };
  };
  const isResponder = async ({ user, team }: Identity): Promise<boolean> => {
    if (isForeign(team, own)) return false;
    const [person, members] = await Promise.allSettled([fits(user, actorSeconds), teamMembers()]);
    // One answer that says no is enough.
    if (person.status === 'fulfilled' && person.value === undefined) return false;
    if (members.status === 'fulfilled' && !members.value.has(user)) return false;
    if (person.status === 'rejected' || members.status === 'rejected') throw new Refusal('access_unchecked', {});
    return true;
  };
  return {
    isResponder,
    isLead: async (actor) => (leads.length === 0 || leads.includes(actor.user)) && (await isResponder(actor)),
    responders: async () => {
      const found = await allInSlices([...(await teamMembers())], (user) => fits(user, othersSeconds));
      return found.filter((person) => person !== undefined).toSorted((a, b) => a.name.localeCompare(b.name));
    },
  };
}

/** The members of the security channel who are in the user group, where there is one: a minute old at most. */
function createMembers({ client, channel, userGroup, clock }: AccessDeps): () => Promise<ReadonlySet<string>> {
  let kept: Readonly<{ at: number; users: ReadonlySet<string> }> | undefined;
  let asking: Promise<ReadonlySet<string>> | undefined;
  const ask = async (): Promise<ReadonlySet<string>> => {
    const at = clock().getTime();
    const inGroup =
      userGroup === undefined ? undefined : (await client.usergroups.users.list({ usergroup: userGroup })).users;
    const inChannel = await channelMembers(client, channel);
    const users = new Set(userGroup === undefined ? inChannel : inChannel.filter((user) => inGroup?.includes(user)));
    kept = { at, users };
    return users;
  };
  return async () => {
    if (kept !== undefined && Math.abs(clock().getTime() - kept.at) < actorSeconds * 1000) return kept.users;
    // Whoever asks while Slack is being asked waits for the same answer.
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return await asking;
  };
}
