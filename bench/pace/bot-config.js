import { defaultPolicyFile, readPolicy } from '../../dist/config/policy.js';
import { sandbox } from '../../dist/sandbox/sandbox-world.js';

export const key = Buffer.alloc(32, 7);

/** The settings of a bot that talks to the emulator of the bench. */
export function botConfig({ MONGODB_URI, MONGODB_DATABASE, SLACK_API_URL, PORT, LEADS, ON_DUTY, OWN_WEEKS, REVISION }) {
  const policy = readPolicy(defaultPolicyFile);
  const leads = LEADS === undefined || LEADS === '' ? [] : LEADS.split(',');
  return {
    slack: {
      botToken: 'xoxb-bench',
      apiUrl: SLACK_API_URL,
      mode: 'http',
      signingSecret: '0123456789abcdef0123456789abcdef',
      host: '127.0.0.1',
      port: Number(PORT),
    },
    channels: { security: sandbox.securityChannel, intake: [] },
    store: { uri: MONGODB_URI, database: MONGODB_DATABASE },
    keyring: { active: 'k1', index: 'k1', keys: new Map([['k1', key]]) },
    dataDir: '',
    policyFile: defaultPolicyFile,
    policy: {
      ...policy,
      leads,
      people: new Map(
        (OWN_WEEKS ?? '')
          .split(',')
          .filter(Boolean)
          .map((user) => [user, { weekdays: [1, 2, 3, 4, 7] }]),
      ),
      revision: REVISION ?? policy.revision,
      ...(ON_DUTY === undefined ? {} : { rota: [{ from: '2026-09-01', responder: ON_DUTY }] }),
    },
    logLevel: 'error',
  };
}
