import { Refusal } from '../../report/refusal.js';
import { show } from '../views/surfaces.js';
import { findToActOn } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import type { Handlers, Pressed } from './interaction.js';

/** A declined report may become a bug in the open, once its reporter has said yes: here, or by mail to a responder. */
export function publicBugHandlers(deps: HandlerDeps) {
  const recordYes = async (pressed: Pressed<'responder'>) => {
    const { person, language, answer } = pressed;
    const tracked = await findToActOn(deps, pressed);
    const { id } = tracked.report;
    await deps.handle(tracked, { type: 'AgreeToPublicBug' }, { kind: 'person', person });
    await answer(show('doneNote', { id, done: 'public_bug_recorded' }, language));
  };
  const showText = async (pressed: Pressed<'responder'>) => {
    const { report } = await findToActOn(deps, pressed);
    const { id, status, decline } = report;
    if (status !== 'declined' || decline?.publicBug !== 'agreed') throw new Refusal('no_public_bug_asked', { id });
    await pressed.open(show('publicBugText', { report }, pressed.language));
  };
  return {
    buttons: {
      recordPublicBug: { who: 'responder', press: recordYes },
      publicBugText: { who: 'responder', press: showText },
    },
  } satisfies Handlers;
}
