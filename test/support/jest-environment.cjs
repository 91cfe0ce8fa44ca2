const { ModuleMocker } = require('jest-mock');

/** What the test framework keeps on the global object for one file. */
const framework = /^(JEST_STATE_SYMBOL|EVENT_HANDLERS|TEST_TIMEOUT_SYMBOL)$/;

/**
 * Node's own globals, for modules that outlive a test file (`jest-runtime.cjs`). Jest's own environment gives each file others,
 * to which `structuredClone` and the like do not belong: `isDeepStrictEqual` then finds equal things different.
 */
module.exports = class OwnGlobals {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  before = { console, exit: process.exit, getBuiltinModule: process.getBuiltinModule };

  async setup() {}

  async teardown() {
    for (const key of Object.getOwnPropertySymbols(globalThis))
      if (framework.test(key.description)) Reflect.deleteProperty(globalThis, key);
    const { console, exit, getBuiltinModule } = this.before;
    globalThis.console = console;
    Object.assign(process, { exit, getBuiltinModule });
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return globalThis;
  }
};
