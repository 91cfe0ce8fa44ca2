import { writeFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** Characters of what a failed test said that are told again at the end of the run, in whose log the rest may be far above. */
const mostOfAFault = 2000;

/**
 * Counts tests and adds up seconds by suite: the folder below test/. The last line is `N passed, N failed[, N skipped]`. A
 * file that could not be run counts as one failure. With TALLY_FILE set, the counts are written there as JSON too, with the
 * `faults`: which tests failed, and the beginning of why.
 */
export default class TallyReporter {
  constructor(globalConfig) {
    this.root = globalConfig.rootDir;
  }

  onRunComplete(_contexts, results) {
    const suites = new Map();
    for (const file of results.testResults) {
      const name = relative(this.root, file.testFilePath).split(sep).slice(1, -1)[0] ?? 'test';
      const suite = suites.get(name) ?? { name, passed: 0, failed: 0, skipped: 0, seconds: 0 };
      suite.passed += file.numPassingTests;
      suite.failed += file.numFailingTests + (file.testExecError && file.numFailingTests === 0 ? 1 : 0);
      suite.skipped += file.numPendingTests + file.numTodoTests;
      suite.seconds += Math.max(0, file.perfStats.end - file.perfStats.start) / 1000;
      suites.set(name, suite);
    }
    const rows = [...suites.values()].sort((a, b) => b.seconds - a.seconds);
    const sum = (what) => rows.reduce((total, row) => total + row[what], 0);
    const faults = results.testResults.flatMap((file) => faultsOf(file, relative(this.root, file.testFilePath)));
    const tally = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), suites: rows, faults };
    if (results.wasInterrupted) tally.failed += 1;
    if (process.env.TALLY_FILE) writeFileSync(process.env.TALLY_FILE, JSON.stringify(tally));
    const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
    console.log(`${tally.passed} passed, ${tally.failed} failed${skipped}`);
  }
}

function faultsOf(file, path) {
  const told = (name, why) => ({ test: `${path}: ${name}`, why: stripVTControlCharacters(why).slice(0, mostOfAFault) });
  const failed = file.testResults.filter(({ status }) => status === 'failed');
  if (failed.length > 0) return failed.map((one) => told(one.fullName, one.failureMessages.join('\n')));
  return file.testExecError ? [told('could not be run', file.testExecError.message ?? String(file.testExecError))] : [];
}
