import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root, textOf } from '../support/project.js';

/** What the program uses stays unnamed; each of the others is used by a test alone. */
const planted = {
  'src/main.ts': "import { used } from './report/used.js'; console.log(used());",
  'src/report/used.ts':
    'export function used(): number { return 1; } export function testedOnly(): number { return 2; } export type TestedType = 2;',
  'src/report/tested-file.ts': 'export const alone = 3;',
  'test/report/used.test.ts':
    "import { testedOnly, type TestedType } from '../../src/report/used.js'; import { alone } from '../../src/report/tested-file.js'; const two: TestedType = 2; console.log(testedOnly(), two, alone);",
};

describe('the check for what tests alone use', () => {
  const project = mkdtempSync(join(tmpdir(), 'vulndesk-tested-only-'));
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const [command = '', ...options] = (scripts['check:tested-only'] ?? '').split(' ');

  beforeAll(() => {
    for (const file of ['package.json', 'knip.jsonc', 'tsconfig.json'])
      copyFileSync(join(root, file), join(project, file));
    symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
    for (const [file, text] of Object.entries(planted)) {
      mkdirSync(dirname(join(project, file)), { recursive: true });
      writeFileSync(join(project, file), text);
    }
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  test('names a file, an export and a type, and fails', () => {
    const program = join(root, 'node_modules', '.bin', command);
    const { status, stdout } = spawnSync(program, options, { cwd: project, encoding: 'utf8' });
    expect(status).toBe(1);
    for (const name of ['testedOnly', 'TestedType', 'src/report/tested-file.ts']) expect(stdout).toContain(name);
    expect(stdout).not.toMatch(/^used\b/m);
  });
});
