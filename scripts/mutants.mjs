#!/usr/bin/env node
// `npm run mutants -- FILE …` changes the files in small ways, one at a time, and runs the test of the same name and those of the
// module that import the file, with each change. Where there are none, it runs all of the module. Long and integration tests are
// left out. MUTANT_TESTS names others, by semicolons. What no test notices is printed, and the last line of each file is
// `FILE: KILLED of ALL killed (RATE %)`. Exits 1 when a file is below 90 %.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const wanted = 90;
const files = process.argv.slice(2).map((file) => file.replaceAll('\\', '/'));
const strange = files.filter((file) => !/^src\/.+\.ts$/.test(file));
if (files.length === 0 || strange.length > 0) {
  console.error('usage: npm run mutants -- src/MODULE/FILE.ts …');
  process.exit(2);
}
const stryker = join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
// The seed stands in the names of tests, by which Stryker finds them again.
const { status } = spawnSync(process.execPath, [stryker, 'run', '--mutate', files.join(',')], {
  cwd: root,
  env: { TEST_SEED: '1', MUTANT_TESTS: [...new Set(files.flatMap(testsOf))].join(';'), ...process.env },
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);
const report = JSON.parse(readFileSync(join(root, 'reports', 'mutation.json'), 'utf8'));
for (const [file, { mutants }] of Object.entries(report.files)) {
  const killed = mutants.filter((mutant) => mutant.status === 'Killed' || mutant.status === 'Timeout').length;
  const all = mutants.filter((mutant) => !['Ignored', 'CompileError', 'RuntimeError'].includes(mutant.status)).length;
  const rate = all === 0 ? 100 : (100 * killed) / all;
  console.log(`${file}: ${killed} of ${all} killed (${rate.toFixed(1)} %)`);
  if (rate < wanted) process.exitCode = 1;
}

/** Paths of the quick tests. test/ mirrors src/. */
function testsOf(file) {
  const folder = dirname(file).replace(/^src/, 'test');
  const name = basename(file, '.ts');
  const quick = readdirSync(join(root, folder), { recursive: true })
    .map((test) => `${folder}/${test.replaceAll('\\', '/')}`)
    .filter((test) => test.endsWith('.test.ts') && !/\.(long|integration)\./.test(test));
  const own = quick.filter(
    (test) => basename(test) === `${name}.test.ts` || readFileSync(join(root, test), 'utf8').includes(`/${name}.js'`),
  );
  return own.length > 0 ? own : quick;
}
