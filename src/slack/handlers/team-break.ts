import type { IsoDate } from '../../deadline/calendar.js';
import { backFromBreak, readBreakDay, type TeamBreak } from '../../deadline/team-break.js';
import { openingOn } from '../../deadline/working-time.js';
import { securityTeam } from '../../handling/reminder-recipients.js';
import type { BreakLineFacts } from '../views/facts.js';
import { show } from '../views/surfaces.js';
import type { HandlerDeps } from './handler-deps.js';
import type { Handlers, Typed } from './interaction.js';

/** Reports with a running promise that are looked at; more are not counted. */
const mostCounted = 1000;

/** A lead says when the whole team is back, or that it is. */
export function teamBreakHandlers(deps: HandlerDeps) {
  const { access, duty, intakePublisher, reports, clock, policy, channel } = deps;
  const { calendar } = policy;
  const { zone } = calendar;

  /** Puts it in place of the break that was said before. Returns the day on which that one ends, if it was going on. */
  const put = async (breakFrom: (since: Date) => TeamBreak | undefined): Promise<IsoDate | undefined> => {
    const now = clock();
    const before = await duty.current.now();
    const goesOn = backFromBreak(now, before) !== undefined;
    await duty.rosters.putTeamBreak(breakFrom((goesOn ? before.roster.teamBreak?.since : undefined) ?? now));
    await duty.current.renew();
    return goesOn ? before.roster.teamBreak?.until : undefined;
  };

  const tellChannel = async (facts: BreakLineFacts) =>
    void (await duty.tell(channel, show('breakLine', facts, policy.teamLanguage)));

  const begin = async ({ args: [day = ''], person, language, answer }: Typed<'lead'>) => {
    const read = readBreakDay(day, clock(), calendar);
    if ('problem' in read) return await answer(show('usageNote', { verb: 'break', problem: read.problem }, language));
    const { until } = read;
    const before = await put((since) => ({ since, until }));
    const back = openingOn(until, calendar);
    const due = (await reports.openDuties({ dueBefore: back, limit: mostCounted })).length;
    await answer(show('breakNote', { said: 'begun', back, due, zone }, language));
    const said = before === undefined ? 'begun' : 'changed';
    if (before !== until) await tellChannel({ said, back, zone, ...person });
    await intakePublisher.keep();
  };

  const end = async ({ person, language, answer }: Typed<'lead'>) => {
    const ended = (await put(() => undefined)) !== undefined;
    // What came in meanwhile waits to be told, and so may a weekly digest.
    if (ended) await duty.wake([...(await access.responders()).map(({ user }) => user), securityTeam], clock());
    duty.saved();
    await answer(show('breakNote', { said: ended ? 'ended' : 'no_break' }, language));
    if (ended) await tellChannel({ said: 'ended', ...person });
    await intakePublisher.keep();
  };

  return {
    verbs: { break: (typed) => (typed.args[0]?.toLowerCase() === 'end' ? end(typed) : begin(typed)) },
  } satisfies Handlers;
}
