import { relative } from 'node:path';

/**
 * Says nothing of a test that passes. Of a file that fails, why, and all that it printed: seeds of random tests among it.
 * With TEST_STATISTICS=1 what passing files printed is shown too.
 */
export default class QuietReporter {
  constructor(globalConfig) {
    this.root = globalConfig.rootDir;
    this.statistics = process.env.TEST_STATISTICS === '1';
    this.files = 0;
    this.done = 0;
  }

  onRunStart({ numTotalTestSuites }) {
    this.files = numTotalTestSuites;
  }

  onTestResult({ path }, { numFailingTests, testExecError, failureMessage, console: printed }) {
    this.done += 1;
    const failed = numFailingTests > 0 || testExecError !== undefined;
    const said = failed || this.statistics ? (printed ?? []).map(({ message }) => message) : [];
    if (failed || said.length > 0) {
      this.clear();
      console.log([`${failed ? 'FAILED ' : ''}${relative(this.root, path)}`, ...said, failureMessage ?? ''].join('\n'));
    }
    if (process.stdout.isTTY) process.stdout.write(`\r${this.done} of ${this.files} test files`);
  }

  onRunComplete() {
    this.clear();
  }

  clear() {
    if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
  }
}
