import { formatFault } from '../../src/config/config-error.js';
import { readConfig } from '../../src/config/read-config.js';
import { aKey } from '../support/a-key.js';
import { changed, daysText, faultsOf, filesOf, policyText } from './policy-text.js';

const key = (n: number) => aKey(n).toString('base64');
const ring = (members: object = {}) => JSON.stringify({ active: 'k1', keys: { k1: key(1) }, ...members });
const texts = { 'keys.json': ring(), 'policy.yaml': policyText, 'calendars/cn.yaml': daysText };

const good: NodeJS.ProcessEnv = {
  SLACK_BOT_TOKEN: 'xoxb-1-secretbot',
  SLACK_APP_TOKEN: 'xapp-1-secretapp',
  SECURITY_CHANNEL: 'C0SECURITY',
  MONGODB_URI: 'mongodb://vulndesk:secretpassword@db.example.org/?replicaSet=rs0&tls=true',
  KEYRING_FILE: 'keys.json',
  POLICY_FILE: 'policy.yaml',
};
const http = { ...good, SLACK_APP_TOKEN: undefined, SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef' };
const read = (env: NodeJS.ProcessEnv, files = texts, mode = 0o600) => readConfig(env, filesOf(files, mode));
const told = (env: NodeJS.ProcessEnv, files = texts, mode = 0o600) =>
  faultsOf(() => read(env, files, mode)).map(formatFault);

describe('a configuration', () => {
  test('for Socket Mode', () => {
    expect(read(good)).toMatchObject({
      slack: {
        mode: 'socket',
        botToken: 'xoxb-1-secretbot',
        appToken: 'xapp-1-secretapp',
        apiUrl: 'https://slack.com/api/',
      },
      channels: { security: 'C0SECURITY', intake: [] },
      store: { database: 'vulndesk' },
      policyFile: 'policy.yaml',
      logLevel: 'info',
    });
    expect(read(good)).not.toHaveProperty('ops');
    expect(read(good)).not.toHaveProperty('userGroup');
  });
  test('for HTTP, which a signing secret alone asks for', () => {
    expect(read(http).slack).toMatchObject({ mode: 'http', host: '127.0.0.1', port: 3000 });
    expect(read({ ...http, HOST: '0.0.0.0', PORT: '8080' }).slack).toMatchObject({ host: '0.0.0.0', port: 8080 });
  });
  test('stays with Socket Mode when both are given, unless HTTP is asked for', () => {
    const both = { ...http, SLACK_APP_TOKEN: 'xapp-1' };
    expect(read(both).slack.mode).toBe('socket');
    expect(read({ ...both, SLACK_MODE: 'http' }).slack.mode).toBe('http');
  });
  test('with everything that can be set', () => {
    const config = read({
      ...good,
      INTAKE_CHANNELS: 'C0ONE, C0TWO',
      ANNOUNCE_CHANNEL: 'C0NEWS',
      SECURITY_USERGROUP: 'S0TEAM',
      OPS_PORT: '9090',
      MONGODB_DATABASE: 'desk-2',
      DATA_DIR: '/data',
      LOG_LEVEL: 'debug',
    });
    expect(config).toMatchObject({
      channels: { security: 'C0SECURITY', intake: ['C0ONE', 'C0TWO'], announce: 'C0NEWS' },
      userGroup: 'S0TEAM',
      ops: { host: '127.0.0.1', port: 9090 },
      store: { database: 'desk-2' },
      dataDir: '/data',
      logLevel: 'debug',
    });
  });
  test('reads any setting from a file as well, without the line end', () => {
    const { SLACK_BOT_TOKEN: _, ...rest } = good;
    const config = read({ ...rest, SLACK_BOT_TOKEN_FILE: 'token' }, {
      ...texts,
      token: 'xoxb-from-file\n',
    } as typeof texts);
    expect(config.slack.botToken).toBe('xoxb-from-file');
  });
  test('leaves alone what is set for other programs', () => {
    const others = {
      HOSTS: 'x',
      POST: 'x',
      LOGLEVEL: 'x',
      SLACK_WEBHOOK_URL: 'x',
      SUPPORT_CHANNEL: 'x',
      INTAKE_CHANNEL: ' ',
    };
    expect(read({ ...good, ...others })).toMatchObject({ logLevel: 'info' });
    const right = { SECURITY_USERGROUP: 'S0TEAM', SECURITY_USER_GROUP: 'S0TEAM' };
    expect(read({ ...good, ...right })).toMatchObject({ userGroup: 'S0TEAM' });
  });
  test('accepts a network without TLS where that is asked for', () => {
    const env = { ...good, MONGODB_URI: 'mongodb://db.example.org/', MONGODB_INSECURE: 'accepted' };
    expect(read(env).store.link).toEqual({ network: true, lacks: ['TLS', 'a user'] });
  });
  test('takes an empty setting for one that is not set', () => {
    expect(read({ ...good, ANNOUNCE_CHANNEL: '', LOG_LEVEL: ' ' })).toMatchObject({ logLevel: 'info' });
  });
});

describe('a fault in a setting is told with its name', () => {
  test.each<[string, NodeJS.ProcessEnv, RegExp]>([
    ['no token', { ...good, SLACK_BOT_TOKEN: undefined }, /^SLACK_BOT_TOKEN is missing: set it to the bot token/],
    ["a person's token", { ...good, SLACK_BOT_TOKEN: 'xoxp-1' }, /^SLACK_BOT_TOKEN is a person's token/],
    [
      'the tokens exchanged',
      { ...good, SLACK_APP_TOKEN: 'xoxb-1' },
      /^SLACK_APP_TOKEN is a bot token: use the app-level token/,
    ],
    ['HTTP without a secret', { ...good, SLACK_MODE: 'http' }, /^SLACK_SIGNING_SECRET is missing/],
    ['a secret cut off', { ...http, SLACK_SIGNING_SECRET: '0123' }, /^SLACK_SIGNING_SECRET is not a signing secret/],
    ['a mode that is none', { ...good, SLACK_MODE: 'rtm' }, /^SLACK_MODE is not a mode: use socket or http/],
    [
      'tokens sent in the clear',
      { ...good, SLACK_API_URL: 'http://slack.example.org/' },
      /^SLACK_API_URL is not a safe address for a token/,
    ],
    ['an address with a password', { ...good, SLACK_API_URL: 'https://u:p@slack.example.org/' }, /^SLACK_API_URL/],
    ['a port that is none', { ...http, PORT: '70000' }, /^PORT is not a port/],
    ['one port for two', { ...http, PORT: '3000', OPS_PORT: '3000' }, /^OPS_PORT is the same as PORT/],
    [
      'who is let in, misspelt',
      { ...good, SECURITY_USER_GROUP: 'S0TEAM' },
      /^SECURITY_USERGROUP is not set, but SECURITY_USER_GROUP is: correct the name, or remove it/,
    ],
    ['where people report, misspelt', { ...good, INTAKE_CHANNEL: 'C0ONE' }, /^INTAKE_CHANNELS is not set/],
    [
      'a file, misspelt',
      { ...good, ANOUNCE_CHANNEL_FILE: 'x' },
      /^ANNOUNCE_CHANNEL is not set, but ANOUNCE_CHANNEL_FILE/,
    ],
    ['a host that is none', { ...good, HOST: 'http://x/' }, /^HOST is not an address to listen on/],
    [
      'a channel by name',
      { ...good, SECURITY_CHANNEL: '#security' },
      /^SECURITY_CHANNEL is a channel name: use the id/,
    ],
    ['a channel that is none', { ...good, ANNOUNCE_CHANNEL: 'U0PERSON' }, /^ANNOUNCE_CHANNEL is not a channel id/],
    [
      'a channel that is none among others',
      { ...good, INTAKE_CHANNELS: 'C0ONE,two' },
      /^INTAKE_CHANNELS contains something/,
    ],
    [
      'the private channel as a shared one',
      { ...good, INTAKE_CHANNELS: 'C0SECURITY' },
      /^INTAKE_CHANNELS names the same channel as SECURITY_CHANNEL/,
    ],
    [
      'the private channel as the public one',
      { ...good, ANNOUNCE_CHANNEL: 'C0SECURITY' },
      /^ANNOUNCE_CHANNEL names the same channel as SECURITY_CHANNEL/,
    ],
    ['a channel twice', { ...good, INTAKE_CHANNELS: 'C0ONE,C0ONE' }, /^INTAKE_CHANNELS names the same channel twice/],
    ['a user group by name', { ...good, SECURITY_USERGROUP: '@team' }, /^SECURITY_USERGROUP is not a user group id/],
    ['no store', { ...good, MONGODB_URI: undefined }, /^MONGODB_URI is missing: .*For a trial, set it to local/],
    [
      'a store across a network without TLS',
      { ...good, MONGODB_URI: 'mongodb://u:p@db.example.org/' },
      /^MONGODB_URI reaches MongoDB across a network without TLS\. .*MONGODB_INSECURE to accepted/,
    ],
    [
      'a store across a network without TLS and user',
      { ...good, MONGODB_URI: 'mongodb://db.example.org/' },
      /^MONGODB_URI reaches MongoDB across a network without TLS and without a user\./,
    ],
    [
      'a store with a weaker promise',
      { ...good, MONGODB_URI: `${good.MONGODB_URI}&w=1` },
      /^MONGODB_URI sets w, which would weaken/,
    ],
    [
      'a password not encoded',
      { ...good, MONGODB_URI: 'mongodb://u:p@ss@db.example.org/' },
      /^MONGODB_URI has a character in user or password/,
    ],
    ['acceptance of something else', { ...good, MONGODB_INSECURE: 'yes' }, /^MONGODB_INSECURE is not known/],
    ['a store that is none', { ...good, MONGODB_URI: 'postgres://x' }, /^MONGODB_URI is not a MongoDB address/],
    ['a database name that is none', { ...good, MONGODB_DATABASE: 'a b' }, /^MONGODB_DATABASE is not a database name/],
    ['no keys', { ...good, KEYRING_FILE: undefined }, /^KEYRING_FILE is missing: reports are sealed with these keys/],
    [
      'keys that are not there',
      { ...good, KEYRING_FILE: 'nowhere' },
      /^KEYRING_FILE points to nowhere, which can.t be read \(ENOENT\)/,
    ],
    ['a policy that is not there', { ...good, POLICY_FILE: 'nowhere' }, /^POLICY_FILE points to nowhere/],
    [
      'a log level that is none',
      { ...good, LOG_LEVEL: 'loud' },
      /^LOG_LEVEL is not a log level: use one of debug, info, warn, error/,
    ],
    [
      'a setting and its file',
      { ...good, SLACK_BOT_TOKEN_FILE: 'keys.json' },
      /^SLACK_BOT_TOKEN is set, and so is SLACK_BOT_TOKEN_FILE/,
    ],
    [
      'a file that is not there',
      { ...good, SLACK_BOT_TOKEN: undefined, SLACK_BOT_TOKEN_FILE: 'nowhere' },
      /^SLACK_BOT_TOKEN_FILE points to nowhere/,
    ],
    [
      'a misspelt name',
      { ...good, SECURITY_CHANNEL: undefined, SECURITY_CHANEL: 'C0SECURITY' },
      /^SECURITY_CHANNEL is missing \(did you mean SECURITY_CHANEL, which is set\?\)/,
    ],
  ])('%s', (_, env, sentence) => {
    expect(told(env)).toEqual([expect.stringMatching(sentence)]);
  });

  test('and loopback may be reached without https', () => {
    expect(read({ ...good, SLACK_API_URL: 'http://127.0.0.1:4000/api' }).slack.apiUrl).toBe(
      'http://127.0.0.1:4000/api/',
    );
  });

  test('all at once, the policy with its lines', () => {
    const files = { ...texts, 'policy.yaml': changed(policyText, 'workingDays: 2', 'workingDays: 0') };
    const names = faultsOf(() => read({ POLICY_FILE: 'policy.yaml', LOG_LEVEL: 'loud' }, files)).map(
      ({ name }) => name,
    );
    expect(names).toEqual([
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'SECURITY_CHANNEL',
      'LOG_LEVEL',
      'MONGODB_URI',
      'KEYRING_FILE',
      'duties.acknowledge.workingDays',
    ]);
  });

  test('without repeating what was set, whatever it was', () => {
    const secret = 'xoxq-hunter2 hunter2';
    const names = [
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'SLACK_SIGNING_SECRET',
      'SLACK_MODE',
      'SLACK_API_URL',
      'HOST',
      'PORT',
      'OPS_PORT',
      'SECURITY_CHANNEL',
      'INTAKE_CHANNELS',
      'ANNOUNCE_CHANNEL',
      'SECURITY_USERGROUP',
      'MONGODB_URI',
      'MONGODB_DATABASE',
      'LOG_LEVEL',
    ];
    for (const mode of [{}, { SLACK_MODE: 'http' }]) {
      const sentences = told({
        ...Object.fromEntries(names.map((name) => [name, secret])),
        ...mode,
        KEYRING_FILE: 'keys.json',
        POLICY_FILE: 'policy.yaml',
      });
      expect(sentences.length).toBeGreaterThan(10);
      expect(sentences.join('\n')).not.toMatch(/hunter2/);
    }
  });
});

describe('the key ring', () => {
  const withRing = (text: string, mode = 0o600) => told(good, { ...texts, 'keys.json': text }, mode);
  test('has its active key, and its first one for indexes unless another is named', () => {
    const two = ring({ active: 'k2', keys: { k1: key(1), k2: key(2) } });
    const { keyring } = read(good, { ...texts, 'keys.json': two });
    expect(keyring).toMatchObject({ active: 'k2', index: 'k1' });
    expect(keyring.keys.get('k2')).toEqual(aKey(2));
    const named = ring({ index: 'k2', keys: { k1: key(1), k2: key(2) } });
    expect(read(good, { ...texts, 'keys.json': named }).keyring.index).toBe('k2');
  });
  test.each<[string, string, RegExp]>([
    ['no JSON', 'k1=abc', /which is not a key ring/],
    ['no keys', '{ "active": "k1" }', /which is not a key ring/],
    ['a key of zeros', ring({ keys: { k1: Buffer.alloc(32).toString('base64') } }), /a key k1 that is not random/],
    [
      'a key of one byte',
      ring({ keys: { k1: Buffer.alloc(32, 7).toString('base64') } }),
      /a key k1 that is not random/,
    ],
    [
      'a repeated word',
      ring({ keys: { k1: Buffer.from('changeme'.repeat(4)).toString('base64') } }),
      /that is not random/,
    ],
    ['an unknown member', ring({ old: 'k0' }), /which is not a key ring/],
    ['an empty ring', ring({ keys: {} }), /which has no key/],
    ['an active key that is not there', ring({ active: 'k9' }), /has an unknown name in "active"/],
    ['an index key that is not there', ring({ index: 'k9' }), /has an unknown name in "index"/],
    [
      'a short key',
      ring({ keys: { k1: Buffer.alloc(16, 7).toString('base64') } }),
      /a key k1 that is not 32 bytes in base64/,
    ],
    [
      'a key with rubbish in it',
      ring({ keys: { k1: `${key(1).slice(0, 20)}!${key(1).slice(20)}` } }),
      /a key k1 that is not 32 bytes in base64/,
    ],
    ['a key twice', ring({ keys: { k1: key(1), k2: key(1) } }), /a key k2 that repeats an earlier key/],
    ['a key with an odd name', ring({ keys: { 'k 1': key(1), k1: key(2) } }), /a key with an invalid name/],
  ])('%s is refused', (_, text, sentence) => {
    expect(withRing(text)).toEqual([expect.stringMatching(sentence)]);
  });
  test('is refused when others may read it', () => {
    expect(withRing(ring(), 0o640)).toEqual([expect.stringMatching(/other users may read \(mode 640\).*chmod 600/)]);
    expect(withRing(ring(), 0o604)).toHaveLength(1);
    expect(withRing(ring(), 0o400)).toEqual([]);
  });
  test('may be read by its group where root hands it over, as Kubernetes mounts a Secret, but not by everybody', () => {
    const handed = (mode: number) => faultsOf(() => readConfig(good, filesOf(texts, mode, true))).map(formatFault);
    expect(handed(0o440)).toEqual([]);
    expect(handed(0o640)).toEqual([]);
    for (const mode of [0o444, 0o460, 0o450, 0o441]) expect(handed(mode)).toHaveLength(1);
    expect(withRing(ring(), 0o440)).toEqual([expect.stringMatching(/mode 440.*440 if root owns it/)]);
  });
  test('is never repeated', () => {
    const secret = Buffer.from('hunter2hunter2').toString('base64');
    expect(withRing(`{ "active": "${secret}", "keys": { "${secret}=": "${secret}" } }`).join()).not.toContain(secret);
    expect(withRing(`${secret} {`).join()).not.toContain(secret);
  });
});
