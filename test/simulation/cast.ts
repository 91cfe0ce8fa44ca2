import type { Policy } from '../../src/deadline/policy.js';
import type { Actor } from '../../src/report/person.js';
import { sandbox, sandboxWorld } from '../../src/sandbox/sandbox-world.js';
import { createWorld, type World } from '../../src/sandbox/world.js';

const { home, securityChannel, mei, bo, wen } = sandbox;

/** A responder: where they live, and whether they ever answer. */
export type Responder = Readonly<{ user: string; name: string; zone: string; answers: boolean }>;

/** Six responders in three zones. One of them never answers. Mei leads. */
export const responders: readonly Responder[] = [
  { user: mei, name: 'Mei Sandbox', zone: 'Asia/Shanghai', answers: true },
  { user: wen, name: 'Wen Sandbox', zone: 'Asia/Shanghai', answers: true },
  { user: bo, name: 'Bo Sandbox', zone: 'Europe/Berlin', answers: true },
  { user: 'U000000TAO', name: 'Tao Sandbox', zone: 'Asia/Shanghai', answers: true },
  { user: 'U0000000JO', name: 'Jo Sandbox', zone: 'America/New_York', answers: true },
  { user: 'U000000LIN', name: 'Lin Sandbox', zone: 'Asia/Shanghai', answers: false },
];

export function actorOf({ user, name }: Responder): Actor {
  return { kind: 'person', person: { team: home, user, name } };
}

/** The sandbox with the six in its security channel. */
export function castWorld(): World {
  const plain = sandboxWorld();
  const known = new Map(plain.people().map((person) => [person.id, person]));
  for (const { user, name, zone } of responders) {
    const like = plain.person(known.has(user) ? user : wen);
    known.set(user, { ...like, id: user, realName: name, name: name.split(' ')[0]?.toLowerCase() ?? '', tz: zone });
  }
  const users = responders.map(({ user }) => user);
  const channels = plain
    .channels()
    .map((one) => (one.id === securityChannel ? { ...one, members: [...users, sandbox.bot] } : one));
  return createWorld({
    home: plain.home,
    otherTeams: [plain.team(sandbox.elsewhere)],
    app: plain.app(),
    people: [...known.values()],
    channels,
  });
}

/** Each has a week of duty in turn, with the next as deputy. */
export function rotaFrom(mondays: readonly string[]): Policy['rota'] {
  return mondays.map((from, week) => ({ from, responder: onRota(week), deputy: onRota(week + 1) }));
}

/** Who has duty in a week by the rota, counted from 0. */
export function onRota(week: number): string {
  return responders[week % responders.length]?.user ?? '';
}
