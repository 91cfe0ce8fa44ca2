import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { ReportId } from '../../../src/report/report-id.js';
import { startLocalMongod } from '../../../src/store/local-mongod/local-mongod.js';
import { canary, type Life, storeLives } from '../../commands/exported-reports.js';
import { root } from '../../support/project.js';

// The compiled program with a database of its own, as somebody runs it who tries Vulndesk without a server.
const program = join(root, 'dist', 'main.js');
const { PATH = '', HOME = '', XDG_CACHE_HOME = '', MONGOD_BINARY = '' } = process.env;
const key = randomBytes(32);
let folder = '';
let ids: Readonly<Record<Life, ReportId>>;

beforeAll(async () => {
  if (!existsSync(program)) throw new Error('dist/main.js is missing: run `npm run build` first (`npm test` does).');
  folder = await mkdtemp(join(tmpdir(), 'vulndesk-export-'));
  const keys = { active: 'k1', keys: { k1: key.toString('base64') } };
  await writeFile(join(folder, 'keys.json'), JSON.stringify(keys), { mode: 0o600 });
  const mongod = await startLocalMongod({ dataDir: join(folder, 'data'), onProgress: console.info });
  try {
    const ring = { active: 'k1', index: 'k1', keys: new Map([['k1', key]]) };
    ids = await storeLives({ uri: mongod.uri, database: 'vulndesk' }, ring);
  } finally {
    await mongod.stop();
  }
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function run(...args: readonly string[]) {
  const env = {
    ...{ PATH, HOME, XDG_CACHE_HOME, MONGODB_URI: 'local' },
    ...(MONGOD_BINARY === '' ? {} : { MONGOD_BINARY }),
    DATA_DIR: join(folder, 'data'),
    KEYRING_FILE: join(folder, 'keys.json'),
  };
  const child = spawn(process.execPath, [program, 'export', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  expect(out + err).not.toContain(canary);
  return { code: child.exitCode, out, err };
}

test('with MONGODB_URI=local the compiled program writes the document alone, and progress beside it', async () => {
  const osv = await run(ids.disclosed, '--format', 'osv');
  expect(osv).toMatchObject({ code: 0, err: expect.stringMatching(/^(MongoDB \d.*\n)?$/) });
  expect(JSON.parse(osv.out)).toMatchObject({ id: `x_${ids.disclosed}`, schema_version: '1.7.0' });
  expect(await run(ids.disclosed, '--format', 'md', '--lang', 'zh')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^# 可读取其他项目的密钥\n/),
  });
});

test('it writes nothing of an unpublished report', async () => {
  expect(await run(ids.fixed, '--format', 'csaf')).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining(`${ids.fixed} has no published advisory`),
  });
  expect(await run('VR-0000-0000', '--format', 'cve')).toMatchObject({ code: 2, out: '' });
});
