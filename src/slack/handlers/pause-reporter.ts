import { readPause } from '../views/forms/pause-form.js';
import { show } from '../views/surfaces.js';
import { reachedByHand } from './acknowledge.js';
import { findToActOn, submittedToActOn } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import { closed, type FormAnswer, type Handlers, type Pressed, type Submitted } from './interaction.js';

/** A lead has what a reporter writes wait, and lets it through again. */
export function pauseReporterHandlers(deps: HandlerDeps) {
  const { handle, policy } = deps;
  const { calendar } = policy;

  const openForm = async (pressed: Pressed<'lead'>) => {
    const { report } = await findToActOn(deps, pressed);
    const facts = { report, zone: calendar.zone, byHand: reachedByHand({ report }) };
    await pressed.open(show('pauseForm', facts, pressed.language));
  };

  const pause = async (submitted: Submitted): Promise<FormAnswer> => {
    const tracked = await submittedToActOn(deps, submitted);
    const route = reachedByHand(tracked) ? 'by_hand' : 'direct_message';
    const command = { type: 'PauseReporter', until: readPause(submitted.values, calendar), route } as const;
    await handle(tracked, command, { kind: 'person', person: submitted.person });
    return closed;
  };

  const end = async (pressed: Pressed<'lead'>) => {
    const tracked = await findToActOn(deps, pressed);
    const { id, paused } = tracked.report;
    await handle(tracked, { type: 'EndReporterPause' }, { kind: 'person', person: pressed.person });
    const { replies = [], newCredit = false } = paused ?? {};
    const facts = { id, done: 'pause_ended', replies: replies.length, newCredit } as const;
    await pressed.answer(show('doneNote', facts, pressed.language));
  };

  return {
    buttons: { pauseReporter: { who: 'lead', press: openForm }, endReporterPause: { who: 'lead', press: end } },
    forms: { pauseForm: { who: 'lead', submit: pause } },
  } satisfies Handlers;
}
