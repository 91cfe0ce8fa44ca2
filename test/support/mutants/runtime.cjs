const SharedModules = require(`${__dirname}/../jest-runtime.cjs`);

/** Packages stay loaded from mutant to mutant. Our own modules are loaded anew for each test file: one may remember what a mutant said. */
module.exports = class SharedPackages extends SharedModules {
  teardown() {
    const modules = this.registries.moduleRegistry;
    for (const path of modules.keys()) if (!/[\\/]node_modules[\\/]/.test(path)) modules.delete(path);
    super.teardown();
  }
};
