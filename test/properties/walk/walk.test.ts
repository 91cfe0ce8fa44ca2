import { complaintsOf } from './minimum-activity.js';
import { walk } from './walk.js';

test('in 150 steps and as many more as fit six seconds, whatever people do, nobody sees what is not theirs, and it stands nowhere in the clear', async () => {
  const walked = await walk({ steps: Number(process.env.WALK_STEPS ?? 500), least: 150, mostSeconds: 6 });
  // A slow machine takes fewer steps in the time: what has to have happened in them is less. What comes of a report later is
  // for the long walk to reach: here chance may leave it out.
  const reached = { received: 3, ...(walked.steps < 1000 ? {} : { acknowledged: 3, accepted: 1 }) };
  const buttons = Math.min(0.4, walked.steps / 2000);
  const enough = { steps: 150, buttons, stepsToAReport: 60, reached, inPublic: 0 };
  expect(complaintsOf(walked, enough)).toEqual([]);
  expect(walked.leaks).toEqual([]);
}, 300_000);
