/** Stryker, as `npm run mutants` starts it: only the tests of the module that the files are in. `MUTANT_TESTS`: globs, by commas. */
export default {
  testRunner: 'jest',
  coverageAnalysis: 'perTest',
  jest: {
    configFile: 'jest.config.js',
    // The runtime that keeps modules between test files would keep a mutant's, too.
    config: {
      testMatch: (process.env.MUTANT_TESTS ?? 'test/{report,deadline}/**/*.test.ts')
        .split(';')
        .map((glob) => `<rootDir>/${glob}`),
      runtime: null,
      testEnvironment: 'node',
      globalSetup: null,
      globalTeardown: null,
      reporters: [],
      testSequencer: '@jest/test-sequencer',
    },
    enableFindRelatedTests: true,
  },
  tsconfigFile: 'none.json',
  disableTypeChecks: false,
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'reports/mutation.json' },
  concurrency: 1,
  timeoutMS: 20_000,
  tempDirName: '.stryker-tmp',
  ignorePatterns: ['.git', 'dist', 'reports', 'docs/pictures', 'simulation'],
};
