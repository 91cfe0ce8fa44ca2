import { onDutyFrom } from '../../deadline/on-duty.js';
import type { Policy } from '../../deadline/policy.js';
import type { Cover } from '../../deadline/roster.js';
import { isSwapped, type Swap, swapCovers, swapRefusal } from '../../deadline/swap.js';
import type { DutyDays } from '../../handling/pending-news.js';
import { Refusal } from '../../report/refusal.js';
import { coverIn, swapIn } from '../views/block-ids.js';
import { show } from '../views/surfaces.js';
import { dutyTurnsOf } from './duty.js';
import type { HandlerDeps } from './handler-deps.js';
import type { Handlers, Pressed } from './interaction.js';

/** A colleague answers whether they take over duty, or swap a turn. */
export function answerDutyRequestHandlers(deps: HandlerDeps) {
  const { duty, access, clock, policy, channel } = deps;
  const { zone } = policy.calendar;

  const tellAnswer = async (said: 'accepted' | 'declined', user: string, about: DutyDays | Swap) => {
    await duty.tellWithinHours(user, { because: `cover_${said}`, about });
  };

  /** Whether they were stored: not where somebody else was quicker. */
  const put = async (covers: readonly Cover[], { roster }: Policy): Promise<boolean> => {
    const now = clock();
    const stored = await duty.rosters.addCovers(covers, roster.covers, now);
    const after = await duty.current.renew();
    if (!stored) return false;
    const touched = covers.flatMap(({ responder, insteadOf }) => [responder, insteadOf]);
    await duty.wake([...new Set([...touched, ...onDutyFrom(after, now)])], now);
    duty.saved();
    return true;
  };

  const acceptCover = async ({ person, language, settle }: Pressed<'responder'>, asked: DutyDays) => {
    const { user, from, to } = asked;
    const before = await duty.current.renew();
    const turns = user === person.user ? [] : dutyTurnsOf(user, from, to, before, clock());
    const covers = turns.map((turn) => ({ from: turn.from, to: turn.to, responder: person.user, insteadOf: user }));
    const taken = covers.length > 0 && (await put(covers, before));
    if (taken) await tellAnswer('accepted', user, { user: person.user, from, to });
    await settle(show('coverNote', { said: taken ? 'taken' : 'not_asked', ...asked }, language));
  };

  const tellChannel = async (swap: Swap) => {
    const team = await access.responders();
    const named = (user: string) => team.find((one) => one.user === user) ?? { user, name: '' };
    const [asker, colleague] = [named(swap.mine.user), named(swap.theirs.user)];
    await duty.tell(channel, show('swapLine', { ...swap, asker, colleague, zone }, policy.teamLanguage));
  };

  /** The same answer twice is one, and changes nothing the second time. @throws Refusal */
  const acceptSwap = async ({ person, language, settle }: Pressed<'responder'>, swap: Swap) => {
    if (swap.theirs.user !== person.user) throw new Refusal('swap_not_yours', {});
    const before = await duty.current.renew();
    if (!isSwapped(swap, before)) {
      const refusal = swapRefusal(swap, before, clock());
      if (refusal !== undefined) throw refusal;
      if (!(await access.isResponder({ user: swap.mine.user, team: undefined })))
        throw new Refusal('swap_turn_changed', {});
      if (await put(swapCovers(swap), before))
        await Promise.all([tellChannel(swap), tellAnswer('accepted', swap.mine.user, swap)]);
      else if (!isSwapped(swap, await duty.current.now())) throw new Refusal('swap_turn_changed', {});
    }
    await settle(show('swapNote', { said: 'taken', ...swap, zone }, language));
  };

  const accept = async (pressed: Pressed<'responder'>) => {
    const [cover, swap] = [coverIn(pressed.block), swapIn(pressed.block)];
    if (swap !== undefined) await acceptSwap(pressed, swap);
    else if (cover !== undefined) await acceptCover(pressed, cover);
    else await pressed.settle(show('awayNote', { said: 'not_asked' }, pressed.language));
  };

  const decline = async ({ block, person, language, settle }: Pressed<'responder'>) => {
    const [cover, swap] = [coverIn(block), swapIn(block)];
    if (swap !== undefined) {
      if (swap.theirs.user !== person.user) throw new Refusal('swap_not_yours', {});
      if (isSwapped(swap, await duty.current.renew())) throw new Refusal('swap_turn_changed', {});
      await tellAnswer('declined', swap.mine.user, swap);
      return await settle(show('swapNote', { said: 'refused', ...swap, zone }, language));
    }
    if (cover === undefined) return await settle(show('awayNote', { said: 'not_asked' }, language));
    await tellAnswer('declined', cover.user, { ...cover, user: person.user });
    await settle(show('coverNote', { said: 'refused', ...cover }, language));
  };

  return {
    buttons: {
      acceptCover: { who: 'responder', press: accept },
      declineCover: { who: 'responder', press: decline },
    },
  } satisfies Handlers;
}
