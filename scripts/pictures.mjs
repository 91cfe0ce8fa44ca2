#!/usr/bin/env node
// `npm run pictures` takes the pictures of the README again: two browser tests write them to docs/pictures.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));
const jest = join('node_modules', 'jest', 'bin', 'jest.js');
const runs = [
  ['test/e2e/browser/report-to-reminder'],
  ['--config', 'jest.long.config.js', 'test/e2e/browser/whole-lifecycle', '--testNamePattern', 'reads en'],
];
process.exitCode = runs.some((run) => !succeeds(run)) ? 1 : 0;

function succeeds(run) {
  const env = { ...process.env, PICTURES_DIR: join('docs', 'pictures') };
  return spawnSync(process.execPath, [jest, ...run], { stdio: 'inherit', env }).status === 0;
}
