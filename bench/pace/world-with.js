import { sandbox, sandboxWorld } from '../../dist/sandbox/sandbox-world.js';
import { createWorld } from '../../dist/sandbox/world.js';

/** The sandbox, with more people on the security team, in the time zone `tz` if there is one. */
export function worldWith(responders, tz) {
  const plain = sandboxWorld();
  const like = plain.person(sandbox.bo);
  const channels = plain
    .channels()
    .map((one) => (one.id === sandbox.securityChannel ? { ...one, members: [...one.members, ...responders] } : one));
  return createWorld({
    home: plain.home,
    otherTeams: [plain.team(sandbox.elsewhere)],
    app: plain.app(),
    people: [
      ...plain.people(),
      ...responders.map((id) => ({ ...like, id, name: id.toLowerCase(), realName: id, ...(tz && { tz }) })),
    ],
    channels,
  });
}
