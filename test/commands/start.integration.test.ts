import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from '../../src/commands/start.js';
import { diskFiles } from '../../src/config/files.js';
import { sandbox, sandboxWorld } from '../../src/sandbox/sandbox-world.js';
import { type SlackEmulator, startSlackEmulator } from '../../src/sandbox/slack-emulator.js';
import { aKey } from '../support/a-key.js';
import { until } from '../support/bounded-poll.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { aTerminal } from './a-terminal.js';

const botToken = 'xoxb-test';
const appToken = 'xapp-test';
const signingSecret = '0123456789abcdef0123456789abcdef';

describe('start', () => {
  let slack: SlackEmulator;
  let database: FreshDatabase;
  let folder: string;
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    const clock = () => new Date();
    slack = await startSlackEmulator({ world: sandboxWorld(), botToken, appToken, signingSecret, clock });
    database = await freshDatabase('start');
    folder = mkdtempSync(join(tmpdir(), 'vulndesk-start-'));
    const keys = { active: 'k1', keys: { k1: aKey(1).toString('base64') } };
    writeFileSync(join(folder, 'keys.json'), JSON.stringify(keys), { mode: 0o600 });
    env = {
      SLACK_BOT_TOKEN: botToken,
      SLACK_APP_TOKEN: appToken,
      SLACK_API_URL: slack.apiUrl,
      SECURITY_CHANNEL: sandbox.securityChannel,
      MONGODB_URI: database.uri,
      MONGODB_DATABASE: database.database,
      KEYRING_FILE: join(folder, 'keys.json'),
      DATA_DIR: folder,
      LOG_LEVEL: 'error',
    };
  });
  afterAll(async () => {
    await slack.stop();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  test('runs the bot until it is told to end, and exits with 0', async () => {
    const { terminal, written } = aTerminal({ env, files: diskFiles });
    const ending = new AbortController();
    const ended = once(ending.signal, 'abort');
    const code = start(terminal, ended);
    await until('the bot is connected', () => slack.connections() > 0 || undefined);
    ending.abort();
    expect(await code).toBe(0);
    expect(written.err).not.toContain('could not');
    await until('the bot is gone', () => slack.connections() === 0 || undefined);
  });

  test('says in one line why it could not start', async () => {
    const refused = { ...env, SLACK_BOT_TOKEN: 'xoxb-another' };
    const { terminal, written } = aTerminal({ env: refused, files: diskFiles });
    expect(await start(terminal, new Promise(() => {}))).toBe(1);
    expect(written.err).toMatch(/^Vulndesk could not start: .+\n$/);
    expect(written.err).not.toContain('xoxb-another');
  });

  test('says when the name of the host of Slack is not found', async () => {
    const { terminal, written } = aTerminal({
      env: { ...env, SLACK_API_URL: 'https://slack.invalid/api/' },
      files: diskFiles,
    });
    expect(await start(terminal, new Promise(() => {}))).toBe(1);
    expect(written.err).toMatch(/^Vulndesk could not start: The name of Slack's host is not found \(E[A-Z_]+\)/);
  });

  test.each([
    ['OPS_PORT', {}],
    ['PORT', { SLACK_MODE: 'http', SLACK_SIGNING_SECRET: signingSecret }],
  ])('says which setting names a port that is taken: %s', async (setting, more) => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { terminal, written } = aTerminal({ env: { ...env, ...more, [setting]: String(port) }, files: diskFiles });
    expect(await start(terminal, new Promise(() => {}))).toBe(1);
    other.close();
    const sentence = new RegExp(
      `^Vulndesk could not start: Another program uses port ${port}\\. .*${setting} to another port`,
    );
    expect(written.err).toMatch(sentence);
  });

  test('says when the address to listen on is not of this machine', async () => {
    const elsewhere = { ...env, HOST: '192.0.2.7', OPS_PORT: '0' };
    const { terminal, written } = aTerminal({ env: elsewhere, files: diskFiles });
    expect(await start(terminal, new Promise(() => {}))).toBe(1);
    expect(written.err).toMatch(/^Vulndesk could not start: 192\.0\.2\.7 is not an address of this machine/);
  });
});
