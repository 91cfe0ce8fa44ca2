import { laterDate } from '../../deadline/later-date.js';
import { defined } from '../../report/defined.js';
import { eventInQuestion } from '../views/ids.js';
import { show } from '../views/surfaces.js';
import { reachedByHand } from './acknowledge.js';
import { pressedId } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import type { Handlers, Pressed } from './interaction.js';

/** A lead answers whether a promise is moved to the date that today's calendar gives. */
export function movePromiseHandlers({ handle, policy }: HandlerDeps) {
  const { zone } = policy.calendar;

  const move = async (pressed: Pressed<'lead'>) => {
    const id = pressedId(pressed);
    const proposed = eventInQuestion(pressed.block) ?? -1;
    const { report } = await handle(
      id,
      (current, now) => ({
        type: 'MovePromise',
        proposed,
        route: reachedByHand({ report: current }) ? 'by_hand' : 'direct_message',
        ...defined({ later: laterDate(current, policy, now) }),
      }),
      { kind: 'person', person: pressed.person },
    );
    const byHand = reachedByHand({ report });
    const facts = { id, done: 'promise_moved', dueAt: report.promise.dueAt, zone, byHand } as const;
    await pressed.answer(show('doneNote', facts, pressed.language));
  };

  const keep = async (pressed: Pressed<'lead'>) => {
    const id = pressedId(pressed);
    const proposed = eventInQuestion(pressed.block) ?? -1;
    const { report } = await handle(id, { type: 'KeepPromise', proposed }, { kind: 'person', person: pressed.person });
    const facts = { id, done: 'promise_kept', dueAt: report.promise.dueAt, zone } as const;
    await pressed.answer(show('doneNote', facts, pressed.language));
  };

  return {
    buttons: { movePromise: { who: 'lead', press: move }, keepPromise: { who: 'lead', press: keep } },
  } satisfies Handlers;
}
