import type { Deadline } from '../deadline/deadlines.js';
import type { Rung } from '../deadline/ladder.js';
import { isZone, localDate } from '../deadline/local-date.js';
import { hearsFor, onDuty } from '../deadline/on-duty.js';
import { hoursOf, worksOn } from '../deadline/person-time.js';
import type { Audience, Policy } from '../deadline/policy.js';
import { remembered } from '../deadline/remembered.js';
import { type FreeTime, momentFor } from '../deadline/reminder-moment.js';
import { standIn } from '../deadline/roster.js';

/** The security channel, as one more of those who are reminded. No id of a person looks like that. */
export const securityTeam = 'channel';

/** A person's time zone as an IANA name. `undefined` where it isn't known: then the team's zone is used. */
export type ZoneOf = (user: string) => string | undefined;

/** The zone in which a person is reminded: the team's where theirs is unknown, here or to this machine. */
export function zoneFor(user: string, zoneOf: ZoneOf, { calendar }: Policy): string {
  const zone = zoneOf(user);
  return zone !== undefined && isZone(zone) ? zone : calendar.zone;
}

/** What decides who is reminded of a report. */
export type RungFacts = Readonly<{
  responder?: string;
  responderSince?: Date;
  since: Date;
  dueAt: Date;
  noticesFrom: Date;
  /** Whose report it is, where that person may be on the ladder. */
  reporter?: string;
}>;

/** Names an opening of a duty among the reminders posted: `acknowledge_1`. */
export function rungKey({ duty, opening }: Deadline): string {
  return `${duty}_${opening}`;
}

/** Rungs before this moment count as posted: they came before the report was watched, or belonged to another duty. */
export function remindedFrom({ noticesFrom }: Readonly<{ noticesFrom: Date }>, { remindFrom }: Deadline): Date {
  return remindFrom !== undefined && remindFrom > noticesFrom ? remindFrom : noticesFrom;
}

/** Who is reminded at a rung: people, each at a moment within their own hours, and perhaps the whole channel. */
export type Recipients = Readonly<{ people: readonly Readonly<{ user: string; at: Date }>[]; channel: boolean }>;

/** The reporter is reminded by a message of the report itself. */
type TeamAudience = Exclude<Audience, 'reporter'>;
const ladderOfPeople = ['responder', 'deputy', 'lead', 'channel'] as const satisfies readonly TeamAudience[];

/**
 * Turns a rung's audiences into people. A rung outside a person's hours moves earlier. If no moment fits, or nobody has the
 * role, the next on the ladder gets it: responder, deputy, lead, the whole channel. No moment fits before the report came, or
 * before its responder was assigned. For whoever is away, their substitute or whoever is on duty is reminded. A rung about a missed deadline never moves to before the deadline. Nobody is reminded of
 * their own report.
 */
export function recipientsOf(rung: Rung, facts: RungFacts, policy: Policy, zoneOf: ZoneOf): Recipients {
  const people = new Map<string, Date>();
  let channel = rung.tell.includes('channel');
  for (const [place, audience] of ladderOfPeople.entries()) {
    if (!rung.tell.includes(audience)) continue;
    let reached = false;
    for (const next of ladderOfPeople.slice(place)) {
      if (next === 'channel') {
        // While the responder is reminded, a missing deputy or lead is no reason to call the whole channel.
        channel ||= people.size === 0;
        break;
      }
      for (const user of usersOf(next, facts, policy, rung.at)) {
        const at = momentFor(rung.at, earliestFor(next, rung, facts), freeTimeOf(user, policy, zoneOf));
        if (at === undefined) continue;
        reached = true;
        people.set(user, at);
      }
      if (reached) break;
    }
  }
  return { people: [...people].map(([user, at]) => ({ user, at })), channel };
}

/** When a person may be reminded. */
export function freeTimeOf(user: string, policy: Policy, zoneOf: ZoneOf): FreeTime {
  return freeTimeIn(policy, { user, zone: zoneFor(user, zoneOf, policy) });
}

const freeTimeIn = remembered(
  ({ user, zone }: Readonly<{ user: string; zone: string }>) => `${user} ${zone}`,
  (policy: Policy, { user, zone }): FreeTime => {
    return { zone, hours: hoursOf(user, policy), works: (date) => worksOn(user, date, policy) };
  },
);

function earliestFor(audience: Audience, rung: Rung, facts: RungFacts): Date {
  const { since, noticesFrom, responderSince, dueAt } = facts;
  const bounds = [since, noticesFrom];
  if (rung.at >= dueAt) bounds.push(dueAt);
  // Rungs before the assignment belonged to the responder before: they are not posted again.
  if (audience === 'responder' && responderSince !== undefined && rung.at >= responderSince)
    bounds.push(responderSince);
  return new Date(Math.max(...bounds.map((at) => at.getTime())));
}

function usersOf(
  audience: Exclude<TeamAudience, 'channel'>,
  { responder, reporter }: RungFacts,
  policy: Policy,
  at: Date,
): readonly string[] {
  const named = {
    responder: () => [responder === undefined ? onDuty(policy, at).responder : hearsFor(responder, policy, at)],
    deputy: () => [onDuty(policy, at).deputy],
    lead: () => {
      const day = localDate(at, policy.calendar.zone);
      return policy.leads.map((user) => standIn(user, day, policy.roster));
    },
  };
  const users = named[audience]();
  return users.filter((user) => user !== undefined && user !== reporter) as string[];
}
