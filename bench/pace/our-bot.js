// The bot as it is shipped, at the hour of the backlog. It tells how much CPU it used and how many commands it sent to the database.
import { createApp } from '../../dist/app.js';
import { botConfig } from './bot-config.js';

const began = Date.now();
const { FROM } = process.env;
const clock = () => new Date(Number(FROM) + Date.now() - began);
const ofTheDriver = new Set(['hello', 'ping', 'endSessions']);
let commands = 0;
const app = createApp(botConfig(process.env), {
  clock,
  log: { note: () => undefined, warn: () => undefined, fail: () => '' },
  onCommand: (name) => {
    if (!ofTheDriver.has(name)) commands += 1;
  },
});
process.send({ ready: true });
process.on('message', (question) => {
  void answer(question);
});

async function answer(question) {
  if (question === 'start') await app.start();
  const { user, system } = process.cpuUsage();
  process.send({ cpuMs: (user + system) / 1000, commands });
}
process.on('disconnect', () => process.exit(0));
