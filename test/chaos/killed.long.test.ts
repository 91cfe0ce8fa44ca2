import { killedAtAnyMoment } from './killed-at-any-moment.js';

/** `npm run chaos` sets it. */
const kills = Number(process.env.CHAOS_KILLS ?? 12);

test(
  'killed many times at any moment, the bot loses no report, misses no reminder and sends nothing twice',
  async () => {
    await killedAtAnyMoment(kills);
  },
  600_000 + kills * 20_000,
);
