import type { Rung } from '../deadline/ladder.js';
import { isZone } from '../deadline/local-date.js';
import { onDuty } from '../deadline/on-duty.js';
import { momentFor } from '../deadline/person-hours.js';
import type { Audience, Policy } from '../deadline/policy.js';

/** The IANA zone in which a person lives, or `undefined` where it isn't known: then the team's counts. */
export type ZoneOf = (user: string) => string | undefined;

/** The zone by which a person is reminded: the team's where none is known, or one that this machine does not know. */
export function zoneFor(user: string, zoneOf: ZoneOf, { calendar }: Policy): string {
  const zone = zoneOf(user);
  return zone !== undefined && isZone(zone) ? zone : calendar.zone;
}

/** What there is to know of a report to tell who hears of a rung. */
export type RungFacts = Readonly<{
  responder?: string;
  responderSince?: Date;
  since: Date;
  dueAt: Date;
  noticesFrom: Date;
  /** Whose report it is, where that may be somebody on the ladder. */
  reporter?: string;
}>;

/** Who is told of a rung: people, each at a moment within their own hours, and perhaps the whole channel. */
export type Recipients = Readonly<{ people: readonly Readonly<{ user: string; at: Date }>[]; channel: boolean }>;

const ladderOfPeople = ['responder', 'deputy', 'lead', 'channel'] as const satisfies readonly Audience[];

/**
 * Resolves a rung's audiences. A rung outside a person's hours moves earlier; if no hour fits, or nobody fills the role,
 * the next on the ladder gets it: responder, deputy, lead, the whole channel. No hour fits before the report was there, before
 * its responder was in charge, or, for a rung that tells of a missed deadline, before the deadline. Nobody is told of a
 * report of their own: the next on the ladder is.
 */
export function recipientsOf(rung: Rung, row: RungFacts, policy: Policy, zoneOf: ZoneOf): Recipients {
  const people = new Map<string, Date>();
  let channel = rung.tell.includes('channel');
  for (const [place, audience] of ladderOfPeople.entries()) {
    if (audience === 'channel' || !rung.tell.includes(audience)) continue;
    let reached = false;
    for (const next of ladderOfPeople.slice(place)) {
      if (next === 'channel') {
        // A missing deputy or lead is no reason to call the whole channel while the responder has been told.
        channel ||= audience === 'responder' || people.size === 0;
        break;
      }
      for (const user of usersOf(next, row, policy, rung.at)) {
        const zone = zoneFor(user, zoneOf, policy);
        const at = momentFor(rung.at, earliestFor(next, rung, row), policy.personHours, zone);
        if (at === undefined) continue;
        reached = true;
        people.set(user, at);
      }
      if (reached) break;
    }
  }
  return { people: [...people].map(([user, at]) => ({ user, at })), channel };
}

function earliestFor(audience: Audience, rung: Rung, row: RungFacts): Date {
  const { since, noticesFrom, responder, responderSince, dueAt } = row;
  const bounds = [since, noticesFrom];
  if (rung.at >= dueAt) bounds.push(dueAt);
  // Rungs of the time before are not handed on anew: they were the business of whoever was in charge then.
  if (audience === 'responder' && responder !== undefined && responderSince !== undefined && rung.at >= responderSince)
    bounds.push(responderSince);
  return new Date(Math.max(...bounds.map((at) => at.getTime())));
}

function usersOf(audience: Exclude<Audience, 'channel'>, row: RungFacts, policy: Policy, at: Date): readonly string[] {
  const duty = onDuty(policy, at);
  const others = (users: readonly (string | undefined)[]) =>
    users.filter((user) => user !== undefined).filter((user) => user !== row.reporter);
  switch (audience) {
    case 'responder':
      return others([row.responder ?? duty.responder]);
    case 'deputy':
      return others([duty.deputy]);
    case 'lead':
      return others(policy.leads);
    default:
      return audience satisfies never;
  }
}
