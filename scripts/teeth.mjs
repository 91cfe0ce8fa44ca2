#!/usr/bin/env node
// `npm run teeth [-- NAME …]` shows that the tests bite. Each patch in test/teeth plants one fault and names the test files that
// must notice it. They run on a copy of the tree, once without any fault and then with each: what failed before catches nothing.
// The last line is `N caught, N missed`. Exits 1 when a fault is missed or a patch no longer applies.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const jest = ['node_modules/jest/bin/jest.js', '--ci', '--json', '--maxWorkers=2'];
const teeth = join(root, 'test', 'teeth');
const wanted = process.argv.slice(2);
const faults = readdirSync(teeth)
  .map((file) => ({ name: file.replace(/\.patch$/, ''), patch: join(teeth, file) }))
  .filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  .map((one) => ({ ...one, ...headOf(readFileSync(one.patch, 'utf8')) }));

const copy = mkdtempSync(join(tmpdir(), 'vulndesk-teeth-'));
try {
  copyTree();
  const before = runTests([...new Set(faults.flatMap(({ tests }) => tests))]);
  if (before.failed === undefined) throw new Error(`the tests do not run: ${before.said}`);
  for (const test of before.failed) console.log(`fails without any fault: ${test}`);
  let caught = 0;
  for (const one of faults) if (isCaught(one, bite(one, before.failed))) caught += 1;
  console.log(`\n${caught} caught, ${faults.length - caught} missed`);
  if (caught < faults.length) process.exitCode = 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

/** What a patch says before its changes. */
function headOf(text) {
  const line = (name) => new RegExp(`^${name}: (.+)$`, 'm').exec(text)?.[1];
  return { fault: line('Fault'), tests: line('Tests').split(' ') };
}

/** All files of the tree that git does not ignore, and the installed packages by a link. */
function copyTree() {
  const { stdout } = run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], root);
  for (const file of stdout.split('\0').filter((name) => name !== ''))
    cpSync(join(root, file), join(copy, file), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
}

/** Which tests notice one fault; `broken`: why nobody knows. */
function bite({ patch, tests }, before) {
  const applied = run('git', ['apply', patch], copy);
  if (applied.status !== 0) return { broken: `the patch does not apply: ${applied.stderr.trim()}` };
  const { failed, said } = runTests(tests);
  run('git', ['apply', '--reverse', patch], copy);
  if (failed === undefined) return { broken: `the tests did not run: ${said}` };
  return { failed: failed.filter((test) => !before.includes(test)) };
}

/** The names of the tests that fail, or `undefined` when one of the files could not be run. */
function runTests(files) {
  const { stdout, stderr } = run(process.execPath, [...jest, ...files], copy);
  const at = stdout.indexOf('{"num');
  if (at < 0) return { said: stderr };
  const { testResults } = JSON.parse(stdout.slice(at).split('\n')[0]);
  const unrun = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  if (unrun.length > 0) return { said: unrun.map(({ message }) => message).join('\n') };
  const failed = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `${relative(join(copy, 'test'), name)}: ${fullName}`),
  );
  return { failed };
}

function run(command, args, cwd) {
  return spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1e9 });
}

function isCaught({ name, fault }, { failed = [], broken }) {
  const caught = failed.length > 0;
  console.log(`\n${caught ? 'caught' : 'MISSED'} ${name}: ${fault}`);
  if (broken !== undefined) console.log(`  ${broken}`);
  for (const test of failed.slice(0, 3)) console.log(`  by ${test}`);
  if (failed.length > 3) console.log(`  and by ${failed.length - 3} more`);
  return caught;
}
