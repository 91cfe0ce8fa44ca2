import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandbox, sandboxWorld } from '../../src/sandbox/sandbox-world.js';
import { startSlackEmulator } from '../../src/sandbox/slack-emulator.js';
import { createCrowd } from '../chaos/crowd.js';
import { startReplica } from '../chaos/replica.js';
import { aKey } from '../support/a-key.js';
import { freshDatabase } from '../support/fresh-database.js';
import { root } from '../support/project.js';
import { seeded } from '../support/seeded.js';
import { containerOf, listOf, overlaid, podOf } from './manifest-set.js';

type Image = Readonly<{
  root: string;
  cwd: string;
  env: Readonly<Record<string, string>>;
  user: string;
  entrypoint: readonly [string, ...string[]];
  cmd: readonly string[];
}>;

const asRoot = process.getuid?.() === 0;
let folder: string;
let image: Image;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vulndesk-image-'));
  chmodSync(folder, 0o755);
  const replay = spawn(
    process.execPath,
    [join(root, 'test', 'kubernetes', 'replay-dockerfile.mjs'), join(folder, 'stages')],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const said: string[] = [];
  let out = '';
  replay.stdout.on('data', (data: Buffer) => {
    out += String(data);
  });
  replay.stderr.on('data', (data: Buffer) => said.push(String(data)));
  const code = await new Promise((resolve) => replay.on('close', resolve));
  if (code !== 0) throw new Error(`the Dockerfile could not be replayed:\n${said.join('').slice(-3000)}`);
  image = JSON.parse(out.trim().split('\n').at(-1) ?? '') as Image;
}, 900_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The user of the image, where this machine lets us be somebody else. */
const user = () => {
  const [uid, gid] = image.user.split(':').map(Number);
  return asRoot && uid !== undefined && gid !== undefined ? { uid, gid } : {};
};
const run = (...args: readonly string[]) => {
  const [command, ...first] = image.entrypoint;
  return spawnSync(command, [...first, ...args], { cwd: image.cwd, env: image.env, encoding: 'utf8', ...user() });
};
const filesBelow = (path: string) =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('the image built from the Dockerfile', () => {
  test('has the program and its policy, and no sandbox, source, source map or test', () => {
    const paths = filesBelow(image.cwd).map((path) => path.slice(image.cwd.length + 1));
    const own = paths.filter((path) => !path.startsWith('node_modules/'));
    expect(own).toEqual(
      expect.arrayContaining(['dist/bundled/main.js', 'policy/kubesphere.yaml', 'policy/calendars/cn.yaml']),
    );
    expect(own.filter((path) => !/^(dist|policy)\/|^(package\.json|LICENSE)$/.test(path))).toEqual([]);
    expect(own.filter((path) => /sandbox|\.ts$|\.map$|test/.test(path))).toEqual([]);
  });

  test('has exactly the production packages of the lock file', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { dev?: boolean; optional?: boolean }>;
    };
    const wanted = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);
    const { packages: there } = JSON.parse(
      readFileSync(join(image.cwd, 'node_modules', '.package-lock.json'), 'utf8'),
    ) as { packages: Record<string, object> };
    const extra = Object.keys(there).filter((path) => !wanted.some(([name]) => name === path));
    const missing = wanted.filter(([path, { optional }]) => optional !== true && !(path in there));
    console.info(`the image: ${Object.keys(there).length} packages`);
    expect({ extra, missing }).toEqual({ extra: [], missing: [] });
    for (const name of ['typescript', 'jest', 'react', 'playwright-core'])
      expect(Object.keys(there)).not.toContain(`node_modules/${name}`);
  });

  test('prints help and a deadline, and says that the sandbox is missing', () => {
    expect(run('--help')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('start') });
    expect(run('deadline', '--received', '2026-09-22T02:00:00Z')).toMatchObject({ status: 0, stderr: '' });
    expect(run('sandbox')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^This installation has no sandbox\./),
    });
  });

  test('starts as in the pod, takes a report, ends when told, and writes nothing to its disk', async () => {
    const botToken = 'xoxb-image';
    const appToken = 'xapp-image';
    const clock = () => new Date();
    const slack = await startSlackEmulator({ world: sandboxWorld(), botToken, appToken, signingSecret: '0', clock });
    const database = await freshDatabase('image');
    const before = snapshot();
    let replica: Awaited<ReturnType<typeof startReplica>> | undefined;
    try {
      const settings = mounted({
        'slack-bot-token': botToken,
        'slack-app-token': appToken,
        'mongodb-uri': database.uri,
      });
      const [command, ...first] = image.entrypoint;
      const program = { command, args: [...first, ...image.cmd], cwd: image.cwd, ...user() };
      replica = await startReplica(
        {
          ...image.env,
          ...settings,
          SECURITY_CHANNEL: sandbox.securityChannel,
          MONGODB_DATABASE: database.database,
          // Only these two are the test's: the Slack emulator, and a database of its own.
          SLACK_API_URL: slack.apiUrl,
        },
        program,
      );
      const crowd = createCrowd(slack, seeded());
      for (let n = 0; n < 3; n += 1) await crowd.file(sandbox.ana);
      const memory = Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(statusOf(replica.pid))?.[1]) / 1024);
      const owner = /Uid:\s+(\d+)/.exec(statusOf(replica.pid))?.[1];
      const ended = await replica.end();
      console.info(`the image: ${memory} MiB resident as user ${owner}, ended in ${ended.ms} ms`);
      expect(crowd.activity.receipts).toHaveLength(3);
      expect(ended.code).toBe(0);
      expect(memory).toBeLessThan(400);
      if (asRoot) expect(`${owner}:${owner}`).toBe(image.user);
      expect(snapshot()).toEqual(before);
    } finally {
      await replica?.kill();
      await slack.stop();
      await database.drop();
    }
  }, 180_000);
});

/** The settings of the deployment, its volumes mounted below the test's folder: the Secret as Kubernetes does it with fsGroup. */
function mounted(secrets: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const deployment = overlaid('socket').find(({ kind }) => kind === 'Deployment') ?? {};
  expect(listOf(podOf(deployment).volumes).map(({ name }) => name)).toEqual(['policy', 'secrets']);
  const at = (path: string) => join(folder, 'mounts', path);
  mkdirSync(at('/run/secrets/vulndesk'), { recursive: true });
  cpSync(join(root, 'policy'), at('/etc/vulndesk/policy'), { recursive: true });
  const keyring = JSON.stringify({ active: 'k1', keys: { k1: aKey(7).toString('base64') } });
  for (const [name, text] of Object.entries({ ...secrets, 'keyring.json': keyring })) {
    const file = at(`/run/secrets/vulndesk/${name}`);
    writeFileSync(file, text, { mode: 0o400 });
    if (!asRoot) continue;
    chownSync(file, 0, Number(image.user.split(':')[1]));
    chmodSync(file, 0o440);
  }
  return Object.fromEntries(
    listOf(containerOf(deployment).env).map(({ name, value }) => {
      const text = String(value);
      return [String(name), text.startsWith('/') ? at(text) : text];
    }),
  );
}

function statusOf(pid: number): string {
  return readFileSync(`/proc/${pid}/status`, 'utf8');
}

/** Every file of the image, with its size and the moment it was last written. */
function snapshot(): readonly string[] {
  return filesBelow(image.root)
    .map((path) => `${path} ${statSync(path).size} ${statSync(path).mtimeMs}`)
    .toSorted();
}
