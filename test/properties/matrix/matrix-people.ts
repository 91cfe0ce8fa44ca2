import { sandbox, sandboxWorld } from '../../../src/sandbox/sandbox-world.js';
import { createWorld, type Person, type World } from '../../../src/sandbox/world.js';

/** Every kind of person there is, by their id. `ownResponder` is a lead as well, and asks about a report of their own. */
export const kinds = {
  lead: sandbox.mei,
  responder: sandbox.bo,
  ownResponder: sandbox.wen,
  memberNotOnTheTeam: sandbox.ana,
  guest: sandbox.guo,
  singleChannelGuest: sandbox.solo,
  outsider: 'U0000LOU',
  stranger: sandbox.stranger,
  deactivated: sandbox.former,
  bot: 'U000ROBOT',
  theReporter: sandbox.dana,
  anotherReporter: sandbox.ravi,
} as const;
export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as readonly Kind[];

/** What the team is, by DESIGN 6. */
const team: Readonly<Partial<Record<Kind, 'lead' | 'responder'>>> = {
  lead: 'lead',
  responder: 'responder',
  ownResponder: 'lead',
};
export const standing = (kind: Kind): 'lead' | 'responder' | 'nobody' => team[kind] ?? 'nobody';

/**
 * The sandbox's world with two people more. The bot and the deactivated person are members of the security channel: that
 * they are refused is not for want of membership.
 */
export function matrixWorld(): World {
  const plain = sandboxWorld();
  const more: readonly Person[] = [
    { ...plain.person(sandbox.dana), id: kinds.outsider, name: 'lou', realName: 'Lou Outsider' },
    { ...plain.person(sandbox.ana), id: kinds.bot, name: 'robot', realName: 'Another Bot', role: 'bot' },
  ];
  const world = createWorld({
    home: plain.home,
    otherTeams: [plain.team(sandbox.elsewhere)],
    app: plain.app(),
    people: [...plain.people(), ...more],
    channels: plain.channels(),
  });
  world.join(sandbox.reports, kinds.outsider);
  for (const user of [kinds.bot, kinds.deactivated]) world.join(sandbox.securityChannel, user);
  return world;
}
