import { complaintsOf } from './enough-happened.js';
import { walk } from './walk.js';

test('in ten thousand steps, whatever people do, nobody sees what is not theirs, and it stands nowhere in the clear', async () => {
  const walked = await walk({ steps: 10_000, mostSeconds: 3000 });
  expect(complaintsOf(walked, { steps: 10_000, buttons: 0.9, stepsToAReport: 60 })).toEqual([]);
  expect(walked.leaks).toEqual([]);
}, 3_600_000);
