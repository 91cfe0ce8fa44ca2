import { writeFileSync } from 'node:fs';
import { relative, sep } from 'node:path';

/**
 * Counts tests and adds up seconds by suite: the folder below test/. The last line is `N passed, N failed[, N skipped]`. A
 * file that could not be run counts as one failure. With TALLY_FILE set, the counts are written there as JSON too.
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
    const tally = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), suites: rows };
    if (results.wasInterrupted) tally.failed += 1;
    if (process.env.TALLY_FILE) writeFileSync(process.env.TALLY_FILE, JSON.stringify(tally));
    const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
    console.log(`${tally.passed} passed, ${tally.failed} failed${skipped}`);
  }
}
