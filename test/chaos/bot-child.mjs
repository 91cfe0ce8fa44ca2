import { createApp } from '../../dist/app.js';
import { readConfig } from '../../dist/config/read-config.js';

// The compiled bot as `start` runs it, in a process that may be killed: only the clock, the lease and how many forms somebody
// may open are the test's.
const config = readConfig(process.env);
const forms = { personHour: 10_000, personDay: 10_000, workspaceHour: 10_000 };
let setting = JSON.parse(process.env.CHAOS_CLOCK);
const app = createApp(
  { ...config, policy: { ...config.policy, forms } },
  {
    clock: () => new Date(setting.at + Date.now() - setting.real),
    leaseMs: Number(process.env.CHAOS_LEASE_MS),
  },
);
process.on('message', (next) => {
  setting = next;
  app.clockMoved();
});
process.on('disconnect', () => process.exit());
await app.start();
process.send('started');
