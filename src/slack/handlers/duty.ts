import { dutyTurns } from '../../deadline/on-duty.js';
import { show } from '../views/surfaces.js';
import type { HandlerDeps } from './handler-deps.js';
import type { Handlers } from './interaction.js';

/** How far ahead turns are shown, in milliseconds: four weeks. */
const shownMs = 28 * 24 * 3_600_000;

/** Who is on duty, now and in the weeks to come. */
export function dutyHandlers({ duty, clock }: HandlerDeps) {
  return {
    verbs: {
      duty: async ({ answer, language }) => {
        const now = clock();
        const policy = await duty.current.now();
        const turns = dutyTurns(policy, now, new Date(now.getTime() + shownMs));
        await answer(show('onDutyNote', { turns, zone: policy.calendar.zone }, language));
      },
    },
  } satisfies Handlers;
}
