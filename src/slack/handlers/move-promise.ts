import { laterDate } from '../../deadline/later-date.js';
import { defined } from '../../report/defined.js';
import { movableDateAt } from '../../report/movable-date.js';
import type { Report } from '../../report/report.js';
import { eventInQuestion } from '../views/block-ids.js';
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
        ...defined({ later: laterDate(current, policy, now, movableDateAt(current, proposed)?.duty) }),
      }),
      { kind: 'person', person: pressed.person },
    );
    const byHand = reachedByHand({ report });
    const facts = { id, done: 'promise_moved', dueAt: dateAt(report, proposed), zone, byHand } as const;
    await pressed.settle(show('doneNote', facts, pressed.language));
  };

  const keep = async (pressed: Pressed<'lead'>) => {
    const id = pressedId(pressed);
    const proposed = eventInQuestion(pressed.block) ?? -1;
    const { report } = await handle(id, { type: 'KeepPromise', proposed }, { kind: 'person', person: pressed.person });
    const facts = { id, done: 'promise_kept', dueAt: dateAt(report, proposed), zone } as const;
    await pressed.settle(show('doneNote', facts, pressed.language));
  };

  return {
    buttons: { movePromise: { who: 'lead', press: move }, keepPromise: { who: 'lead', press: keep } },
  } satisfies Handlers;
}

/** The date that the question was about, as it is now. */
function dateAt(report: Report, proposed: number): Date {
  return movableDateAt(report, proposed)?.dueAt ?? report.promise.dueAt;
}
