#!/usr/bin/env node
// `node scripts/pictures.mjs`: takes the README's pictures anew, by the browser journey, into docs/pictures.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));
const jest = join('node_modules', 'jest', 'bin', 'jest.js');
const { status } = spawnSync(process.execPath, [jest, 'test/browser/journey', '--testNamePattern', 'over socket'], {
  stdio: 'inherit',
  env: { ...process.env, PICTURES_DIR: join('docs', 'pictures') },
});
process.exitCode = status ?? 1;
