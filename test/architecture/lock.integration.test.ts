import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, textOf } from '../support/project.js';

type Entry = Readonly<Record<string, unknown>> & Readonly<{ optionalDependencies?: Readonly<Record<string, string>> }>;
type Lock = Readonly<{ packages: Record<string, Entry> }>;

const script = join(root, 'scripts', 'complete-lock.mjs');
const lock = JSON.parse(textOf('package-lock.json')) as Lock;
const manifest = JSON.parse(textOf('package.json')) as Record<string, Record<string, string>>;
const complete = (...args: readonly string[]) => spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });

describe('the lock file', () => {
  test.each(['name', 'version', 'license', 'engines', 'bin', 'dependencies', 'devDependencies'])(
    'agrees with package.json on %s',
    (field) => {
      expect(lock.packages['']?.[field]).toEqual(manifest[field]);
    },
  );

  test('pins the very version that package.json names', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
      expect([name, lock.packages[`node_modules/${name}`]?.version]).toEqual([name, version]);
    }
  });

  test('lacks no package for another system, or npm ci would refuse it', () => {
    const { status, stderr } = complete('--check', join(root, 'package-lock.json'));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('names no registry', () => {
    expect(textOf('package-lock.json')).not.toMatch(/"resolved":|https?:\/\/[^"]*(registry|\.tgz)/);
  });

  test('has a hash for everything but packages of other systems', () => {
    const bare = Object.entries(lock.packages).filter(([at, entry]) => at !== '' && entry.integrity === undefined);
    expect(bare.filter(([, entry]) => entry.optional !== true || entry.os === undefined)).toEqual([]);
  });
});

describe('npm run lock', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vulndesk-lock-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test('puts back what an npm install left out, and takes out addresses', () => {
    const file = join(folder, 'package-lock.json');
    const name = 'node_modules/@oxlint/binding-linux-arm64-musl';
    const { [name]: gone, ...rest } = lock.packages;
    const [first = '', entry] = Object.entries(rest).find(([at]) => at !== '') ?? [];
    const packages = { ...rest, [first]: { ...entry, resolved: 'https://registry.example/a.tgz' } };
    writeFileSync(file, JSON.stringify({ ...lock, packages }));

    const checked = complete('--check', file);
    expect(checked.status).toBe(1);
    expect(checked.stderr).toContain('@oxlint/binding-linux-arm64-musl is missing');
    expect(checked.stderr).toContain('addresses of a registry');

    expect(complete(file).status).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(lock);
    expect(gone).toMatchObject({ os: ['linux'], cpu: ['arm64'], libc: ['musl'], optional: true, dev: true });
    expect(complete('--check', file).status).toBe(0);
  });
});
