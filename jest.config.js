import { availableParallelism } from 'node:os';

// Tests run as CommonJS, made by swc: ts-jest needs a compiler API that TypeScript 7 no longer has. What this hides (a named
// import that only works from CommonJS) is caught by test/e2e/compiled, which starts the compiled program.
const commonjs = { type: 'commonjs' };
const typescript = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: commonjs,
  },
];
const javascript = ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'ecmascript' } }, module: commonjs }];

// mongodb calls import('os') in a CommonJS file, which jest refuses: its every connect would time out. The others ship ES
// modules only; most of them come with slack-blocks-to-jsx by way of react-markdown.
const transformed = [
  'mongodb',
  'p-retry',
  'is-network-error',
  'slack-blocks-to-jsx',
  'react-markdown',
  'remark-.*',
  'rehype-.*',
  'mdast-.*',
  'hast-.*',
  'micromark.*',
  'unist-.*',
  'estree-util-.*',
  'vfile.*',
  'unified',
  'bail',
  'trough',
  'is-plain-obj',
  'devlop',
  'decode-named-character-reference',
  'character-.*',
  'ccount',
  'escape-string-regexp',
  'markdown-table',
  'zwitch',
  'longest-streak',
  'property-information',
  'space-separated-tokens',
  'comma-separated-tokens',
  'html-url-attributes',
  'trim-lines',
  'stringify-entities',
  'parse-entities',
  'is-decimal',
  'is-hexadecimal',
  'is-alphanumerical',
  'is-alphabetical',
];

export default {
  // A worker loads each module once, not once a test file.
  runtime: '<rootDir>/test/support/jest-runtime.cjs',
  testEnvironment: '<rootDir>/test/support/jest-environment.cjs',
  roots: ['<rootDir>/test'],
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  testPathIgnorePatterns: ['\\.long\\.test\\.tsx?$'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '\\.tsx?$': typescript, '\\.m?js$': javascript },
  transformIgnorePatterns: [`/node_modules/(?!(${transformed.join('|')})/)`],
  reporters: ['default', '<rootDir>/test/support/tally-reporter.mjs'],
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  globalSetup: '<rootDir>/test/support/run-setup.ts',
  globalTeardown: '<rootDir>/test/support/run-teardown.ts',
  testTimeout: 120_000,
  // More than there are cores: journeys wait a third of their time, for a screen to settle or a mongod that is away.
  maxWorkers: Math.min(4, availableParallelism() + 2),
};
