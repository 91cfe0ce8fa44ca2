import { fuzzTheBot } from './fuzz-the-bot.js';

fuzzTheBot(3000);
