const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/** Modules by path, and their source maps, of all test files that this worker has run. */
const modules = new Map();
const sourceMaps = new Map();

/**
 * Runs a test file with the modules that earlier files of the same worker have loaded. Jest's own runtime loads everything
 * again for each file, against modules that are mocked or remember something. There are none here.
 */
module.exports = class SharedModules extends Runtime {
  constructor(...given) {
    super(...given);
    this.registries.moduleRegistry = modules;
    this.transformCache.sourceMaps = sourceMaps;
    this.executor.compile = (source, filename) =>
      compileFunction(source, this.executor.injectedModuleParameters, { filename });
  }

  /** Modules stay, and may load others later. A test file is loaded again when it is run again. */
  teardown() {
    modules.delete(this._testPath);
    this.registries.internalModuleRegistry.clear();
    this.enterTestCode();
  }
};
