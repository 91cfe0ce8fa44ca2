import { complaintsOf } from './enough-happened.js';
import { walk } from './walk.js';

test('in as many steps as fit a minute, whatever people do, nobody sees what is not theirs, and it stands nowhere in the clear', async () => {
  const walked = await walk({ steps: Number(process.env.WALK_STEPS ?? 1500), mostSeconds: 55 });
  expect(complaintsOf(walked, { steps: 150, buttons: 0.5, stepsToAReport: 60 })).toEqual([]);
  expect(walked.leaks).toEqual([]);
}, 300_000);
