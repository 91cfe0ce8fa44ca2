import { complaintsOf } from './enough-happened.js';
import { walk } from './walk.js';

test('in ten thousand steps, whatever people do, nobody sees what is not theirs, and it stands nowhere in the clear', async () => {
  const walked = await walk(Number(process.env.WALK_STEPS ?? 10_000));
  expect(complaintsOf(walked, { buttons: 0.9, stepsToAReport: 60 })).toEqual([]);
  expect(walked.leaks).toEqual([]);
}, 3_600_000);
