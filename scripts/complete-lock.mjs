#!/usr/bin/env node
// `npm run lock` completes package-lock.json after an `npm install`.
//
// A registry mirror may lack a package's builds for other systems (macOS, Windows, musl …). npm then leaves them out of the lock,
// and `npm ci` refuses that lock. This script adds an entry for each, with the system read from its name and without a hash.
// It also removes the addresses of registries. `--check` changes nothing, and exits with 1 if something is missing.
import { readFileSync, writeFileSync } from 'node:fs';

const OS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const CPU = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
const GLIBC = ['gnu', 'gnueabihf'];
const MUSL = ['musl', 'musleabihf'];

const args = process.argv.slice(2);
const checkOnly = args.includes('--check');
const file = args.find((arg) => !arg.startsWith('-')) ?? 'package-lock.json';

const text = readFileSync(file, 'utf8');
const lock = JSON.parse(text);
const added = [];

for (const [at, entry] of Object.entries(lock.packages)) {
  delete entry.resolved;
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(at, name)) continue;
    lock.packages[`node_modules/${name}`] = {
      version: exactVersion(name, range),
      ...systemsOf(name),
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
    };
    added.push(name);
  }
}

lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a === b ? 0 : a.localeCompare(b, 'en'))),
);
const completed = `${JSON.stringify(lock, null, 2)}\n`;

if (checkOnly) {
  for (const name of added) console.error(`${file}: ${name} is missing. Run \`npm run lock\`.`);
  if (text.includes('"resolved":')) console.error(`${file}: it has addresses of a registry. Run \`npm run lock\`.`);
  process.exitCode = added.length > 0 || text.includes('"resolved":') ? 1 : 0;
} else {
  writeFileSync(file, completed);
  console.log(`${file}: ${added.length} entries for other systems added.`);
}

/** Searches as Node does: in the package's own folder, then in each folder above. */
function isLocked(at, name) {
  for (let folder = at; ; folder = folder.slice(0, folder.lastIndexOf('node_modules/')).replace(/\/$/, '')) {
    if (lock.packages[folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

function exactVersion(name, range) {
  const version = range.replace(/^[\^~]/, '');
  if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) {
    throw new Error(
      `${name} is wanted as "${range}": only an exact version can be added. Run npm install with a registry that has it.`,
    );
  }
  return version;
}

/** `@oxlint/binding-linux-arm64-musl` → linux, arm64, musl. Without them npm would install it on every system. */
function systemsOf(name) {
  const words = name.split('/').at(-1).split('-');
  const os = words.filter((word) => OS.includes(word));
  const cpu = words.filter((word) => CPU.includes(word));
  const libc = [
    ...(words.some((word) => GLIBC.includes(word)) ? ['glibc'] : []),
    ...(words.some((word) => MUSL.includes(word)) ? ['musl'] : []),
  ];
  return {
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(libc.length > 0 && os.includes('linux') ? { libc } : {}),
    ...(os.length > 0 ? { os } : {}),
  };
}
