import { createApp } from '../../dist/app.js';
import { readConfig } from '../../dist/config.js';

// The compiled bot as `start` runs it, in a process that may be killed: only the clock and the lease are the test's.
let setting = JSON.parse(process.env.CHAOS_CLOCK);
const app = createApp(readConfig(process.env), {
  clock: () => new Date(setting.at + Date.now() - setting.real),
  leaseMs: Number(process.env.CHAOS_LEASE_MS),
});
process.on('message', (next) => {
  setting = next;
  app.clockMoved();
});
process.on('disconnect', () => process.exit());
await app.start();
process.send('started');
