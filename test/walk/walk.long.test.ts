import { complaintsOf } from './enough-happened.js';
import { walk } from './walk.js';

test('in ten thousand steps, whatever people do, nobody sees what is not theirs, and it stands nowhere in the clear', async () => {
  const walked = await walk({ steps: 10_000, mostSeconds: 3000 });
  const reached = {
    received: 150,
    acknowledged: 50,
    accepted: 50,
    fixed: 20,
    disclosed: 10,
    declined: 3,
    duplicate: 2,
  };
  const enough = {
    steps: 10_000,
    buttons: 0.8,
    stepsToAReport: 60,
    reached: { ...reached, withdrawn: 5 },
    inPublic: 50,
  };
  expect(complaintsOf(walked, enough)).toEqual([]);
  expect(walked.leaks).toEqual([]);
}, 3_600_000);
