import { linksOf, referencesOf } from '../../src/advisory/references.js';
import { cases, publisher } from './cases.js';

const [plain] = Object.values(cases);
if (plain === undefined) throw new Error('there are cases');
const fixedWith = (link?: string, otherLinks?: string[]) => ({
  ...{ id: plain.id, references: [], cves: [] },
  affected: [
    { line: 'Product' },
    {
      line: 'Product',
      fix: {
        ...{ outcome: 'fixed' as const, line: 'Product', version: '1.0.1', releasedAt: plain.publishedAt },
        ...(link === undefined ? {} : { link }),
        ...(otherLinks === undefined ? {} : { otherLinks }),
      },
    },
  ],
});
const [page, release, commit] = [
  `https://kubesphere.example/security/${plain.id}`,
  'https://git.example/a/b/releases/tag/v1.0.1',
  'https://git.example/a/b/commit/9d2ee97',
];

test.each([
  [commit, 'fix'],
  ['https://github.com/a/b/pull/12/commits/9d2ee97', 'fix'],
  ['https://github.com/a/b/pull/12', 'fix'],
  ['https://gitea.example/a/b/pulls/12', 'fix'],
  ['https://gitlab.example/a/b/-/merge_requests/12', 'fix'],
  ['https://github.com/a/b/compare/v1.0.0...v1.0.1', 'fix'],
  ['https://git.kernel.example/a.git/commit/?id=9d2ee97', 'fix'],
  ['https://git.kernel.example/a.git/commit?id=9d2ee97', 'fix'],
  ['https://review.example/c/some/project/+/12345', 'fix'],
  ['https://example.org/downloads/9d2ee97.patch', 'fix'],
  [release, 'release'],
  ['https://example.org/9d2ee97.patch.html', 'release'],
  ['https://example.org/9d2ee97-patch', 'release'],
  ['https://example.org/commitments/2026', 'release'],
  ['https://review.example/c/some/project/+log', 'release'],
])('%s leads to a %s', (link, kind) => {
  expect(referencesOf(fixedWith(link), {})).toEqual([{ url: link, kind }]);
});

test('all links of a fix are there, each once, and none that is unsafe', () => {
  const links = [commit, release, 'javascript:alert(1)', 'https://me:secret@git.example/'];
  expect(referencesOf(fixedWith(release, links), publisher).map(({ url }) => url)).toEqual([page, release, commit]);
  expect(referencesOf(fixedWith(undefined, [commit]), {}).map(({ url }) => url)).toEqual([commit]);
  expect(referencesOf(fixedWith(), {})).toEqual([]);
});

test.each<[string, Parameters<typeof linksOf>[0], readonly string[]]>([
  ['no fix', undefined, []],
  ['a line that will not be fixed', { outcome: 'wont_fix', line: 'Product' }, []],
  ['a fix without links', fixedWith().affected[1]?.fix, []],
  ['a fix with one', fixedWith(release).affected[1]?.fix, [release]],
  ['a fix with several', fixedWith(release, [commit, 'as typed']).affected[1]?.fix, [release, commit, 'as typed']],
])('%s has its links as they were typed', (_, fix, links) => {
  expect(linksOf(fix)).toEqual(links);
});
