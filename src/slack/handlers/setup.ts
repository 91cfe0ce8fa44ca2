import type { IntakePublisher } from '../notifier/intake-publisher.js';
import { show } from '../views/surfaces.js';
import type { VerbRoute } from './interaction.js';

/** A lead puts the way in into the shared channels. */
export function setupHandlers(intakePublisher: IntakePublisher) {
  return {
    verbs: {
      setup: {
        who: 'lead',
        type: async ({ answer, language }) => {
          await answer(show('setUpNote', { channels: await intakePublisher.putUpAll() }, language));
        },
      },
    } satisfies Record<string, VerbRoute>,
  };
}
