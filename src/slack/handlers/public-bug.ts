import { Refusal } from '../../report/refusal.js';
import { show } from '../views/surfaces.js';
import { pressedToActOn } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import type { ButtonRoute } from './interaction.js';

/** A declined report may become a bug in the open, once its reporter has said yes: here, or by mail to a responder. */
export function publicBugHandlers(parts: HandlerDeps) {
  return {
    buttons: {
      recordPublicBug: {
        who: 'responder',
        press: async (pressed) => {
          const { person, language } = pressed;
          const { id } = (await pressedToActOn(parts, pressed)).report;
          await parts.handle(id, { type: 'AgreeToPublicBug' }, { kind: 'person', person });
          await pressed.answer(show('doneNote', { id, done: 'public_bug_recorded' }, language));
        },
      },
      publicBugText: {
        who: 'responder',
        press: async (pressed) => {
          const { report } = await pressedToActOn(parts, pressed);
          const { id, status, decline } = report;
          if (status !== 'declined' || decline?.publicBug !== 'agreed')
            throw new Refusal('no_public_bug_asked', { id });
          await pressed.open(show('publicBugText', { report }, pressed.language));
        },
      },
    } satisfies Record<string, ButtonRoute>,
  };
}
