#!/usr/bin/env node
// `npm run pictures` takes the pictures of the README again: two browser tests write them to docs/pictures.
// `npm run pictures -- --all DIR` writes sheets with every surface in every language to DIR instead, to be looked at.
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [option, folder] = process.argv.slice(2);
if (option !== undefined && (option !== '--all' || folder === undefined)) {
  console.error('Usage: npm run pictures [-- --all DIR]');
  process.exit(2);
}
const all = folder === undefined ? undefined : resolve(process.env.INIT_CWD ?? '.', folder);
process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));
const jest = join('node_modules', 'jest', 'bin', 'jest.js');
const long = ['--config', 'jest.long.config.js'];
const runs =
  all === undefined
    ? [
        ['test/e2e/browser/report-to-reminder'],
        [...long, 'test/e2e/browser/whole-lifecycle', '--testNamePattern', 'reads en'],
      ]
    : [[...long, 'test/e2e/browser/every-surface']];
process.exitCode = runs.some((run) => !succeeds(run)) ? 1 : 0;

function succeeds(run) {
  const env = { ...process.env, PICTURES_DIR: all ?? join('docs', 'pictures') };
  return spawnSync(process.execPath, [jest, ...run], { stdio: 'inherit', env }).status === 0;
}
