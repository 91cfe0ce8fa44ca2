#!/usr/bin/env node
// `npm run mutants -- FILE …` changes the files in small ways, one at a time, and runs the tests of their modules with each change.
// What no test notices is printed, and the last line of each file is `FILE: KILLED of ALL killed (RATE %)`. A file of 100 lines
// takes some minutes. Exits 1 when a file is below 90 %.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const wanted = 90;
const files = process.argv.slice(2).map((file) => file.replaceAll('\\', '/'));
const strange = files.filter((file) => !/^src\/.+\.ts$/.test(file));
if (files.length === 0 || strange.length > 0) {
  console.error('usage: npm run mutants -- src/MODULE/FILE.ts …');
  process.exit(2);
}
// test/ mirrors src/. What has no test there is tried by those of its module.
const globs = [
  ...new Set(files.map((file) => `${dirname(file).replace(/^src/, 'test')}/**/!(*.long|*.integration).test.ts`)),
];
const stryker = join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const { status } = spawnSync(process.execPath, [stryker, 'run', '--mutate', files.join(',')], {
  cwd: root,
  env: { ...process.env, MUTANT_TESTS: globs.join(';') },
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
