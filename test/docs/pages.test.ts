import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { verbNames } from '../../src/slack/views/commands.js';
import { filesBelow, root, textOf } from '../support/project.js';
import { anchorsOf, codeIn, pages, proseOf } from './pages.js';

/** Where the links and pictures of a page lead, the web left out. */
function targetsIn(page: string): readonly string[] {
  const found = proseOf(page).matchAll(/\]\(([^)\s]+)\)|<img [^>]*src="([^"]+)"/g);
  return [...found].flatMap(([, link, picture]) => link ?? picture ?? []).filter((to) => !/^https?:/.test(to));
}

/** A path of the repository, from its root, as the pages write it. */
const isPath = (code: string) => /^(src|test|docs|scripts|policy|manifests|bench|\.github)\/[\w./-]+$/.test(code);

test('the pages are there', () => {
  expect(pages).toEqual(
    expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'CODE_OF_CONDUCT.md']),
  );
  for (const name of ['install', 'kubernetes', 'operate', 'architecture', 'decisions', 'dictionary', 'extend'])
    expect(pages).toContain(`docs/${name}.md`);
});

test.each([
  ['docs/install.md', 'Never expose `PORT` directly'],
  ['docs/operate.md', 'Never expose `OPS_PORT` to the internet'],
  ['docs/operate.md', '### Restore'],
  ['docs/keys.md', '## Keep a copy'],
])('%s says: %s', (page, text) => {
  expect(textOf(page)).toContain(text);
});

test('the README is short', () => {
  expect(textOf('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(120);
});

test.each(['README.md', 'CONTRIBUTING.md'])('%s has no line that an editor must wrap', (page) => {
  expect(
    textOf(page)
      .split('\n')
      .filter((line) => line.length > 120),
  ).toEqual([]);
});

test('the README links every page and shows every picture', () => {
  const targets = targetsIn('README.md');
  const inDocs = filesBelow('docs').filter((file) => /\.(md|png)$/.test(file));
  expect(inDocs.filter((file) => !targets.includes(file))).toEqual([]);
});

describe.each(pages)('%s', (page) => {
  test('has only links that lead somewhere', () => {
    const broken = targetsIn(page).filter((target) => {
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? page : normalize(join(dirname(page), path));
      if (!existsSync(join(root, file))) return true;
      return anchor !== undefined && !(file.endsWith('.md') && anchorsOf(file).includes(anchor));
    });
    expect(broken).toEqual([]);
  });

  test('names only files that exist', () => {
    expect(codeIn(proseOf(page)).filter((code) => isPath(code) && !existsSync(join(root, code)))).toEqual([]);
  });

  test('names only verbs that /vuln has', () => {
    const typed = codeIn(proseOf(page)).flatMap((code) => /^\/vuln (\w+)/.exec(code)?.[1] ?? []);
    expect(typed.filter((verb) => !(verbNames as readonly string[]).includes(verb))).toEqual([]);
  });

  test('says what each picture shows', () => {
    const pictures = [...proseOf(page).matchAll(/!\[([^\]]*)\]\(|<img ([^>]*)>/g)];
    const silent = pictures.filter(([, alt, html]) => (alt ?? /alt="([^"]*)"/.exec(html ?? '')?.[1] ?? '') === '');
    expect(silent).toEqual([]);
  });
});
