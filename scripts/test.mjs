#!/usr/bin/env node
// `npm test`, `npm run test:fast` and `npm run test:long` run their checks one after the other. After a failed check the others
// still run, so that one run shows all faults. The end of the output lists what failed and why; the last line,
// `N passed, N failed[, N skipped]`, counts tests and checks together. Runs with the same file in TALLY_ACROSS add up in it.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const scratch = mkdtempSync(join(tmpdir(), 'vulndesk-test-'));
const tallyFile = join(scratch, 'tally.json');
const mode = process.argv[2] ?? 'all';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const check = (name) => ({ name, run: scripts[`check:${name}`].split(' ') });
const build = { name: 'build', run: scripts.build.split(' ') };
const tests = (...more) => ({ name: 'tests', run: ['jest', '--ci', ...more], minutes: 40, counts: true });
const always = ['format', 'lint', 'types', 'architecture'].map(check);

const steps = {
  all: () => [...always, check('dead-code'), check('tested-only'), build, check('compiled'), tests()],
  fast: () => [...always, tests('--config', 'jest.fast.config.js')],
  long: () => {
    if (longTests().length > 0) return [build, tests('--config', 'jest.long.config.js')];
    console.log('There are no long tests yet (test/**/*.long.test.ts).');
    return [];
  },
}[mode];
if (steps === undefined) {
  console.error(`"${mode}" is not a mode. Use all, fast or long.`);
  process.exit(2);
}

process.chdir(root);
const total = { passed: 0, failed: 0, skipped: 0 };
const faults = [];
const taken = [];
const suites = [];
for (const step of steps()) {
  console.log(`\n== ${step.name} ==`);
  const began = performance.now();
  const fault = await faultOf(step);
  const seconds = (performance.now() - began) / 1000;
  const tally = step.counts ? readTally() : undefined;
  total.passed += tally?.passed ?? 0;
  total.failed += tally?.failed ?? 0;
  total.skipped += tally?.skipped ?? 0;
  suites.push(...(tally?.suites ?? []));
  faults.push(...(tally?.faults ?? []));
  // Tests are counted one by one. A test runner that crashed counts as one more failure.
  if (fault === undefined && tally === undefined) total.passed += 1;
  if (fault !== undefined && !(tally?.failed > 0)) {
    total.failed += 1;
    faults.push({ test: step.name, why: fault });
  }
  if (step.counts && tally === undefined) console.log('The test runner left no count.');
  console.log(`== ${step.name}: ${fault ?? 'passed'}, ${seconds.toFixed(1)} s ==`);
  taken.push({ name: step.name, seconds, fault });
}
rmSync(scratch, { recursive: true, force: true });

printShares('Checks', taken, (step) => step.fault ?? 'passed');
printShares('Suites (seconds of all workers)', suites, (suite) => summary(suite));

const sum = addUp({ ...total, faults });
for (const { test, why } of sum.faults) console.log(`\nFAILED ${test}\n${why.replace(/^/gm, '  ')}`);
console.log(`\n${summary(sum)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Runs a step. `undefined` when it passed, else how it failed. */
function faultOf({ run: [command, ...args], minutes = 10 }) {
  const program = command === 'node' ? process.execPath : join('node_modules', '.bin', command);
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: 'inherit',
      env: { ...process.env, TALLY_FILE: tallyFile },
      shell: process.platform === 'win32',
    });
    const limit = setTimeout(() => child.kill('SIGKILL'), minutes * 60_000);
    child.on('error', (error) => done(`could not start (${error.message})`));
    child.on('close', (code, signal) => done(code === 0 ? undefined : `FAILED (${signal ?? `exit ${code}`})`));
    function done(fault) {
      clearTimeout(limit);
      resolve(fault);
    }
  });
}

function readTally() {
  return existsSync(tallyFile) ? JSON.parse(readFileSync(tallyFile, 'utf8')) : undefined;
}

function longTests() {
  return readdirSync(join(root, 'test'), { recursive: true }).filter((name) => /\.long\.test\.tsx?$/.test(name));
}

function printShares(title, rows, remark) {
  const all = rows.reduce((sum, row) => sum + row.seconds, 0);
  if (all === 0) return;
  console.log(`\n${title}: ${all.toFixed(1)} s`);
  for (const row of rows) {
    const share = `${Math.round((100 * row.seconds) / all)} %`;
    console.log(`  ${row.name.padEnd(22)}${row.seconds.toFixed(1).padStart(8)} s${share.padStart(7)}  ${remark(row)}`);
  }
}

function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function addUp(now) {
  const file = process.env.TALLY_ACROSS;
  if (!file) return now;
  const before = existsSync(file) && readFileSync(file, 'utf8') !== '' ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const sum = {
    passed: now.passed + (before.passed ?? 0),
    failed: now.failed + (before.failed ?? 0),
    skipped: now.skipped + (before.skipped ?? 0),
    faults: [...(before.faults ?? []), ...now.faults],
  };
  writeFileSync(file, JSON.stringify(sum));
  return sum;
}
