import type { DoorKeeper } from '../notifier/intake-publisher.js';
import { show } from '../views/surfaces.js';
import type { VerbDoor } from './interaction.js';

/** A lead puts the way in into the shared channels. */
export function setUp(keeper: DoorKeeper) {
  return {
    verbs: {
      setup: {
        who: 'lead',
        type: async ({ answer, language }) => {
          await answer(show('setUpNote', { channels: await keeper.putUpAll() }, language));
        },
      },
    } satisfies Record<string, VerbDoor>,
  };
}
