import type { Rung } from '../deadline/ladder.js';
import { onDuty } from '../deadline/on-duty.js';
import { momentFor } from '../deadline/person-hours.js';
import type { Audience, Policy } from '../deadline/policy.js';

/** The IANA zone in which a person lives, or `undefined` where it isn't known: then the team's counts. */
export type ZoneOf = (user: string) => string | undefined;

/** What there is to know of a report to tell who hears of a rung. */
export type RungRow = Readonly<{ responder?: string; since: Date; noticesFrom: Date }>;

/** Who is told of a rung: people, each at a moment within their own hours, and perhaps the whole room. */
export type Hearing = Readonly<{ people: readonly Readonly<{ user: string; at: Date }>[]; room: boolean }>;

const ladderOfPeople = ['responder', 'deputy', 'lead', 'room'] as const satisfies readonly Audience[];

/**
 * Resolves a rung's audiences. A rung outside a person's hours moves earlier; if no hour fits, or nobody fills the role,
 * the next on the ladder gets it: responder, deputy, lead, the whole room.
 */
export function usersToldBy(rung: Rung, row: RungRow, policy: Policy, zoneOf: ZoneOf): Hearing {
  const people = new Map<string, Date>();
  let room = rung.tell.includes('room');
  const notBefore = row.since > row.noticesFrom ? row.since : row.noticesFrom;
  for (const [place, audience] of ladderOfPeople.entries()) {
    if (audience === 'room' || !rung.tell.includes(audience)) continue;
    let reached = false;
    for (const next of ladderOfPeople.slice(place)) {
      if (next === 'room') {
        // A missing deputy or lead is no reason to call the whole room while the responder has been told.
        room ||= audience === 'responder' || people.size === 0;
        break;
      }
      for (const user of usersOf(next, row, policy, rung.at)) {
        const at = momentFor(rung.at, notBefore, policy.personHours, zoneOf(user) ?? policy.calendar.zone);
        if (at === undefined) continue;
        reached = true;
        people.set(user, at);
      }
      if (reached) break;
    }
  }
  return { people: [...people].map(([user, at]) => ({ user, at })), room };
}

function usersOf(audience: Exclude<Audience, 'room'>, row: RungRow, policy: Policy, at: Date): readonly string[] {
  const duty = onDuty(policy, at);
  switch (audience) {
    case 'responder':
      return [row.responder ?? duty.responder].filter((user) => user !== undefined);
    case 'deputy':
      return [duty.deputy].filter((user) => user !== undefined);
    case 'lead':
      return policy.leads;
    default:
      return audience satisfies never;
  }
}
