import { defined } from '../report/defined.js';
import type { IsoDate } from './calendar.js';
import { addDays, localDate, momentOn } from './local-date.js';
import type { Policy, RotaTurn } from './policy.js';
import { remembered } from './remembered.js';
import { changesOf, standIn } from './roster.js';
import { handOversBetween, rotationAt } from './rotation.js';

/** Slack user ids of the people on duty. Nobody is before the first turn, or without rota and rotation. */
export type OnDuty = Readonly<{ responder?: string; deputy?: string }>;

/** Who is on duty, from a moment until before another. */
export type DutyTurn = OnDuty & Readonly<{ from: Date; to: Date }>;

/**
 * Who is on duty at a moment. A cover wins over the turns of the rota, and these over the rotation. For whoever is away their
 * substitute stands in, else the next in order: the deputy, or whoever follows in the rotation.
 */
export const onDuty = remembered(Number, (policy: Policy, at: Date): OnDuty => {
  const { rota, roster, calendar } = policy;
  const today = localDate(at, calendar.zone);
  const turn = rota.findLast((one, i) => one.from <= today && !isOver(one, rota[i + 1], today));
  const planned = [turn?.responder, turn?.deputy, ...rotationAt(policy, at)];
  const cover = roster.covers.findLast(({ from, to }) => from <= at && at < to);
  const order =
    cover === undefined ? planned : [cover.responder, ...planned.filter((user) => user !== cover.insteadOf)];
  const here = order.flatMap((user) => (user === undefined ? [] : (standIn(user, today, roster) ?? [])));
  const [responder, deputy] = new Set(here);
  return defined({ responder, deputy });
});

/** Whether a turn of the rota has ended by a day: after its last day, else when the next one began. */
function isOver({ to }: RotaTurn, next: RotaTurn | undefined, today: IsoDate): boolean {
  return to === undefined ? next !== undefined && next.from <= today : to < today;
}

/** Whoever hears what a responder should at a moment: they themselves; while they are away their substitute, or whoever is on duty. */
export function hearsFor(responder: string, policy: Policy, at: Date): string | undefined {
  return standIn(responder, localDate(at, policy.calendar.zone), policy.roster) ?? onDuty(policy, at).responder;
}

/** The turns between two moments, in order, as they come to be: neighbours with the same people are one. */
export function dutyTurns(policy: Policy, from: Date, to: Date): readonly DutyTurn[] {
  const changes = [...plannedChanges(policy, policy.calendar.zone), ...handOversBetween(policy, from, to)];
  const within = changes.filter((at) => at > from && at < to).sort((a, b) => a.getTime() - b.getTime());
  const begins = [from, ...within];
  const turns: DutyTurn[] = [];
  for (const [i, begin] of begins.entries()) {
    const end = begins[i + 1] ?? to;
    const duty = onDuty(policy, begin);
    const last = turns.at(-1);
    if (last !== undefined && last.responder === duty.responder && last.deputy === duty.deputy)
      turns[turns.length - 1] = { ...last, to: end };
    else turns.push({ from: begin, to: end, ...duty });
  }
  return turns;
}

/** The moments at which the rota or what people have said may change who is on duty, each once. */
const plannedChanges = remembered(String, ({ rota, roster }: Policy, zone: string): readonly Date[] => {
  const midnight = (day: IsoDate) => momentOn(day, '00:00', zone);
  const ofRota = rota.flatMap(({ from, to }) => [
    midnight(from),
    ...(to === undefined ? [] : [midnight(addDays(to, 1))]),
  ]);
  return [...new Set([...ofRota, ...changesOf(roster, zone)].map(Number))].map((at) => new Date(at));
});

/** Everybody who is on duty between two moments, or may be on duty ever after where there is no `to`. */
export function onDutyFrom(policy: Policy, from: Date, to?: Date): readonly string[] {
  const { rota, rotation, roster, calendar } = policy;
  const named = (turns: readonly OnDuty[]) => turns.flatMap(({ responder, deputy }) => [responder, deputy]);
  if (to !== undefined) return unique(named(dutyTurns(policy, from, to)));
  const today = localDate(from, calendar.zone);
  const turns = rota.filter((turn, i) => !isOver(turn, rota[i + 1], today));
  return unique([
    ...named(turns),
    ...(rotation?.people ?? []),
    ...roster.covers.map(({ responder }) => responder),
    ...roster.absences.map(({ substitute }) => substitute),
  ]);
}

const unique = (users: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(users.filter((user) => user !== undefined)),
];
