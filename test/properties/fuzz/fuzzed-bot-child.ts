import { createApp } from '../../../src/app.js';
import { readConfig } from '../../../src/config/read-config.js';

// The bot from its sources, in a process of its own with nothing done for rejections that nobody handles, as `start` runs it:
// one would end it. Asked, it tells the memory that it holds after a collection of what is no longer used.
const config = readConfig(process.env);
const forms = { personHour: 1e6, personDay: 1e6, workspaceHour: 1e6 };
const app = createApp({ ...config, policy: { ...config.policy, forms } }, { clock: () => new Date() });
process.on('message', (question) => {
  if (question !== 'memory') return;
  globalThis.gc?.();
  process.send?.({ rss: process.memoryUsage().rss });
});
process.on('disconnect', () => process.exit());
await app.start();
process.send?.('started');
