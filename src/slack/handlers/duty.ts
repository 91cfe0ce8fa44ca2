import { addDays, localDate, momentOn } from '../../deadline/local-date.js';
import { dutyTurns, onDutyFrom } from '../../deadline/on-duty.js';
import type { Policy } from '../../deadline/policy.js';
import type { DutyDays } from '../../handling/pending-news.js';
import { coverIn } from '../views/block-ids.js';
import { show } from '../views/surfaces.js';
import type { HandlerDeps } from './handler-deps.js';
import type { Handlers, Pressed, Typed } from './interaction.js';
import { readTypedDays } from './typed-days.js';

/** How far ahead turns are shown, in milliseconds: four weeks. */
const shownMs = 28 * 24 * 3_600_000;

/** Who is on duty, now and in the weeks to come; and a colleague who takes it over. */
export function dutyHandlers(deps: HandlerDeps) {
  const { duty, access, clock, policy } = deps;
  const { zone } = policy.calendar;

  const showTurns = async ({ answer, language }: Typed<'responder'>) => {
    const now = clock();
    const turns = dutyTurns(await duty.current.now(), now, new Date(now.getTime() + shownMs));
    await answer(show('onDutyNote', { turns, zone }, language));
  };

  /** The turns of a person that begin or go on within these days. */
  const turnsOf = (user: string, from: string, to: string, policy: Policy) => {
    const begins = new Date(Math.max(momentOn(from, '00:00', zone).getTime(), clock().getTime()));
    const ends = momentOn(addDays(to, 1), '00:00', zone);
    return begins < ends ? dutyTurns(policy, begins, ends).filter(({ responder }) => responder === user) : [];
  };

  const ask = async ({ args, person: { user }, language, answer }: Typed<'responder'>) => {
    const days = await readTypedDays(args, user, localDate(clock(), zone), access);
    const problem = 'problem' in days ? days.problem : days.colleague === undefined ? 'person_missing' : undefined;
    if ('problem' in days || days.colleague === undefined || problem !== undefined)
      return await answer(show('usageNote', { verb: 'duty', problem: problem ?? 'person_missing' }, language));
    const { from, to, colleague } = days;
    if (turnsOf(user, from, to, await duty.current.now()).length === 0)
      return await answer(show('coverNote', { said: 'not_asked', user, from, to }, language));
    const about = { user, from, to };
    const asked = await duty.tellWithinHours(colleague, { because: 'cover_asked', about, reports: [] });
    const said = ({ told: 'asked', later: 'asked_later', failed: 'not_reached' } as const)[asked];
    await answer(show('coverNote', { said, user: colleague, from, to }, language));
  };

  const tellAnswer = async (said: 'accepted' | 'declined', by: string, { user, from, to }: DutyDays) => {
    await duty.tellWithinHours(user, { because: `cover_${said}`, about: { user: by, from, to }, reports: [] });
  };

  const accept = async ({ block, person, language, settle }: Pressed<'responder'>) => {
    const asked = coverIn(block);
    if (asked === undefined) return await settle(show('awayNote', { said: 'not_asked' }, language));
    const { user, from, to } = asked;
    const before = await duty.current.now();
    const turns = turnsOf(user, from, to, before);
    if (turns.length === 0 || user === person.user)
      return await settle(show('coverNote', { said: 'not_asked', ...asked }, language));
    const now = clock();
    for (const turn of turns) {
      const cover = { from: turn.from, to: turn.to, responder: person.user, insteadOf: user };
      await duty.rosters.addCover(cover, now);
    }
    const after = await duty.current.renew();
    const woken = new Set([user, person.user, ...onDutyFrom(after, now)]);
    await duty.wake([...woken], now);
    duty.saved();
    await tellAnswer('accepted', person.user, asked);
    await settle(show('coverNote', { said: 'taken', ...asked }, language));
  };

  const decline = async ({ block, person, language, settle }: Pressed<'responder'>) => {
    const asked = coverIn(block);
    if (asked === undefined) return await settle(show('awayNote', { said: 'not_asked' }, language));
    await tellAnswer('declined', person.user, asked);
    await settle(show('coverNote', { said: 'refused', ...asked }, language));
  };

  return {
    verbs: { duty: (typed) => (typed.args.length === 0 ? showTurns(typed) : ask(typed)) },
    buttons: {
      acceptCover: { who: 'responder', press: accept },
      declineCover: { who: 'responder', press: decline },
    },
  } satisfies Handlers;
}
