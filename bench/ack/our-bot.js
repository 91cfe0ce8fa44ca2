// The bot as it is shipped, over HTTP. The parent process has the Slack emulator that it calls.
import { randomBytes } from 'node:crypto';
import { createApp } from '../../dist/app.js';
import { defaultPolicyFile, readPolicy } from '../../dist/config/policy.js';

const { MONGODB_URI, MONGODB_DATABASE, SIGNING_SECRET, PORT, SLACK_API_URL, SECURITY_CHANNEL, BOT_TOKEN } = process.env;
const quiet = { note: () => undefined, warn: () => undefined, fail: () => '' };
const app = createApp(
  {
    slack: {
      botToken: BOT_TOKEN,
      apiUrl: SLACK_API_URL,
      mode: 'http',
      signingSecret: SIGNING_SECRET,
      host: '127.0.0.1',
      port: Number(PORT),
    },
    channels: { security: SECURITY_CHANNEL, intake: [] },
    store: { uri: MONGODB_URI, database: MONGODB_DATABASE },
    keyring: { active: 'k1', index: 'k1', keys: new Map([['k1', randomBytes(32)]]) },
    dataDir: '',
    policyFile: defaultPolicyFile,
    policy: readPolicy(defaultPolicyFile),
    logLevel: 'error',
  },
  { clock: () => new Date(), log: quiet },
);
await app.start();
process.send({ ready: true });
process.on('disconnect', () => process.exit(0));
