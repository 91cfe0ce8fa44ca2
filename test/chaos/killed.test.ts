import { killedAtAnyMoment } from './killed-at-any-moment.js';

test('killed three times at any moment, the bot loses no report, misses no reminder and sends nothing twice', async () => {
  await killedAtAnyMoment(3);
}, 240_000);
