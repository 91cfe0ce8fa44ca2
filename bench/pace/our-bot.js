// The bot as it is shipped, at the hour of the backlog: FROM, at the moment BEGAN (milliseconds; the start of this program). It tells how
// much CPU it used, how many commands it sent to the database, and for how long at most nothing else had its turn.
import { createApp } from '../../dist/app.js';
import { watchStretches } from '../stretches.js';
import { botConfig } from './bot-config.js';

const { FROM, BEGAN = String(Date.now()), COUNTED_BY } = process.env;
const clock = () => new Date(Number(FROM) + Date.now() - Number(BEGAN));
const ofTheDriver = new Set(['hello', 'ping', 'endSessions']);
let stretches;
let commands = 0;
const app = createApp(botConfig(process.env), {
  clock,
  log: { note: () => undefined, warn: () => undefined, fail: () => '' },
  // A driver that tells of commands unpacks each answer once more, all of it at once.
  ...(COUNTED_BY === 'mongod' ? {} : { onCommand: count }),
});
function count(name) {
  if (!ofTheDriver.has(name)) commands += 1;
}
process.send({ ready: true });
process.on('message', (question) => {
  void answer(question);
});

async function answer(question) {
  if (question === 'start') await app.start();
  if (question === 'start') stretches = watchStretches();
  if (question === 'idle') await app.idle();
  const { user, system } = process.cpuUsage();
  process.send({
    cpuMs: (user + system) / 1000,
    commands,
    ...stretches?.soFar(),
  });
}
process.on('disconnect', () => process.exit(0));
