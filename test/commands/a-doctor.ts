import { randomBytes } from 'node:crypto';
import { slackProbe } from '../../src/commands/probe-slack.js';
import { storeProbe } from '../../src/commands/probe-store.js';
import { sandbox, sandboxWorld } from '../../src/sandbox/sandbox-world.js';
import { type SlackEmulator, startSlackEmulator } from '../../src/sandbox/slack-emulator.js';
import { daysText, filesOf, policyText } from '../config/policy-text.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { type } from './a-terminal.js';

const botToken = 'xoxb-canary-token';
const appToken = 'xapp-canary-token';

export type Found = Readonly<{
  code: number;
  states: Readonly<Record<string, string>>;
  findings: readonly Readonly<{ name: string; state: string; what: string }>[];
  of(name: string): Readonly<{ state: string; what: string }> | undefined;
}>;

/** A Slack and a MongoDB for doctor to look at, and the key of the ring. */
export type Surgery = Readonly<{
  slack: SlackEmulator;
  fresh: FreshDatabase;
  key: Buffer;
  /** Runs doctor with this changed in its environment. No secret may be in what it writes. */
  doctor(
    more?: NodeJS.ProcessEnv,
    odd?: Readonly<{ secondsAhead?: number; key?: Buffer; policy?: string }>,
  ): Promise<Found>;
  close(): Promise<void>;
}>;

export async function openSurgery(): Promise<Surgery> {
  const fresh = await freshDatabase('doctor');
  const slack = await startSlackEmulator({
    world: sandboxWorld(),
    botToken,
    appToken,
    signingSecret: '0123456789abcdef',
    clock: () => new Date(),
  });
  const ownKey = randomBytes(32);
  return {
    slack,
    fresh,
    key: ownKey,
    doctor: async (more = {}, { secondsAhead = 0, key = ownKey, policy = policyText } = {}) => {
      const keys = JSON.stringify({ active: 'k1', keys: { k1: key.toString('base64') } });
      const files = filesOf({ 'keys.json': keys, 'policy.yaml': policy, 'calendars/cn.yaml': daysText });
      const env = {
        SLACK_BOT_TOKEN: botToken,
        SLACK_APP_TOKEN: appToken,
        SLACK_API_URL: slack.apiUrl,
        SECURITY_CHANNEL: sandbox.securityChannel,
        INTAKE_CHANNELS: sandbox.reports,
        MONGODB_URI: fresh.uri,
        MONGODB_DATABASE: fresh.database,
        KEYRING_FILE: 'keys.json',
        POLICY_FILE: 'policy.yaml',
        ...more,
      };
      const probes = [slackProbe(() => new Date(Date.now() + secondsAhead * 1000)), storeProbe];
      const { code, out, err } = await type(['doctor', '--json'], { env, files, probes });
      for (const secret of ['canary-token', key.toString('base64'), 'sesame']) expect(out + err).not.toContain(secret);
      const { findings } = JSON.parse(out) as Pick<Found, 'findings'>;
      return {
        code,
        findings,
        of: (name) => findings.find((one) => one.name === name),
        states: Object.fromEntries(findings.map(({ name, state }) => [name, state])),
      };
    },
    close: async () => {
      await slack.stop();
      await fresh.drop();
    },
  };
}
