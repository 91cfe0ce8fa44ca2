import { complaintsOf } from './enough-happened.js';
import { walk } from './walk.js';

test('in as many steps as fit a run, whatever people do, nobody sees what is not theirs, and it stands nowhere in the clear', async () => {
  const walked = await walk(Number(process.env.WALK_STEPS ?? 1000));
  expect(complaintsOf(walked, { buttons: 0.5, stepsToAReport: 60 })).toEqual([]);
  expect(walked.leaks).toEqual([]);
}, 300_000);
