import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aKey } from '../../support/a-key.js';
import { root } from '../../support/project.js';
import { type Ended, program, runToEnd } from './compiled-program.js';

const node = (args: readonly string[]): Promise<Ended> => runToEnd(process.execPath, args);
const run = (...args: readonly string[]): Promise<Ended> => node([program, ...args]);

test('the compiled program works the same in the few files of the image', async () => {
  const bundle = await node([join(root, 'scripts', 'bundle.mjs')]);
  expect({ code: bundle.code, err: bundle.err }).toEqual({ code: 0, err: '' });
  const file = join(root, 'dist', 'bundled', 'main.js');
  const bundled = (...args: readonly string[]) => node([file, ...args]);
  const asked = ['deadline', '--received', '2026-09-22T02:00:00Z', '--json'];
  expect((await bundled(...asked)).out).toBe((await run(...asked)).out);
  expect((await bundled('--version')).out).toBe((await run('--version')).out);
  // Everything that the bot needs is loaded before the database is asked.
  const folder = mkdtempSync(join(tmpdir(), 'vulndesk-bundled-'));
  const keyring = join(folder, 'keyring.json');
  writeFileSync(keyring, JSON.stringify({ active: 'k1', keys: { k1: aKey(1).toString('base64') } }), { mode: 0o600 });
  const started = await runToEnd(process.execPath, [file, 'start'], {
    ...{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SECURITY_CHANNEL: 'C0SECURITY' },
    ...{ MONGODB_URI: 'mongodb://127.0.0.1:9/?replicaSet=none', KEYRING_FILE: keyring },
  });
  rmSync(folder, { recursive: true });
  expect(started).toMatchObject({ code: 1, err: expect.stringContaining('The database "vulndesk" can\'t be used') });
  expect(await bundled('sandbox')).toMatchObject({ code: 1, err: expect.stringContaining('has no sandbox') });
}, 60_000);
