import config from './jest.config.js';

/** Tests that take minutes (kill tests, soak tests): `npm run test:long`. */
export default {
  ...config,
  testMatch: ['<rootDir>/test/**/*.long.test.{ts,tsx}'],
  testPathIgnorePatterns: [],
  testTimeout: 600_000,
};
