const { readFileSync, writeFileSync } = require('node:fs');

/** Which test files reach which mutant. In a file of the copy: after a mutant that hangs, Stryker goes on in a new process. */
const kept = 'mutant-tests.json';

/**
 * Runs the test files that reach a mutant, the shortest first. Stryker itself would load all and skip their tests. What is run only
 * while modules are loaded is tried by all.
 */
module.exports = class ReachedFirst {
  sort(tests) {
    const mutant = process.env.__STRYKER_ACTIVE_MUTANT__;
    const files = mutant === undefined ? undefined : JSON.parse(readFileSync(kept, 'utf8'))[mutant];
    return files === undefined ? tests : files.map((file) => tests.find(({ path }) => path === file));
  }

  allFailedTests(tests) {
    return tests;
  }

  /** After the first run, which has no mutant. */
  cacheResults(_tests, { testResults }) {
    if (process.env.__STRYKER_ACTIVE_MUTANT__ !== undefined) return;
    const { perTest = {} } = globalThis.__stryker__?.mutantCoverage ?? {};
    const reaching = {};
    for (const { testFilePath, testResults: cases } of testResults.toSorted(
      (a, b) => a.perfStats.runtime - b.perfStats.runtime,
    ))
      for (const mutant of new Set(cases.flatMap(({ fullName }) => Object.keys(perTest[fullName] ?? {})))) {
        reaching[mutant] ??= [];
        reaching[mutant].push(testFilePath);
      }
    writeFileSync(kept, JSON.stringify(reaching));
  }
};
