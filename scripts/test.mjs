#!/usr/bin/env node
// `npm test`, `npm run test:fast` and `npm run test:long` run checks, and the tests beside them. After a failed check the others
// still run, so that one run shows all faults. What passes is quiet; TEST_STATISTICS=1 shows what the tests print. The end of
// the output lists what failed and why; the last line, `N passed, N failed[, N skipped]`, counts tests and checks together.
// Runs with the same file in TALLY_ACROSS add up in it.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
const reporters = ['quiet', 'tally'].flatMap((name) => ['--reporters', `./test/support/${name}-reporter.mjs`]);
const tests = (...more) => ({ name: 'tests', run: ['jest', '--ci', ...reporters, ...more], minutes: 60, counts: true });
const always = ['format', 'lint', 'architecture'].map(check);

// Each row goes on beside the others.
const rows = {
  all: () => [
    [build, check('compiled'), tests()],
    [...always, check('dead-code'), check('tested-only')],
  ],
  fast: () => [[tests('--config', 'jest.fast.config.js')], always],
  long: () => [[build, tests('--config', 'jest.long.config.js')]],
}[mode];
if (rows === undefined) {
  console.error(`"${mode}" is not a mode. Use all, fast or long.`);
  process.exit(2);
}

process.chdir(root);
const total = { passed: 0, failed: 0, skipped: 0 };
const faults = [];
const taken = [];
const suites = [];
const began = performance.now();
await Promise.all(
  rows().map(async (row) => {
    for (const step of row) await take(step);
  }),
);
rmSync(scratch, { recursive: true, force: true });

printShares('Checks', taken, (step) => step.fault ?? 'passed');
printShares('Suites (seconds of all workers)', suites, (suite) => summary(suite));

const sum = addUp({ ...total, faults });
for (const { test, why } of sum.faults) console.log(`\nFAILED ${test}\n${why.replace(/^/gm, '  ')}`);
console.log(`\nTook ${((performance.now() - began) / 1000).toFixed(0)} s.\n${summary(sum)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function take(step) {
  const began = performance.now();
  const { fault, said } = await outcomeOf(step);
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
    faults.push({ test: step.name, why: [fault, said].join('\n') });
  }
  console.log(`${step.name}: ${fault ?? 'passed'}, ${seconds.toFixed(1)} s`);
  taken.push({ name: step.name, seconds, fault });
}

/** Runs a step. `fault`: how it failed, if it did. `said`: what it printed; tests print at once. */
function outcomeOf({ run: [command, ...args], minutes = 10, counts = false }) {
  const program = command === 'node' ? process.execPath : join('node_modules', '.bin', command);
  return new Promise((resolve) => {
    const said = [];
    const child = spawn(program, args, {
      stdio: ['ignore', counts ? 'inherit' : 'pipe', counts ? 'inherit' : 'pipe'],
      env: { ...process.env, TALLY_FILE: tallyFile },
      shell: process.platform === 'win32',
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => said.push(part));
    const limit = setTimeout(() => child.kill('SIGKILL'), minutes * 60_000);
    child.on('error', (error) => done(`could not start (${error.message})`));
    child.on('close', (code, signal) => done(code === 0 ? undefined : `FAILED (${signal ?? `exit ${code}`})`));
    function done(fault) {
      clearTimeout(limit);
      resolve({ fault, said: Buffer.concat(said).toString() });
    }
  });
}

function readTally() {
  return existsSync(tallyFile) ? JSON.parse(readFileSync(tallyFile, 'utf8')) : undefined;
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
