import { fuzzTheBot } from './fuzz-the-bot.js';

/** `npm run fuzz` sends 10,000. */
fuzzTheBot(Number(process.env.FUZZ_PAYLOADS ?? 400));
