import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../support/project.js';

/** Runs jest with the project's reporters alone on a tree of test files of our own. */
const run = (files: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'vulndesk-tally-'));
  try {
    for (const [at, text] of Object.entries(files)) {
      mkdirSync(join(folder, 'test', at, '..'), { recursive: true });
      writeFileSync(join(folder, 'test', at), text);
    }
    const reporters = ['quiet', 'tally'].map((name) => join(root, 'test', 'support', `${name}-reporter.mjs`));
    const config = { rootDir: folder, reporters, transform: {} };
    const tallyFile = join(folder, 'tally.json');
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(root, 'node_modules', 'jest', 'bin', 'jest.js'), '--config', JSON.stringify(config), '--runInBand'],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, TALLY_FILE: tallyFile, ...env } },
    );
    return {
      status,
      stdout,
      last: stdout.trimEnd().split('\n').at(-1),
      tally: JSON.parse(readFileSync(tallyFile, 'utf8')) as unknown,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe('the count at the end of a test run', () => {
  test('counts tests by suite, and a file that cannot be loaded as a failure', () => {
    const { status, last, tally } = run({
      'store/a.test.js': "test('a', () => {}); test('b', () => {}); test('c', () => { throw new Error('no'); });",
      'store/deep/b.test.js': "test('d', () => {}); test.skip('e', () => {});",
      'words/c.test.js': "throw new Error('does not load');",
    });
    expect({ status, last }).toEqual({ status: 1, last: '3 passed, 2 failed, 1 skipped' });
    expect(tally).toMatchObject({ passed: 3, failed: 2, skipped: 1 });
    const { suites, faults } = tally as Readonly<{
      suites: readonly { name: string }[];
      faults: readonly { test: string; why: string }[];
    }>;
    const whyOf = (named: string) => faults.find(({ test: name }) => name === named)?.why;
    expect(faults).toHaveLength(2);
    expect(whyOf('test/store/a.test.js: c')).toContain('Error: no');
    expect(whyOf('test/words/c.test.js: could not be run')).toContain('does not load');
    expect(suites.find(({ name }) => name === 'store')).toMatchObject({ passed: 3, failed: 1, skipped: 1 });
    expect(suites.find(({ name }) => name === 'words')).toMatchObject({ passed: 0, failed: 1, skipped: 0 });
  }, 60_000);

  test('says nothing of skipped tests where there are none', () => {
    expect(run({ 'a.test.js': "test('a', () => {});" })).toMatchObject({ status: 0, last: '1 passed, 0 failed' });
  }, 60_000);
});

describe('what a test run prints', () => {
  const prints = (what: string) => `console.log('${what}');`;
  const files = {
    'a.test.js': `test('a', () => { ${prints('seed 1')} });`,
    'b.test.js': `test('b', () => { ${prints('seed 2')} throw new Error('no'); });`,
  };

  test('is nothing of what passes; of a file that fails why, and what it printed', () => {
    const { stdout } = run(files);
    expect(stdout).toMatch(/^FAILED test\/b\.test\.js\n/);
    expect(stdout).toContain('seed 2');
    expect(stdout).toContain('● b');
    expect(stdout).not.toContain('seed 1');
  }, 60_000);

  test('is what passing tests printed as well, on request', () => {
    expect(run(files, { TEST_STATISTICS: '1' }).stdout).toContain('test/a.test.js\nseed 1');
  }, 60_000);
});
