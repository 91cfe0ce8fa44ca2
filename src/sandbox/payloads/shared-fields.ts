import type { Channel, World } from '../world.js';

/** The person who acts. */
export function userPart(world: World, user: string) {
  const { id, name, team } = world.person(user);
  return { id, username: name, name, team_id: team };
}

export function teamPart(world: World, team: string) {
  const { id, domain } = world.team(team);
  return { id, domain };
}

/** Payloads name private channels and direct messages by their kind. */
export function channelName({ kind, name }: Channel): string {
  return { public: name, private: 'privategroup', im: 'directmessage' }[kind];
}

export const appPart = (world: World) => ({
  api_app_id: world.app().id,
  // Slack still sends this token, although signatures replaced it.
  token: 'verification-token',
  enterprise: null,
  is_enterprise_install: false,
});
