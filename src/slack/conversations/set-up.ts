import type { VerbDoor } from '../asking.js';
import type { DoorKeeper } from '../door-keeper.js';
import { show } from '../surfaces.js';

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
