import { killedAtAnyMoment } from './killed-at-any-moment.js';

test('killed twenty times at any moment, the bot loses no report, misses no reminder and says nothing twice', async () => {
  await killedAtAnyMoment(20);
}, 600_000);
