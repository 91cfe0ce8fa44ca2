import { addDays, localDate, momentOn } from '../../deadline/local-date.js';
import { type DutyTurn, dutyTurns } from '../../deadline/on-duty.js';
import type { Policy } from '../../deadline/policy.js';
import { comingTurns } from '../../deadline/swap.js';
import { show } from '../views/surfaces.js';
import type { HandlerDeps } from './handler-deps.js';
import type { Handlers, Typed } from './interaction.js';
import { readTypedDays } from './typed-days.js';

/** How far ahead turns are shown, in milliseconds: four weeks. */
const shownMs = 28 * 24 * 3_600_000;

/** Who is on duty, now and in the weeks to come; and a colleague who is asked to take it over. */
export function dutyHandlers(deps: HandlerDeps) {
  const { duty, access, clock, policy } = deps;
  const { zone } = policy.calendar;

  const showTurns = async ({ person: { user }, answer, language }: Typed<'responder'>) => {
    const now = clock();
    const current = await duty.current.now();
    const turns = dutyTurns(current, now, new Date(now.getTime() + shownMs));
    const coming = comingTurns(current, now);
    const maySwap = coming.some((one) => one.user === user) && coming.some((one) => one.user !== user);
    await answer(show('onDutyNote', { turns, maySwap, zone }, language));
  };

  const ask = async ({ args, person: { user }, language, answer }: Typed<'responder'>) => {
    const days = await readTypedDays(args, user, localDate(clock(), zone), access);
    const problem = 'problem' in days ? days.problem : days.colleague === undefined ? 'person_missing' : undefined;
    if ('problem' in days || days.colleague === undefined || problem !== undefined)
      return await answer(show('usageNote', { verb: 'duty', problem: problem ?? 'person_missing' }, language));
    const { from, to, colleague } = days;
    if (dutyTurnsOf(user, from, to, await duty.current.now(), clock()).length === 0)
      return await answer(show('coverNote', { said: 'not_asked', user, from, to }, language));
    const about = { user, from, to };
    const asked = await duty.tellWithinHours(colleague, { because: 'cover_asked', about });
    const said = ({ told: 'asked', later: 'asked_later', failed: 'not_reached' } as const)[asked];
    await answer(show('coverNote', { said, user: colleague, from, to }, language));
  };

  return {
    verbs: { duty: (typed) => (typed.args.length === 0 ? showTurns(typed) : ask(typed)) },
  } satisfies Handlers;
}

/** The turns of a person that begin or go on within these days of the team's zone. */
export function dutyTurnsOf(user: string, from: string, to: string, policy: Policy, now: Date): readonly DutyTurn[] {
  const { zone } = policy.calendar;
  const begins = new Date(Math.max(momentOn(from, '00:00', zone).getTime(), now.getTime()));
  const ends = momentOn(addDays(to, 1), '00:00', zone);
  return begins < ends ? dutyTurns(policy, begins, ends).filter(({ responder }) => responder === user) : [];
}
