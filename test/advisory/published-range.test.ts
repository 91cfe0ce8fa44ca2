import type { AdvisoryLine } from '../../src/advisory/advisory.js';
import { csafProducts } from '../../src/advisory/csaf-products.js';
import { renderCveRecord } from '../../src/advisory/cve-record.js';
import { renderOsv } from '../../src/advisory/osv.js';
import type { AffectedLine } from '../../src/report/affected-line.js';
import { orderOfFix } from '../../src/report/fixed-lines.js';
import type { Product } from '../../src/report/product.js';
import { readAffectedLines } from '../../src/report/read-affected-lines.js';
import { cases, publisher } from './cases.js';
import { osvFaults } from './osv-rules.js';
import { versFaults } from './vers-rules.js';

type Versions = Omit<AffectedLine, 'line'>;

const line = 'Product';
const fixedBy = (version: string) => ({
  outcome: 'fixed' as const,
  line,
  version,
  releasedAt: new Date('2026-10-01T00:00:00Z'),
});

function published(affected: readonly AdvisoryLine[], about: Partial<Product> = {}) {
  const [plain] = Object.values(cases);
  if (plain === undefined) throw new Error('there are cases');
  const advisory = { ...plain, affected };
  const here = { ...publisher, products: [{ name: line, packages: [], ...about }] };
  const [osv] = renderOsv(advisory, here).affected;
  const cve = renderCveRecord(advisory, here).cnaContainer.affected[0]?.versions ?? [];
  const { tree } = csafProducts(advisory, here) as unknown as {
    tree: { branches: { branches: { branches: { category: string; name: string }[] }[] }[] };
  };
  const csaf = tree.branches[0]?.branches[0]?.branches.map(({ category, name }) => `${category} ${name}`) ?? [];
  return { osv, cve, csaf };
}

/** The ranges of a product as somebody types them, each with its fix. */
function typedRanges(affected: string, fixes: readonly string[]): AdvisoryLine[] {
  const { lines, faults } = readAffectedLines(`${line}: ${affected}`);
  expect([faults, lines.map((one) => one.line)]).toEqual([[], lines.map(() => line)]);
  return lines.map((one, i) => {
    const version = fixes[i];
    return version === undefined ? one : { ...one, fix: fixedBy(version) };
  });
}

/** What OSV says of a range: its type and ends, or the versions that are listed. */
const osvText = ({ osv }: ReturnType<typeof published>) =>
  osv?.ranges
    ?.map(({ type, repo, events }) =>
      [type, ...(repo === undefined ? [] : [repo]), ...events.map((event) => Object.entries(event)[0]?.join(' '))].join(
        ' ',
      ),
    )
    .join(', ') ?? `listed ${osv?.versions?.join(' ')}`;
const cveText = ({ cve }: ReturnType<typeof published>) =>
  cve
    .map(({ version, lessThan, lessThanOrEqual, changes = [], versionType }) =>
      [
        versionType,
        version,
        ...(lessThan ? ['<', lessThan] : []),
        ...(lessThanOrEqual ? ['<=', lessThanOrEqual] : []),
        ...changes.map(({ at, status }) => `${status} at ${at}`),
      ].join(' '),
    )
    .join(', ');

const commit = '9d2ee975ef9f1c0b7a1f6d0f7a5b7c2e3d4f5a6b';
const repository = 'https://git.example/product';

// Forms that were met in published advisories, as somebody types them, and what is right for each.
test.each<
  [
    form: string,
    affected: string,
    fixes: string[],
    order: 'newer' | 'cannot_say',
    osv: string,
    cve: string,
    csaf: string[],
    about?: Partial<Product>,
  ]
>([
  [
    'plain releases',
    'v3.4.0 - 3.4.1',
    ['v3.4.2'],
    'newer',
    'SEMVER introduced 3.4.0 fixed 3.4.2',
    'semver 3.4.0 <= 3.4.1',
    ['product_version_range vers:generic/>=3.4.0|<=3.4.1', 'product_version 3.4.2'],
  ],
  [
    'pre-releases that SemVer orders otherwise',
    'v3.3.0-rc1 - v3.3.0-rc2',
    ['v3.3.0-rc3'],
    'newer',
    'listed 3.3.0-rc1 3.3.0-rc2',
    'custom 3.3.0-rc1 <= 3.3.0-rc2',
    ['product_version_range vers:generic/>=3.3.0-rc1|<=3.3.0-rc2', 'product_version 3.3.0-rc3'],
  ],
  [
    'a pre-release of the fix itself',
    'from 3.4.0-beta2',
    ['3.4.0'],
    'newer',
    'listed 3.4.0-beta2',
    'custom 3.4.0-beta2 < 3.4.0',
    ['product_version_range vers:generic/>=3.4.0-beta2|<3.4.0', 'product_version 3.4.0'],
  ],
  [
    'a hotfix suffix',
    '11.1.0 - 11.1.6',
    ['11.1.6-h1'],
    'cannot_say',
    'listed 11.1.0 11.1.6',
    'custom 11.1.0 <= 11.1.6',
    ['product_version_range vers:generic/>=11.1.0|<=11.1.6', 'product_version 11.1.6-h1'],
  ],
  [
    'a patch suffix',
    '2.4.5',
    ['2.4.5-p1'],
    'cannot_say',
    'listed 2.4.5',
    'custom 2.4.5',
    ['product_version 2.4.5', 'product_version 2.4.5-p1'],
  ],
  [
    'build metadata as a release',
    'up to v1.24.17+k3s1',
    ['v1.24.17+k3s2'],
    'cannot_say',
    'listed 1.24.17+k3s1',
    'custom 0 <= 1.24.17+k3s1',
    ['product_version_range vers:generic/<=1.24.17%2Bk3s1', 'product_version 1.24.17+k3s2'],
  ],
  [
    'a Go pseudo-version',
    'up to v0.0.0-20231218163308-9d2ee975ef9f',
    ['v0.17.0'],
    'newer',
    'SEMVER introduced 0 fixed 0.17.0',
    'semver 0 <= 0.0.0-20231218163308-9d2ee975ef9f',
    ['product_version_range vers:generic/<=0.0.0-20231218163308-9d2ee975ef9f', 'product_version 0.17.0'],
  ],
  [
    'a word before the number of a pre-release',
    '2.0-beta9 - 2.14.1',
    ['2.15.0'],
    'newer',
    'listed 2.0-beta9 2.14.1',
    'custom 2.0-beta9 <= 2.14.1',
    ['product_version_range vers:generic/>=2.0-beta9|<=2.14.1', 'product_version 2.15.0'],
  ],
  [
    'portable releases',
    '8.5p1 - 9.7p1',
    ['9.8p1'],
    'newer',
    'listed 8.5p1 9.7p1',
    'custom 8.5p1 <= 9.7p1',
    ['product_version_range vers:generic/>=8.5p1|<=9.7p1', 'product_version 9.8p1'],
  ],
  [
    'an epoch',
    'up to 1:1.2.13',
    ['1:1.2.13-2'],
    'cannot_say',
    'listed 1:1.2.13',
    'custom 0 <= 1:1.2.13',
    ['product_version_range vers:generic/<=1%3A1.2.13', 'product_version 1:1.2.13-2'],
  ],
  [
    'calendar versions',
    '2024.04.1 - 2024.10.0',
    ['2024.10.1'],
    'newer',
    'listed 2024.04.1 2024.10.0',
    'custom 2024.04.1 <= 2024.10.0',
    ['product_version_range vers:generic/>=2024.04.1|<=2024.10.0', 'product_version 2024.10.1'],
  ],
  [
    'a commit, where the policy names a repository',
    'all',
    [commit],
    'cannot_say',
    `GIT ${repository} introduced 0 fixed ${commit}`,
    `git 0 < ${commit}`,
    ['product_version_range vers:all/*', `product_version ${commit}`],
    { repository },
  ],
  [
    'a commit by SHA-256',
    'all',
    [`${commit}${commit.slice(0, 24)}`],
    'cannot_say',
    `GIT ${repository} introduced 0 fixed ${commit}${commit.slice(0, 24)}`,
    `git 0 < ${commit}${commit.slice(0, 24)}`,
    ['product_version_range vers:all/*', `product_version ${commit}${commit.slice(0, 24)}`],
    { repository },
  ],
  [
    'a commit that is cut short, by which nobody finds it',
    'all',
    ['9d2ee975ef9f'],
    'cannot_say',
    'listed undefined',
    'custom 0 < 9d2ee975ef9f',
    ['product_version_range vers:all/*', 'product_version 9d2ee975ef9f'],
    { repository },
  ],
  [
    'a word that begins and ends as a commit, and is none',
    'all',
    [`${commit}0`],
    'newer',
    'listed undefined',
    `custom 0 < ${commit}0`,
    [`product_version_range vers:generic/<${commit}0`, `product_version ${commit}0`],
    { repository },
  ],
  [
    'a commit without a repository',
    'all',
    [commit],
    'cannot_say',
    'listed undefined',
    `custom 0 < ${commit}`,
    ['product_version_range vers:all/*', `product_version ${commit}`],
  ],
  [
    'a commit that fixes a package: no release of that does',
    'all',
    [commit],
    'cannot_say',
    `GIT ${repository} introduced 0 fixed ${commit}, SEMVER introduced 0`,
    `git 0 < ${commit}`,
    ['product_version_range vers:all/*', `product_version ${commit}`],
    { repository, packages: [{ ecosystem: 'npm', name: 'product' }] },
  ],
  [
    'releases that a commit fixes',
    '4.1.0 - 4.1.2',
    [commit],
    'cannot_say',
    'SEMVER introduced 4.1.0 last_affected 4.1.2',
    'custom 4.1.0 <= 4.1.2',
    ['product_version_range vers:generic/>=4.1.0|<=4.1.2', `product_version ${commit}`],
    { repository },
  ],
  [
    'releases from one on that a commit fixes',
    'from 4.1.0',
    [commit],
    'cannot_say',
    'SEMVER introduced 4.1.0',
    'custom 4.1.0 < *',
    ['product_version_range vers:generic/>=4.1.0', `product_version ${commit}`],
  ],
  [
    'all of a line, without an x',
    '3.4.x',
    ['3.5.0'],
    'newer',
    'SEMVER introduced 3.4.0 fixed 3.5.0',
    'custom 3.4.0 < 3.5',
    ['product_version_range vers:generic/>=3.4.0|<3.5', 'product_version 3.5.0'],
  ],
  [
    'a fix with an x, as older histories may have it',
    '3.4.0 - 3.4.1',
    ['3.5.x'],
    'newer',
    'SEMVER introduced 3.4.0 fixed 3.5.0',
    'custom 3.4.0 <= 3.4.1',
    ['product_version_range vers:generic/>=3.4.0|<=3.4.1', 'product_version 3.5.0'],
  ],
  [
    'an end that is left out',
    '>= 2.0.0, < 2.1.3',
    ['2.1.3'],
    'newer',
    'SEMVER introduced 2.0.0 fixed 2.1.3',
    'semver 2.0.0 < 2.1.3',
    ['product_version_range vers:generic/>=2.0.0|<2.1.3', 'product_version 2.1.3'],
  ],
  [
    'several ranges with a fix each',
    '1.0.0 - 1.1.16, 2.0.0 - 2.1.2, 3.0.0 - 3.0.4, 4.0.0 - 4.0.3',
    ['1.1.17', '2.1.3', '3.0.5', '4.0.4'],
    'newer',
    [
      ...['1.0.0 fixed 1.1.17', '2.0.0 fixed 2.1.3', '3.0.0 fixed 3.0.5', '4.0.0 fixed 4.0.4'].map(
        (ends) => `SEMVER introduced ${ends}`,
      ),
    ].join(', '),
    'semver 1.0.0 <= 1.1.16, semver 2.0.0 <= 2.1.2, semver 3.0.0 <= 3.0.4, semver 4.0.0 <= 4.0.3',
    [...['>=1.0.0|<=1.1.16 1.1.17', '>=2.0.0|<=2.1.2 2.1.3', '>=3.0.0|<=3.0.4 3.0.5', '>=4.0.0|<=4.0.3 4.0.4']].flatMap(
      (ends) => {
        const [range, fix] = ends.split(' ');
        return [`product_version_range vers:generic/${range}`, `product_version ${fix}`];
      },
    ),
  ],
  [
    'branches that are fixed each by a release, in any order',
    'from 3.0.0, from 1.0.0, from 2.0.0',
    ['3.0.5', '1.1.17', '2.1.3'],
    'newer',
    'SEMVER introduced 3.0.0 fixed 3.0.5, SEMVER introduced 1.0.0 fixed 1.1.17, SEMVER introduced 2.0.0 fixed 2.1.3',
    'semver 1.0.0 < 3.0.5 unaffected at 1.1.17 affected at 2.0.0 unaffected at 2.1.3 affected at 3.0.0',
    [
      ...['product_version_range vers:generic/>=3.0.0|<3.0.5', 'product_version 3.0.5'],
      ...['product_version_range vers:generic/>=1.0.0|<1.1.17', 'product_version 1.1.17'],
      ...['product_version_range vers:generic/>=2.0.0|<2.1.3', 'product_version 2.1.3'],
    ],
  ],
  [
    'branches of which one ends with its last affected release',
    '1.0.0 - 1.1.16, from 2.0.0',
    ['1.1.17', '2.1.3'],
    'newer',
    'SEMVER introduced 1.0.0 fixed 1.1.17, SEMVER introduced 2.0.0 fixed 2.1.3',
    'semver 1.0.0 <= 1.1.16, semver 2.0.0 < 2.1.3',
    [
      ...['product_version_range vers:generic/>=1.0.0|<=1.1.16', 'product_version 1.1.17'],
      ...['product_version_range vers:generic/>=2.0.0|<2.1.3', 'product_version 2.1.3'],
    ],
  ],
  [
    'branches of which one is not fixed so far',
    'from 1.0.0, from 2.0.0',
    ['1.1.17'],
    'newer',
    'SEMVER introduced 1.0.0 fixed 1.1.17, SEMVER introduced 2.0.0',
    'semver 1.0.0 < 1.1.17, semver 2.0.0 < *',
    [
      ...['product_version_range vers:generic/>=1.0.0|<1.1.17', 'product_version 1.1.17'],
      'product_version_range vers:generic/>=2.0.0',
    ],
  ],
  [
    'branches of which the older is not fixed so far',
    'from 2.0.0, from 1.0.0',
    ['2.1.3'],
    'newer',
    'SEMVER introduced 2.0.0 fixed 2.1.3, SEMVER introduced 1.0.0',
    'semver 2.0.0 < 2.1.3, semver 1.0.0 < *',
    [
      ...['product_version_range vers:generic/>=2.0.0|<2.1.3', 'product_version 2.1.3'],
      'product_version_range vers:generic/>=1.0.0',
    ],
  ],
  [
    'branches of tags, which have no order',
    'from r100, from r200',
    ['r150', 'r250'],
    'cannot_say',
    'listed r100 r200',
    'custom r100 < r150, custom r200 < r250',
    [
      ...['product_version_range vers:generic/>=r100|<r150', 'product_version r150'],
      ...['product_version_range vers:generic/>=r200|<r250', 'product_version r250'],
    ],
  ],
  [
    'a single version',
    '4.1.2',
    ['4.1.3'],
    'newer',
    'SEMVER introduced 4.1.2 fixed 4.1.3',
    'semver 4.1.2',
    ['product_version 4.1.2', 'product_version 4.1.3'],
  ],
  [
    'a single tag',
    'jenkins-2.426',
    ['jenkins-2.427'],
    'cannot_say',
    'listed jenkins-2.426',
    'custom jenkins-2.426',
    ['product_version jenkins-2.426', 'product_version jenkins-2.427'],
  ],
  [
    'tags, in the order that somebody typed',
    'r1200 - r1234',
    ['release-2024-01'],
    'cannot_say',
    'listed r1200 r1234',
    'custom r1200 <= r1234',
    ['product_version_range vers:generic/>=r1200|<=r1234', 'product_version release-2024-01'],
  ],
  [
    'tags of a package, which no scanner could order',
    'OpenSSL_1_1_1k',
    ['OpenSSL_1_1_1l'],
    'cannot_say',
    'listed OpenSSL_1_1_1k',
    'custom OpenSSL_1_1_1k',
    ['product_version OpenSSL_1_1_1k', 'product_version OpenSSL_1_1_1l'],
    { packages: [{ ecosystem: 'Maven', name: 'product' }] },
  ],
  [
    'releases of a package that a tag fixes: the last affected one ends them',
    'up to 4.1.2',
    ['jenkins-2.427'],
    'cannot_say',
    'ECOSYSTEM introduced 0 last_affected 4.1.2',
    'custom 0 <= 4.1.2',
    ['product_version_range vers:generic/<=4.1.2', 'product_version jenkins-2.427'],
    { packages: [{ ecosystem: 'Maven', name: 'product' }] },
  ],
  [
    'releases of a package before a tag: no release is called safe',
    'from 4.1.0',
    ['r1234'],
    'cannot_say',
    'SEMVER introduced 4.1.0',
    'custom 4.1.0 < r1234',
    ['product_version_range vers:generic/>=4.1.0|<r1234', 'product_version r1234'],
    { packages: [{ ecosystem: 'npm', name: 'product' }] },
  ],
  [
    'releases in an order of their own beside others',
    '3.3.0-rc1 - 3.3.0-rc2, 4.0.0 - 4.1.2',
    ['3.3.0-rc3', '4.1.3'],
    'newer',
    'SEMVER introduced 4.0.0 fixed 4.1.3',
    'custom 3.3.0-rc1 <= 3.3.0-rc2, semver 4.0.0 <= 4.1.2',
    [
      ...['product_version_range vers:generic/>=3.3.0-rc1|<=3.3.0-rc2', 'product_version 3.3.0-rc3'],
      ...['product_version_range vers:generic/>=4.0.0|<=4.1.2', 'product_version 4.1.3'],
    ],
  ],
  [
    'releases of a package that CVE records have no collection for, in its order',
    '4.1.0 - 4.1.2',
    ['4.1.3'],
    'newer',
    'ECOSYSTEM introduced 4.1.0 fixed 4.1.3',
    'rpm 4.1.0 <= 4.1.2',
    ['product_version_range vers:rpm/>=4.1.0|<=4.1.2', 'product_version 4.1.3'],
    { packages: [{ ecosystem: 'Red Hat', name: 'product' }] },
  ],
  [
    'releases of several such packages, in the order of none of them',
    '4.1.0 - 4.1.2',
    ['4.1.3'],
    'newer',
    'ECOSYSTEM introduced 4.1.0 fixed 4.1.3',
    'semver 4.1.0 <= 4.1.2',
    ['product_version_range vers:generic/>=4.1.0|<=4.1.2', 'product_version 4.1.3'],
    {
      packages: [
        { ecosystem: 'Red Hat', name: 'product' },
        { ecosystem: 'Debian', name: 'product' },
      ],
    },
  ],
  [
    'all versions, never fixed, where the policy names a repository',
    'all',
    [],
    'newer',
    'SEMVER introduced 0',
    'custom 0 < *',
    ['product_version_range vers:all/*'],
    { repository },
  ],
  [
    'all versions, never fixed',
    'all',
    [],
    'newer',
    'SEMVER introduced 0',
    'custom 0 < *',
    ['product_version_range vers:all/*'],
  ],
])('%s: %s', (_, affected, fixes, order, osv, cve, csaf, about = {}) => {
  const ranges = typedRanges(affected, fixes);
  const found = published(ranges, about);
  expect([osvText(found), cveText(found), found.csaf]).toEqual([osv, cve, csaf]);
  expect(osvFaults({ affected: found.osv === undefined ? [] : [found.osv] })).toEqual([]);
  for (const name of found.csaf) expect(versFaults(name.split(' ')[1] ?? '')).toEqual([]);
  for (const [i, version] of fixes.entries()) {
    expect(orderOfFix({ version }, ranges[i] ?? {})).toBe(order);
    expect(orderOfFix({ version, newerAsSaid: true }, ranges[i] ?? {})).toBe('newer');
  }
});

const typesOf = (ecosystem: string, versions: Versions, fix: string) => {
  const found = published([{ line, ...versions, fix: fixedBy(fix) }], { packages: [{ ecosystem, name: 'product' }] });
  const scheme = found.csaf[0]?.match(/vers:(\w+)/)?.[1];
  return [found.osv?.ranges?.[0]?.type, found.cve[0]?.versionType, scheme];
};

test.each<[string, Versions, string, (string | undefined)[]]>([
  ['Go', { upTo: 'v1.24.17' }, 'v1.24.18', ['SEMVER', 'semver', 'golang']],
  ['Go', { upTo: 'v1.24.17+k3s1' }, 'v1.24.17+k3s2', ['ECOSYSTEM', 'custom', 'generic']],
  ['npm', { from: '1.0.0-rc.1', upTo: '1.0.4' }, '1.0.5', ['SEMVER', 'semver', 'npm']],
  ['PyPI', { upTo: '1.0.4' }, '1.0.5', ['ECOSYSTEM', 'python', 'pypi']],
  ['Maven', { upTo: '1.0.4.Final' }, '1.0.5.Final', ['ECOSYSTEM', 'maven', 'maven']],
  ['Debian:12', { upTo: '1:1.2.13' }, '1:1.2.13-2', ['ECOSYSTEM', 'custom', 'deb']],
  ['Bitnami', { upTo: '1.2.13' }, '1.2.14', ['ECOSYSTEM', 'custom', 'generic']],
])('with a package of %s, %j fixed in %s is in the order of that', (ecosystem, versions, fix, types) => {
  expect(typesOf(ecosystem, versions, fix)).toEqual(types);
});

test('without a package, what no list can say of an odd version is left to the words', () => {
  const { osv } = published([{ line, before: '1:1.2.13-2', fix: fixedBy('1:1.2.13-2') }]);
  expect(Object.keys(osv ?? {})).toEqual(['database_specific']);
});
