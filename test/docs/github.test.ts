import { parse } from 'yaml';
import { filesBelow, textOf } from '../support/project.js';

type Step = Readonly<{ uses?: string; run?: string }>;
type Job = Readonly<{ steps: readonly Step[]; strategy: Readonly<{ matrix: Readonly<{ node: readonly string[] }> }> }>;
type Workflow = Readonly<{ permissions: unknown; jobs: Readonly<Record<string, Job>> }>;

const workflows = filesBelow('.github/workflows');
const forms = filesBelow('.github/ISSUE_TEMPLATE').filter((file) => !file.endsWith('config.yml'));

describe.each(workflows)('%s', (file) => {
  const text = textOf(file);
  const workflow = parse(text) as Workflow;

  test('may only read', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(text).not.toMatch(/: write\b|pull_request_target|secrets\./);
  });

  test('pins each action by commit, and says which version that is', () => {
    const uses = text.split('\n').filter((line) => /\buses:/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((line) => !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });
});

test('the workflow runs the command of the README, under the oldest Node allowed and the one of the image', () => {
  const { jobs } = parse(textOf('.github/workflows/ci.yml')) as Workflow;
  const command = 'npm ci && npm test';
  expect(textOf('README.md')).toContain(`\n${command}\n`);
  expect(jobs.test?.steps.map(({ run }) => run)).toContain(command);
  const { engines } = JSON.parse(textOf('package.json')) as { engines: { node: string } };
  const oldest = /^\^([\d.]+)/.exec(engines.node)?.[1];
  const image = /^ARG NODE=node:([\d.]+)-/m.exec(textOf('Dockerfile'))?.[1];
  expect(jobs.test?.strategy.matrix.node).toEqual([oldest, image]);
});

test('dependabot looks after packages, actions and the image', () => {
  const { updates } = parse(textOf('.github/dependabot.yml')) as {
    updates: readonly Readonly<{ 'package-ecosystem': string; directory: string }>[];
  };
  expect(updates.map((update) => [update['package-ecosystem'], update.directory])).toEqual([
    ['npm', '/'],
    ['github-actions', '/'],
    ['docker', '/'],
  ]);
});

test.each(forms)('%s has what GitHub asks of a form', (file) => {
  const form = parse(textOf(file)) as {
    name: string;
    description: string;
    body: readonly Readonly<{ type: string; id?: string; attributes: Readonly<Record<string, string>> }>[];
  };
  expect(form.name).not.toBe('');
  expect(form.description).not.toBe('');
  const asked = form.body.filter(({ type }) => type !== 'markdown');
  expect(asked.length).toBeGreaterThan(0);
  expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
  for (const { type, attributes } of form.body)
    expect(attributes).toHaveProperty(type === 'markdown' ? 'value' : 'label');
});

test('whoever reports a bug or sends a change is told where vulnerabilities go', () => {
  for (const file of ['.github/ISSUE_TEMPLATE/bug.yml', '.github/pull_request_template.md', 'CONTRIBUTING.md'])
    expect(textOf(file)).toContain('SECURITY.md');
});
