import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { settingNames } from '../../src/config/settings.js';
import { filesBelow, root, textOf } from '../support/project.js';
import { blocksOf, codeIn, pages, proseOf } from './pages.js';

// Every command in README and docs is run as it stands there, in a folder of its own with the compiled program and the policy.
// What needs Slack, a cluster, a container engine or a database of the reader's is recognised by name. Any other command
// makes the test fail, until somebody says here how to test it.

/** A reader at work on one page: what they exported stays. */
type Reader = Readonly<{ folder: string; env: Record<string, string> }>;
type Told = Readonly<{ status: number | null; stdout: string; stderr: string }>;
type Way = Readonly<{ form: RegExp; try: (reader: Reader, command: string, ...found: string[]) => void }>;

const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
const settings: readonly string[] = settingNames.flatMap((name) => [name, `${name}_FILE`]);

function run({ folder, env }: Reader, command: string): Told {
  const { PATH = '', HOME = '' } = process.env;
  return spawnSync('bash', ['-c', command], {
    cwd: folder,
    env: { PATH: `${dirname(process.execPath)}${delimiter}${PATH}`, HOME, ...env },
    encoding: 'utf8',
    timeout: 60_000,
  });
}
const runsWell = (reader: Reader, command: string) =>
  expect({ command, ...run(reader, command) }).toMatchObject({ command, status: 0, stderr: '' });

const ways: readonly Way[] = [
  {
    // It would take away the packages that the test itself runs on.
    form: /^npm ci$/,
    try: () => expect(existsSync(join(root, 'package-lock.json'))).toBe(true),
  },
  { form: /^npm (start|test)$/, try: (_, __, script) => expect(Object.keys(scripts)).toContain(script) },
  { form: /^npm run ([\w:-]+)$/, try: (_, __, script) => expect(Object.keys(scripts)).toContain(script) },
  {
    // test/e2e/compiled plays it to its end.
    form: /^npm run sandbox -- (--\w+)$/,
    try: (reader, _, option) => expect(run(reader, 'node dist/main.js sandbox --help').stdout).toContain(option),
  },
  { form: /^npm run ([\w:-]+) -- .+$/, try: (_, __, script) => expect(Object.keys(scripts)).toContain(script) },
  {
    form: /^npx jest (\S+)$/,
    try: (_, __, path = '') => expect(filesBelow('test').filter((file) => file.startsWith(path))).not.toEqual([]),
  },
  {
    form: /^export (\w+)=(\S+)$/,
    try: ({ env }, _, name = '', value = '') => {
      expect(settings).toContain(name);
      env[name] = value;
    },
  },
  { form: /^node dist\/main\.js VERB$/, try: (reader) => runsWell(reader, 'node dist/main.js --help') },
  { form: /^node dist\/main\.js \w+ --help$/, try: runsWell },
  { form: /^node dist\/main\.js deadline /, try: runsWell },
  { form: /^node dist\/main\.js policy check \S+$/, try: runsWell },
  {
    // There is no account, so that something is red; what the page made before is not.
    form: /^node dist\/main\.js doctor( --json)?$/,
    try: (reader, command, json) => {
      const { status, stdout, stderr } = run(reader, command);
      expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
      const found = json === undefined ? stdout : JSON.stringify(JSON.parse(stdout));
      expect(found).toMatch(/\bred\b/);
      for (const name of ['KEYRING_FILE', 'POLICY_FILE', 'SECURITY_CHANNEL'])
        if (name in reader.env) expect(found).not.toContain(name);
    },
  },
  {
    // What was asked is read first: without a database the settings are what is wrong then.
    form: /^node dist\/main\.js (export|audit|keys|erase|backup-check)\b/,
    try: (reader, command) =>
      expect({ command, ...run(reader, command) }).toMatchObject({
        command,
        status: 2,
        stderr: expect.stringMatching(/^The configuration has .*MONGODB_URI/s),
      }),
  },
  {
    form: /^\(umask 077; echo .* > keyring\.json\)$/,
    try: (reader, command) => {
      runsWell(reader, command);
      const { active, keys } = JSON.parse(readFileSync(join(reader.folder, 'keyring.json'), 'utf8')) as {
        active: string;
        keys: Record<string, string>;
      };
      expect(Buffer.from(keys[active] ?? '', 'base64')).toHaveLength(32);
    },
  },
  { form: /^cp \S+ \S+$/, try: runsWell },
  { form: /^openssl rand -base64 32$/, try: runsWell },
  { form: /^git rev-parse HEAD$/, try: (reader) => runsWell({ ...reader, folder: root }, 'git --version') },
  { form: /^docker build -t \S+ \.$/, try: () => expect(existsSync(join(root, 'Dockerfile'))).toBe(true) },
  { form: /^docker push REGISTRY\/vulndesk:\S+$/, try: () => {} },
  {
    form: /^kubectl apply -k (\S+)$/,
    try: (_, __, folder = '') => expect(existsSync(join(root, folder, 'kustomization.yaml'))).toBe(true),
  },
  {
    // What the Secret's example lists is what the command makes.
    form: /^kubectl -n vulndesk create secret generic vulndesk (--from-file=.*)$/,
    try: (_, __, files = '') => {
      const example = textOf('manifests/secret.example.yaml');
      for (const file of files.split(/\s+/)) expect(example).toContain(`${file.replace('--from-file=', '')}: `);
    },
  },
  { form: /^kubectl create namespace vulndesk$/, try: () => {} },
  { form: /^kubectl -n vulndesk rollout status deployment\/vulndesk$/, try: () => {} },
  { form: /^mongo(dump|restore) --uri "\$MONGODB_URI" /, try: () => {} },
];

/** How a command is tested. @throws where nobody has said how */
function wayOf(command: string): Way {
  const way = ways.find(({ form }) => form.test(command));
  if (way === undefined) throw new Error(`Nobody has said in test/docs/commands.long.test.ts how to test: ${command}`);
  return way;
}

/** The commands of a page: those of its sh blocks in order, then those between backticks. */
function commandsOn(page: string): readonly string[] {
  const typed = blocksOf(page, 'sh').flatMap((block) => block.replace(/\s*\\\n\s*/g, ' ').split('\n'));
  const mentioned = codeIn(proseOf(page)).filter((code) => /^(npm|npx|node|docker|kubectl|openssl|git) /.test(code));
  return [...typed, ...mentioned]
    .flatMap((line) => line.split(' && '))
    .map((command) => command.trim())
    .filter((command) => command !== '');
}

const pagesWithCommands = pages.filter((page) => commandsOn(page).length > 0);

beforeAll(() => {
  if (!existsSync(join(root, 'dist', 'main.js')))
    throw new Error('dist/main.js is missing: run `npm run build` first (`npm test` does).');
});

test.each(pagesWithCommands)(
  'the commands of %s work as they stand there',
  (page) => {
    const folder = mkdtempSync(join(tmpdir(), 'vulndesk-docs-'));
    try {
      cpSync(join(root, 'policy'), join(folder, 'policy'), { recursive: true });
      symlinkSync(join(root, 'dist'), join(folder, 'dist'));
      const reader = { folder, env: {} };
      for (const command of commandsOn(page)) {
        const way = wayOf(command);
        way.try(reader, command, ...(way.form.exec(command) ?? []).slice(1));
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  120_000,
);

test('every way to test a command is needed', () => {
  const all = pages.flatMap(commandsOn);
  expect(ways.filter((way) => !all.some((command) => wayOf(command) === way)).map(({ form }) => form.source)).toEqual(
    [],
  );
  expect(all.length).toBeGreaterThan(40);
});

test.each(['npm run no-such-script', 'node dist/main.js deadline', 'npx jest test/nothing', 'export SLACK_TOKEN=x'])(
  '"%s" on a page would be noticed',
  (command) => {
    const way = wayOf(command.replace(/deadline$/, 'deadline --received soon'));
    const wrong = command.replace(/deadline$/, 'deadline --received soon');
    expect(() => way.try({ folder: root, env: {} }, wrong, ...(way.form.exec(wrong) ?? []).slice(1))).toThrow();
  },
);

test.each(['rm -rf /', 'npm install left-pad', 'curl https://example.org'])(
  '"%s" is a command that nobody knows',
  (command) => {
    expect(() => wayOf(command)).toThrow('how to test');
  },
);

test('a block of commands says that it is one', () => {
  const languages = pages.flatMap((page) =>
    [...textOf(page).matchAll(/^```(.*)\n[\s\S]*?^```$/gm)].map(([, language]) => language),
  );
  expect(languages.filter((language) => !['sh', 'json', 'mermaid', 'yaml'].includes(language ?? ''))).toEqual([]);
});
