import { type Killed, killedAtAnyMoment } from './killed-at-any-moment.js';

/** `npm run chaos` sets it. */
const kills = Number(process.env.CHAOS_KILLS ?? 12);
/** With more kills more reports come in than a reminder can name, and a Slack that takes one message a second could be sent. */
const mostInARound = 25;
const rounds = Math.ceil(kills / mostInARound);
const killsIn = (round: number) => Math.floor((kills * (round + 1)) / rounds) - Math.floor((kills * round) / rounds);
const told: Killed[] = [];

test.each(Array.from({ length: rounds }, (_, round) => [killsIn(round), round] as const))(
  'killed %i times at any moment, the bot loses no report, misses no reminder and sends nothing twice (round %i)',
  async (times, round) => {
    told.push(await killedAtAnyMoment(times, round));
  },
  600_000,
);

afterAll(() => {
  const names = Object.keys(told[0] ?? {}).filter((name) => name !== 'seed');
  const sum = names.map((name) => [name, told.reduce((total, one) => total + (one[name] ?? 0), 0)]);
  const counted = { seed: told[0]?.seed, rounds: told.length, ...Object.fromEntries(sum) };
  console.info(`killed: ${JSON.stringify(counted)}`);
});
