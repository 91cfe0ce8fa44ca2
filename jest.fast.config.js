import config from './jest.config.js';

// Folders of test/ that start no program and no browser: `npm run test:fast` and the mutation tests.
const quick = [
  'architecture',
  'commands',
  'config',
  'deadline',
  'handling',
  'slack-manifest',
  'kubernetes',
  'ops',
  'report',
  'locales',
];

export default { ...config, testMatch: [`<rootDir>/test/(${quick.join('|')})/**/*.test.{ts,tsx}`] };
