const OwnGlobals = require(`${__dirname}/../jest-environment.cjs`);

/** The mutant that is tried, and the last that a test has noticed. */
let [tried, killed] = [];

/**
 * Once a test has noticed a mutant, the others are skipped. A loop without an end is over after ten times as many rounds as without
 * the mutant: Stryker's hundred times take minutes.
 */
module.exports = class UntilKilled extends OwnGlobals {
  handleTestEvent({ name, test }) {
    const mutant = process.env.__STRYKER_ACTIVE_MUTANT__;
    if (mutant === undefined) return;
    if (mutant !== tried && globalThis.__stryker__?.hitLimit !== undefined) globalThis.__stryker__.hitLimit /= 10;
    tried = mutant;
    if (name === 'test_start' && mutant === killed) test.mode = 'skip';
    if (name === 'test_done' && test.errors.length > 0) killed = mutant;
  }
};
