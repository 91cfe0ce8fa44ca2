import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { root } from '../support/project.js';
import { overlaid, podOf, type Tree } from './manifest-set.js';

type Step = Readonly<{ verb: string; args: readonly string[]; from?: string; stage?: string }>;
const text = readFileSync(join(root, 'Dockerfile'), 'utf8');
const ignored = readFileSync(join(root, '.dockerignore'), 'utf8');
const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { engines: { node: string } };

/** The Dockerfile as the replay reads it, by stage. @throws with the sentence that it is refused with */
function stagesOf(dockerfile: string): readonly Readonly<{ name: string; image: string; steps: readonly Step[] }>[] {
  const folder = mkdtempSync(join(tmpdir(), 'vulndesk-dockerfile-'));
  try {
    const file = join(folder, 'Dockerfile');
    writeFileSync(file, dockerfile);
    const read = spawnSync(
      process.execPath,
      [join(root, 'test', 'kubernetes', 'replay-dockerfile.mjs'), '--plan', file],
      {
        encoding: 'utf8',
      },
    );
    if (read.status !== 0) throw new Error(read.stderr);
    const steps = JSON.parse(read.stdout) as readonly Step[];
    const begins = steps.flatMap(({ verb }, i) => (verb === 'FROM' ? [i] : []));
    return begins.map((begin, n) => ({
      name: steps[begin]?.stage ?? '',
      image: steps[begin]?.args[0] ?? '',
      steps: steps.slice(begin + 1, begins[n + 1]),
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Stages = ReturnType<typeof stagesOf>;
const ofVerb = (stages: Stages, verb: string) =>
  (stages.at(-1)?.steps ?? []).filter((step) => step.verb === verb).map(({ args }) => args);
const runs = (stages: Stages) =>
  stages.flatMap(({ name, steps }) =>
    steps.filter(({ verb }) => verb === 'RUN').map(({ args }) => `${name}: ${args[0]}`),
  );
const pod = overlaid('socket').find(({ kind }) => kind === 'Deployment') ?? {};

const rules: Readonly<Record<string, (stages: Stages) => Readonly<{ is: unknown; mustBe: unknown }>>> = {
  'builds with one exact release of Node, and ends without a shell': (stages) => ({
    is: stages.map(({ name, image }) => [name, image.replace(/\d+\.\d+\.\d+/, 'VERSION')]),
    mustBe: [
      ['build', 'node:VERSION-bookworm-slim'],
      ['packages', 'node:VERSION-bookworm-slim'],
      ['last', 'gcr.io/distroless/cc-debian12:nonroot'],
    ],
  }),
  'installs what is locked, runs no script of a package, and leaves development packages and the sandbox out': (
    stages,
  ) => ({
    is: runs(stages),
    mustBe: [
      'build: npm ci --ignore-scripts',
      'build: npm run build && npm run bundle',
      'packages: npm ci --omit=dev --ignore-scripts',
    ],
  }),
  'takes from the stages before only Node, the packages and the program': (stages) => ({
    is: stages
      .at(-1)
      ?.steps.filter(({ verb }) => verb === 'COPY')
      .map(({ args, from = 'here' }) => [from, ...args]),
    mustBe: [
      ['build', '/usr/local/bin/node', '/usr/local/bin/node'],
      ['packages', '/packages/node_modules', 'node_modules'],
      ['build', '/build/dist/bundled', 'dist/bundled'],
      ['here', 'package.json', 'LICENSE', './'],
      ['here', 'policy', 'policy'],
    ],
  }),
  'is for production, frugal with memory, and holds no other variable': (stages) => ({
    is: ofVerb(stages, 'ENV'),
    mustBe: [['NODE_ENV=production'], ['MALLOC_ARENA_MAX=2']],
  }),
  'runs as the user that the pod runs as': (stages) => {
    const { runAsUser, runAsGroup } = podOf(pod).securityContext as Tree;
    return { is: ofVerb(stages, 'USER'), mustBe: [[`${runAsUser}:${runAsGroup}`]] };
  },
  'starts the bot': (stages) => ({
    is: [ofVerb(stages, 'WORKDIR'), ofVerb(stages, 'ENTRYPOINT'), ofVerb(stages, 'CMD')],
    mustBe: [[['/app']], [['/usr/local/bin/node', '/app/dist/bundled/main.js']], [['start']]],
  }),
};

const brokenRules = (dockerfile: string): readonly string[] => {
  let stages: Stages;
  try {
    stages = stagesOf(dockerfile);
  } catch (error) {
    return [String(error)];
  }
  return Object.entries(rules).flatMap(([name, rule]) => {
    const { is, mustBe } = rule(stages);
    return isDeepStrictEqual(is, mustBe) ? [] : [name];
  });
};

/** Lines of the stages before: without them the replay itself fails, in the long tests. */
const onlyReplayed = [/^WORKDIR \/(build|packages)$/, /^COPY (package.json package-lock|tsconfig|scripts|src)/];

describe('the image', () => {
  test.each(Object.entries(rules))('%s', (_, rule) => {
    const { is, mustBe } = rule(stagesOf(text));
    expect(is).toEqual(mustBe);
  });

  test('runs Node 24, a long-term support release that package.json allows', () => {
    expect(/node:(\d+)\./.exec(text)?.[1]).toBe('24');
    expect(engines.node).toBe('^20.19.0 || ^22.12.0 || >=24');
  });

  const lines = text.split('\n');
  const instructions = lines.flatMap((line, i) => (/^[A-Z]/.test(line) ? [i] : []));
  test('needs each line of the Dockerfile: without it a check fails', () => {
    const unnoticed = instructions
      .map((i) => ({ line: lines[i], without: lines.filter((_, n) => n !== i).join('\n') }))
      .filter(
        ({ line, without }) => !onlyReplayed.some((form) => form.test(line ?? '')) && brokenRules(without).length === 0,
      )
      .map(({ line }) => line);
    expect(unnoticed).toEqual([]);
    expect(instructions.length).toBeGreaterThan(15);
  });

  test.each([
    ['a Node without a version', 'node:24.21.0-bookworm-slim', 'node:latest'],
    ['a shell', 'gcr.io/distroless/cc-debian12:nonroot', 'debian:12'],
    ['development packages', ' --omit=dev', ''],
    ['the sandbox and source maps', '/build/dist/bundled dist/bundled', '/build/dist dist'],
    ['scripts of packages', 'npm ci --omit=dev --ignore-scripts', 'npm ci --omit=dev'],
    ['root', '65532:65532', '0:0'],
    ['a file from the network', 'COPY policy policy', 'ADD https://example.org/policy.yaml policy/'],
    ['a secret', 'ENV NODE_ENV=production', 'ENV NODE_ENV=production\nENV SLACK_BOT_TOKEN=xoxb-1'],
    ['everything that lies about', 'COPY policy policy', 'COPY . .'],
    ['a shell to start it', 'CMD ["start"]', 'CMD node dist/main.js start'],
  ])('%s is noticed', (_, from, to) => {
    expect(text).toContain(from);
    expect(brokenRules(text.replaceAll(from, to))).not.toEqual([]);
  });

  test('contains only what is copied: no report, key, log or history', () => {
    const [first, ...more] = ignored.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(first).toBe('*');
    const copied = stagesOf(text)
      .flatMap(({ steps }) => steps)
      .filter(({ verb, from }) => verb === 'COPY' && from === undefined)
      .flatMap(({ args }) => args.slice(0, -1));
    expect(new Set(more)).toEqual(new Set(copied.map((path) => `!${path}`)));
  });
});
