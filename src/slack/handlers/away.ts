import { addDays, localDate, momentOn } from '../../deadline/local-date.js';
import { dutyTurns, onDuty, onDutyFrom } from '../../deadline/on-duty.js';
import { withAbsence, withoutAbsence } from '../../deadline/own-absences.js';
import type { Policy } from '../../deadline/policy.js';
import type { Absence } from '../../deadline/roster.js';
import { readWeekday } from '../../deadline/weekdays.js';
import { heldReports } from '../../handling/pending-news.js';
import { defined } from '../../report/defined.js';
import { Refusal } from '../../report/refusal.js';
import { absentIn } from '../views/block-ids.js';
import { show } from '../views/surfaces.js';
import type { HandlerDeps } from './handler-deps.js';
import type { Handlers, Pressed, Typed } from './interaction.js';
import { readTypedDays } from './typed-days.js';

/** Being away, and standing in for whoever is. */
export function awayHandlers(deps: HandlerDeps) {
  const { duty, access, reports, handle, clock, policy } = deps;
  const { zone } = policy.calendar;
  const today = () => localDate(clock(), zone);
  const ownOf = ({ roster }: Policy, user: string) => roster.absences.filter((one) => one.user === user);

  const put = async (user: string, absences: readonly Absence[]): Promise<Policy> => {
    const before = await duty.current.now();
    const weekend = before.roster.weekends.get(user);
    await duty.rosters.putOwn(user, { absences, ...defined({ weekend }) });
    const after = await duty.current.renew();
    const now = clock();
    const touched = [...ownOf(before, user), ...absences].flatMap(({ substitute }) => substitute ?? []);
    const woken = new Set([user, ...touched, ...onDutyFrom(before, now), ...onDutyFrom(after, now), ...policy.leads]);
    await duty.wake([...woken], now);
    duty.saved();
    return after;
  };
  const reportsOf = (user: string) => heldReports(reports, user);

  const goAway = async (typed: Typed<'responder'>) => {
    const { args, person, language, answer } = typed;
    const days = await readTypedDays(args, person.user, today(), access);
    if ('problem' in days) return await answer(show('usageNote', { verb: 'away', problem: days.problem }, language));
    const { from, to, colleague: substitute } = days;
    const before = await duty.current.now();
    const absence: Absence = { user: person.user, from, to, ...defined({ substitute }) };
    const after = await put(person.user, withAbsence(ownOf(before, person.user), absence, today()));
    const about = { user: person.user, from, to };
    const asking = async (colleague: string) => {
      const reportsOfTheirs = await reportsOf(person.user);
      return await duty.tellWithinHours(colleague, { because: 'stand_in_asked', about, reports: reportsOfTheirs });
    };
    const asked = substitute === undefined ? undefined : await asking(substitute);
    const reached = { told: asked === 'told', later: asked === 'later' };
    const clashes = clashesOf(absence, before, after, clock());
    const facts = { said: 'away', from, to, ...reached, clashes, zone, ...defined({ substitute }) } as const;
    await answer(show('awayNote', facts, language));
  };

  /** Which days somebody has off each week: said, taken back, or asked. */
  const weekends = async ({ args: [, ...typed], person: { user }, language, answer }: Typed<'responder'>) => {
    const before = await duty.current.now();
    const [first] = typed;
    if (first === undefined) {
      const days = before.roster.weekends.get(user);
      return await answer(show('awayNote', { said: 'weekend_is', ...defined({ days }) }, language));
    }
    const isTeams = typed.length === 1 && first.toLowerCase() === 'team';
    const days = isTeams ? undefined : readWeekend(typed);
    if (!isTeams && days === undefined)
      return await answer(show('usageNote', { verb: 'away', problem: 'weekdays_unreadable' }, language));
    await duty.rosters.putOwn(user, { absences: ownOf(before, user), ...defined({ weekend: days }) });
    await duty.current.renew();
    await duty.wake([user], clock());
    duty.saved();
    await answer(show('awayNote', { said: 'weekend', ...defined({ days }) }, language));
  };

  const comeBack = async ({ person, language, answer }: Typed<'responder'>) => {
    const own = ownOf(await duty.current.now(), person.user).filter(({ to }) => to >= today());
    if (own.length > 0) await put(person.user, withoutAbsence(own, today()));
    await answer(show('awayNote', { said: own.length > 0 ? 'back' : 'not_away' }, language));
  };

  /** The absence in which the one who presses was named as substitute. */
  const askedOf = async ({ block, person }: Pressed<'responder'>) => {
    const absent = absentIn(block);
    const own = absent === undefined ? [] : ownOf(await duty.current.now(), absent);
    return own.find(({ substitute, to }) => substitute === person.user && to >= today());
  };

  const take = async (pressed: Pressed<'responder'>) => {
    const { person, language, settle } = pressed;
    const absence = await askedOf(pressed);
    if (absence === undefined) return await settle(show('awayNote', { said: 'not_asked' }, language));
    let count = 0;
    for (const { id } of await reportsOf(absence.user))
      try {
        await handle(id, { type: 'AssignReport', to: person, instead: absence.user }, { kind: 'person', person });
        count += 1;
      } catch (error) {
        // Their own report, or somebody else took it meanwhile.
        if (!(error instanceof Refusal)) throw error;
      }
    await settle(show('awayNote', { said: 'taken', count }, language));
  };

  const decline = async (pressed: Pressed<'responder'>) => {
    const { person, language, settle } = pressed;
    const absence = await askedOf(pressed);
    if (absence === undefined) return await settle(show('awayNote', { said: 'not_asked' }, language));
    const { substitute: _, ...alone } = absence;
    const { user, from, to } = alone;
    await put(user, withAbsence(ownOf(await duty.current.now(), user), alone, today()));
    const about = { user: person.user, from, to };
    await duty.tellWithinHours(user, { because: 'no_substitute', about, reports: [] });
    await settle(show('awayNote', { said: 'declined', user, from, to }, language));
  };

  return {
    verbs: {
      away: async (typed) => {
        const first = typed.args[0]?.toLowerCase();
        await (first === 'end' ? comeBack : first === 'weekends' ? weekends : goAway)(typed);
      },
    },
    buttons: {
      takeReports: { who: 'responder', press: take },
      declineToStandIn: { who: 'responder', press: decline },
    },
  } satisfies Handlers;
}

/** The days that somebody has off each week, in order: not all of them. */
function readWeekend(typed: readonly string[]): readonly number[] | undefined {
  const days = new Set(typed.map((one) => readWeekday(one.replace(/,$/, ''))));
  const known = [...days].flatMap((day) => day ?? []).toSorted((one, other) => one - other);
  return days.has(undefined) || known.length === 7 ? undefined : known;
}

/** Turns of duty that fall into an absence, each with whoever takes it then. */
function clashesOf({ user, from, to }: Absence, before: Policy, after: Policy, now: Date) {
  const { zone } = before.calendar;
  const begins = new Date(Math.max(momentOn(from, '00:00', zone).getTime(), now.getTime()));
  const turns = dutyTurns(before, begins, momentOn(addDays(to, 1), '00:00', zone));
  return turns
    .filter(({ responder }) => responder === user)
    .map((turn) => ({ from: turn.from, to: turn.to, ...defined({ substitute: onDuty(after, turn.from).responder }) }));
}
