import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingNames } from '../../src/config/settings.js';
import { filesBelow, root, textOf } from '../support/project.js';
import { codeIn, rowsUnder, sectionOf } from './pages.js';

const firstCodes = (page: string, heading: string) =>
  rowsUnder(page, heading).flatMap(([cell = '']) => codeIn(cell)[0] ?? []);

test('the table of settings has each that the code knows, in its order, and no other', () => {
  expect(firstCodes('docs/install.md', 'Settings')).toEqual(settingNames);
});

test('the table of runtime packages has each dependency, and no other', () => {
  const { dependencies } = JSON.parse(textOf('package.json')) as { dependencies: Record<string, string> };
  expect(firstCodes('docs/decisions.md', 'Runtime packages')).toEqual(Object.keys(dependencies));
});

test('the table of modules has each, and no other', () => {
  const modules = new Set(
    filesBelow('src').map((file) => /^src\/[^/]+\.ts$|^src\/[^/]+(?=\/)/.exec(file)?.[0] ?? file),
  );
  expect(new Set(firstCodes('docs/architecture.md', 'Modules'))).toEqual(modules);
});

test('the table of the parts of slack has each, and no other', () => {
  const parts = new Set(
    filesBelow('src/slack').map((file) => /^src\/slack\/[^/]+\.ts$|^src\/slack\/[^/]+(?=\/)/.exec(file)?.[0] ?? file),
  );
  expect(new Set(firstCodes('docs/architecture.md', 'Inside `src/slack`'))).toEqual(parts);
});

test('what the dictionary says is in a file is there', () => {
  const claims = [...textOf('docs/dictionary.md').matchAll(/\| ((?:`\w+`(?:, )?)+) in `(src\/[^`]+)` \|/g)];
  expect(claims.length).toBeGreaterThan(30);
  const absent = claims.flatMap(([, names = '', file = '']) =>
    codeIn(names).flatMap((name) => (new RegExp(`\\b${name}\\b`).test(textOf(file)) ? [] : `${name} in ${file}`)),
  );
  expect(absent).toEqual([]);
});

describe('the recipes', () => {
  const page = 'docs/extend.md';
  const headings = [...textOf(page).matchAll(/^## (.+)$/gm)].flatMap(([, heading]) => heading ?? []);
  /** What is stated and listed: the number of files, and each of them. */
  const listsIn = (text: string) =>
    [...text.matchAll(/^(Source|Tests), (\d+) files?:\n\n((?:- .+\n?)+)/gm)].map(([, kind, stated, list = '']) => ({
      kind,
      stated: Number(stated),
      files: [...list.matchAll(/^- (?:new, like )?`([^`]+)`/gm)].flatMap(([, file]) => file ?? []),
      items: list.trim().split('\n').length,
    }));

  test('are there', () => {
    expect(headings).toEqual([
      'A button with a modal',
      'A form field',
      'A verb of `/vuln`',
      'A duty',
      'A language',
      'An export format',
    ]);
  });

  test.each(headings)('%s: names files that exist, each once, and counts them right', (heading) => {
    const lists = listsIn(`${sectionOf(page, heading)}\n`);
    expect(lists.map(({ kind }) => kind)).toEqual(['Source', 'Tests']);
    const known = [...filesBelow('src'), ...filesBelow('test')];
    for (const { stated, files, items } of lists) {
      expect({ items, files: files.length, different: new Set(files).size }).toEqual({
        items: stated,
        files: stated,
        different: stated,
      });
      expect(files.filter((file) => !known.includes(file))).toEqual([]);
    }
  });

  test.each(headings)('%s: is linked from CONTRIBUTING.md', (heading) => {
    expect(textOf('CONTRIBUTING.md').toLowerCase()).toContain(`[${heading.toLowerCase()}](docs/extend.md#`);
  });
});

describe('the graph of modules', () => {
  const draw = (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(root, 'scripts', 'module-graph.mjs'), ...args], { encoding: 'utf8' });

  test('shows the imports as they are now: with an arrow too many it is drawn anew as it stood', () => {
    const folder = mkdtempSync(join(tmpdir(), 'vulndesk-graph-'));
    try {
      const page = join(folder, 'architecture.md');
      cpSync(join(root, 'docs', 'architecture.md'), page);
      const current = readFileSync(page, 'utf8');
      writeFileSync(page, current.replace('flowchart TD\n', 'flowchart TD\n  report --> slack\n'));
      expect(draw('--file', page)).toMatchObject({ status: 0, stderr: '' });
      // If it is another, run `npm run graph`.
      expect(readFileSync(page, 'utf8')).toBe(current);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
