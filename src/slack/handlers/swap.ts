import { comingTurns, swapRefusal } from '../../deadline/swap.js';
import { Refusal } from '../../report/refusal.js';
import { readSwapForm, swapInputs } from '../views/forms/swap-form.js';
import { nameOf } from '../views/kit/blocks.js';
import { show } from '../views/surfaces.js';
import { refusedAt } from './form-errors.js';
import type { HandlerDeps } from './handler-deps.js';
import type { FormAnswer, Handlers, Pressed, Submitted } from './interaction.js';

/** Somebody asks a colleague to swap a turn of duty. Nothing changes until that one accepts. */
export function swapHandlers(deps: HandlerDeps) {
  const { duty, access, clock, policy } = deps;
  const { zone } = policy.calendar;

  const openForm = async ({ person: { user }, open, language }: Pressed<'responder'>) => {
    const turns = comingTurns(await duty.current.now(), clock());
    const names = new Map((await access.responders()).map((one) => [one.user, nameOf(one)]));
    const theirs = turns.flatMap((turn) => {
      const name = turn.user === user ? undefined : names.get(turn.user);
      return name === undefined ? [] : [{ ...turn, name }];
    });
    const mine = turns.filter((turn) => turn.user === user);
    await open(show('swapForm', { mine, theirs, zone }, language));
  };

  const ask = async (submitted: Submitted): Promise<FormAnswer> => {
    const { person, values, language } = submitted;
    const { mine, theirs } = readSwapForm(values);
    const now = clock();
    const refused = (refusal: Refusal) => refusedAt(swapInputs.swapTheirs, refusal, submitted, deps);
    if (mine?.user !== person.user || theirs === undefined) return refused(new Refusal('swap_turn_changed', {}));
    const swap = { mine, theirs };
    const refusal = swapRefusal(swap, await duty.current.now(), now);
    if (refusal !== undefined) return refused(refusal);
    if (!(await access.isResponder({ user: theirs.user, team: undefined })))
      return refused(new Refusal('not_a_responder', { user: theirs.user }));
    const asked = await duty.tellWithinHours(theirs.user, { because: 'cover_asked', about: swap });
    const said = ({ told: 'asked', later: 'asked_later', failed: 'not_reached' } as const)[asked];
    return { kind: 'become', to: 'responder', shown: show('swapSent', { ...swap, said, zone }, language) };
  };

  return {
    buttons: { askForSwap: { who: 'responder', press: openForm } },
    forms: { swapForm: { who: 'responder', submit: ask } },
  } satisfies Handlers;
}
