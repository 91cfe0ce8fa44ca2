import { show } from '../views/surfaces.js';
import type { HandlerDeps } from './handler-deps.js';
import type { Handlers } from './interaction.js';

/** A lead puts the report button into the shared channels. */
export function setupHandlers({ intakePublisher }: HandlerDeps) {
  return {
    verbs: {
      setup: async ({ answer, language }) => {
        await answer(show('setUpNote', { channels: await intakePublisher.publishAll() }, language));
      },
    },
  } satisfies Handlers;
}
