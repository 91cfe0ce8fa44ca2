import { changed, daysText, filesOf, policyText } from '../config/policy-text.js';
import { aKey } from '../support/a-key.js';
import { type Surroundings, type } from './a-terminal.js';

const env = {
  SLACK_BOT_TOKEN: 'xoxb-1-secret',
  SLACK_APP_TOKEN: 'xapp-1-secret',
  SECURITY_CHANNEL: 'C0SECURITY',
  MONGODB_URI: 'mongodb://localhost/',
  KEYRING_FILE: 'keys.json',
  POLICY_FILE: 'policy.yaml',
};
const texts = {
  'keys.json': JSON.stringify({ active: 'k1', keys: { k1: aKey(1).toString('base64') } }),
  'policy.yaml': policyText,
  'calendars/cn.yaml': daysText,
};
const doctor = async (surroundings: Surroundings = {}) => {
  const { code, out } = await type(['doctor', '--json'], { env, files: filesOf(texts), ...surroundings });
  const { findings } = JSON.parse(out) as { findings: { name: string; state: string; what: string }[] };
  return { code, states: Object.fromEntries(findings.map(({ name, state }) => [name, state])), findings };
};

describe('doctor', () => {
  test('is green for a complete configuration, and yellow where no lead is named', async () => {
    expect(await doctor()).toMatchObject({
      code: 0,
      states: { configuration: 'green', 'key ring': 'green', calendar: 'green', leads: 'yellow' },
    });
  });
  test('is green for leads once one is named', async () => {
    const files = filesOf({ ...texts, 'policy.yaml': changed(policyText, 'leads: []', 'leads: [U0LIN]') });
    expect((await doctor({ files })).states.leads).toBe('green');
  });
  test.each([
    ['2026-10-31T04:00:00Z', 'green', '61 more days'],
    ['2026-11-01T04:00:00Z', 'yellow', '60 more days'],
    ['2026-12-31T15:59:59Z', 'yellow', '0 more days'],
    ['2026-12-31T16:00:00Z', 'red', 'Every new deadline is provisional'],
  ])('on %s finds the calendar %s', async (now, state, words) => {
    const { code, findings } = await doctor({ now: new Date(now) });
    expect(findings.find(({ name }) => name === 'calendar')).toMatchObject({
      state,
      what: expect.stringContaining(words),
    });
    expect(code).toBe(state === 'red' ? 1 : 0);
  });
  test.each([
    [{}, 'green', 'MongoDB is on this machine.'],
    [{ MONGODB_URI: 'mongodb+srv://u:p@db.example.org/' }, 'green', /across a network, with TLS and a user/],
    [
      { MONGODB_URI: 'mongodb://u:p@db.example.org/', MONGODB_INSECURE: 'accepted' },
      'yellow',
      /across a network without TLS\. MONGODB_INSECURE accepts that/,
    ],
  ])('says how MongoDB is reached: %j', async (more, state, what) => {
    const { findings } = await doctor({ env: { ...env, ...more } });
    expect(findings).toContainEqual({ name: 'connection', state, what: expect.stringMatching(what) });
  });

  test('is red for each fault of the configuration, and exits with 1', async () => {
    const { code, findings } = await doctor({ env: {} });
    expect(code).toBe(1);
    expect(findings.length).toBeGreaterThan(4);
    expect(new Set(findings.map(({ state }) => state))).toEqual(new Set(['red']));
  });
  test('says that a local mongod is only for trying it out', async () => {
    expect((await doctor({ env: { ...env, MONGODB_URI: 'local' } })).states.store).toBe('yellow');
  });
  test('adds the results of its probes', async () => {
    const probes = [async () => [{ name: 'slack', state: 'red', what: 'The token was revoked.' } as const]];
    expect(await doctor({ probes })).toMatchObject({ code: 1, states: { slack: 'red', calendar: 'green' } });
  });
  test('writes one line for each result without --json, and no secret', async () => {
    const { out } = await type(['doctor'], { env, files: filesOf(texts) });
    expect(out).toMatch(/^green {3}configuration {2}Complete, for Socket Mode\.$/m);
    expect(out).not.toMatch(/secret/);
  });
});
