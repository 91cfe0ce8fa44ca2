#!/usr/bin/env node
// `npm run build` makes dist/ from src/: it compiles, copies the other files, and removes files whose source is gone. It does not
// empty dist/ first, because a bot or a sandbox may be running from it. It checks no types: `npm run check:lint` does.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));

const compiler = join('node_modules', 'typescript', 'bin', 'tsc');
const compiled = spawnSync(process.execPath, [compiler, '--project', 'tsconfig.build.json'], { stdio: 'inherit' });

const filesBelow = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    : [];
const sources = filesBelow('src');

for (const file of sources.filter((name) => !/\.tsx?$/.test(name))) {
  mkdirSync(dirname(join('dist', file)), { recursive: true });
  copyFileSync(join('src', file), join('dist', file));
}

const made = new Set(sources.map((name) => name.replace(/\.tsx?$/, '.js')));
for (const file of filesBelow('dist')) {
  if (!made.has(file.replace(/\.map$/, ''))) rmSync(join('dist', file));
}

const program = join('dist', 'main.js');
if (existsSync(program)) chmodSync(program, 0o755);

process.exitCode = compiled.status ?? 1;
