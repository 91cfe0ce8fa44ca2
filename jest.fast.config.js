import config from './jest.config.js';

/** Tests that start no program and open no socket: `npm run test:fast`. */
export default {
  ...config,
  testPathIgnorePatterns: [
    ...config.testPathIgnorePatterns,
    '\\.integration\\.test\\.tsx?$',
    '<rootDir>/test/(e2e|properties|chaos)/',
  ],
  setupFiles: ['<rootDir>/test/support/nothing-started.cjs'],
};
