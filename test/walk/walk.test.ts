import { complaintsOf } from './enough-happened.js';
import { walk } from './walk.js';

test('in as many steps as fit a minute, whatever people do, nobody sees what is not theirs, and it stands nowhere in the clear', async () => {
  const walked = await walk({ steps: Number(process.env.WALK_STEPS ?? 1500), mostSeconds: 55 });
  const reached = { received: 3, acknowledged: 1, accepted: 1 };
  const enough = { steps: 150, buttons: 0.4, stepsToAReport: 60, reached, inPublic: 0 };
  expect(complaintsOf(walked, enough)).toEqual([]);
  expect(walked.leaks).toEqual([]);
}, 300_000);
