import { killedAtAnyMoment } from './killed-at-any-moment.js';

test('killed six times at any moment, the bot loses no report, misses no reminder and says nothing twice', async () => {
  await killedAtAnyMoment(6);
}, 240_000);
