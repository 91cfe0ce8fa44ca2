import { dirname } from 'node:path';

/** Paths of test files, by semicolons. */
const tests = (process.env.MUTANT_TESTS ?? '').split(';');

/** Stryker, as `npm run mutants` starts it. */
export default {
  testRunner: 'jest',
  coverageAnalysis: 'perTest',
  jest: {
    configFile: 'jest.config.js',
    config: {
      // Jest looks through the roots again for each mutant.
      roots: [...new Set(tests.map((test) => `<rootDir>/${dirname(test)}`))],
      testMatch: tests.map((test) => `<rootDir>/${test}`),
      runtime: '<rootDir>/test/support/mutants/runtime.cjs',
      testEnvironment: './test/support/mutants/environment.cjs',
      testSequencer: '<rootDir>/test/support/mutants/sequencer.cjs',
      globalSetup: null,
      globalTeardown: null,
      reporters: [],
    },
    enableFindRelatedTests: false,
  },
  tsconfigFile: 'none.json',
  disableTypeChecks: false,
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'reports/mutation.json' },
  concurrency: 1,
  timeoutMS: 10_000,
  tempDirName: '.stryker-tmp',
  ignorePatterns: ['.git', 'dist', 'reports', 'docs/pictures', 'simulation'],
};
