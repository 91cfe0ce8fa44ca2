import { csafProducts } from '../../src/advisory/csaf-products.js';
import { renderCveRecord } from '../../src/advisory/cve-record.js';
import { renderOsv } from '../../src/advisory/osv.js';
import type { AffectedLine } from '../../src/report/affected-line.js';
import type { Product } from '../../src/report/product.js';
import { cases, publisher } from './cases.js';

type Versions = Omit<AffectedLine, 'line'>;

function published(versions: Versions, fix: string | undefined, packages: Product['packages'] = []) {
  const line = 'Product';
  const [plain] = Object.values(cases);
  if (plain === undefined) throw new Error('there are cases');
  const advisory = {
    ...plain,
    affected: [
      {
        line,
        ...versions,
        ...(fix && {
          fix: { outcome: 'fixed' as const, line, version: fix, releasedAt: new Date('2026-10-01T00:00:00Z') },
        }),
      },
    ],
  };
  const here = { ...publisher, products: [{ name: line, packages }] };
  const [osv] = renderOsv(advisory, here).affected;
  const [cve] = renderCveRecord(advisory, here).cnaContainer.affected[0]?.versions ?? [];
  const { tree } = csafProducts(advisory, here) as unknown as {
    tree: { branches: { branches: { branches: { category: string; name: string }[] }[] }[] };
  };
  const csaf = tree.branches[0]?.branches[0]?.branches.map(({ category, name }) => `${category} ${name}`);
  return { osv, cve, csaf };
}

/** What OSV says of a range: its type and ends, or the versions that are listed. */
const osvText = ({ osv }: ReturnType<typeof published>) =>
  osv?.ranges === undefined
    ? `listed ${osv?.versions?.join(' ')}`
    : `${osv.ranges[0]?.type} ${osv.ranges[0]?.events.map((event) => Object.entries(event)[0]?.join(' ')).join(' ')}`;
const cveText = ({ cve: { version, lessThan, lessThanOrEqual, versionType } = never }: ReturnType<typeof published>) =>
  [
    versionType,
    version,
    ...(lessThan ? ['<', lessThan] : []),
    ...(lessThanOrEqual ? ['<=', lessThanOrEqual] : []),
  ].join(' ');
const never: NonNullable<ReturnType<typeof published>['cve']> = {
  version: '',
  status: 'affected',
  versionType: 'custom',
};

test.each<[string, Versions, string | undefined, string, string, string[]]>([
  [
    'plain releases',
    { from: 'v3.4.0', upTo: '3.4.1' },
    'v3.4.2',
    'SEMVER introduced 3.4.0 fixed 3.4.2',
    'semver 3.4.0 <= 3.4.1',
    ['product_version_range vers:generic/>=3.4.0|<=3.4.1', 'product_version 3.4.2'],
  ],
  [
    'pre-releases that SemVer orders otherwise',
    { from: 'v3.3.0-rc1', upTo: 'v3.3.0-rc2' },
    'v3.3.0-rc3',
    'listed 3.3.0-rc1 3.3.0-rc2',
    'custom 3.3.0-rc1 <= 3.3.0-rc2',
    ['product_version_range vers:generic/>=3.3.0-rc1|<=3.3.0-rc2', 'product_version 3.3.0-rc3'],
  ],
  [
    'a hotfix suffix',
    { from: '11.1.0', upTo: '11.1.6' },
    '11.1.6-h1',
    'listed 11.1.0 11.1.6',
    'custom 11.1.0 <= 11.1.6',
    ['product_version_range vers:generic/>=11.1.0|<=11.1.6', 'product_version 11.1.6-h1'],
  ],
  [
    'build metadata as a release',
    { upTo: 'v1.24.17+k3s1' },
    'v1.24.17+k3s2',
    'listed 1.24.17+k3s1',
    'custom 0 <= 1.24.17+k3s1',
    ['product_version_range vers:generic/<=1.24.17%2Bk3s1', 'product_version 1.24.17+k3s2'],
  ],
  [
    'a Go pseudo-version',
    { upTo: 'v0.0.0-20231218163308-9d2ee975ef9f' },
    'v0.17.0',
    'SEMVER introduced 0 fixed 0.17.0',
    'semver 0 <= 0.0.0-20231218163308-9d2ee975ef9f',
    ['product_version_range vers:generic/<=0.0.0-20231218163308-9d2ee975ef9f', 'product_version 0.17.0'],
  ],
  [
    'an epoch',
    { upTo: '1:1.2.13' },
    '1:1.2.13-2',
    'listed 1:1.2.13',
    'custom 0 <= 1:1.2.13',
    ['product_version_range vers:generic/<=1%3A1.2.13', 'product_version 1:1.2.13-2'],
  ],
  [
    'all of a line, without an x',
    { from: '3.4.x', upTo: '3.4.x' },
    '3.5.0',
    'SEMVER introduced 3.4.0 fixed 3.5.0',
    'custom 3.4.0 < 3.5',
    ['product_version_range vers:generic/>=3.4.0|<3.5', 'product_version 3.5.0'],
  ],
  [
    'an end that is left out',
    { from: '2.0.0', before: '2.1.3' },
    '2.1.3',
    'SEMVER introduced 2.0.0 fixed 2.1.3',
    'semver 2.0.0 < 2.1.3',
    ['product_version_range vers:generic/>=2.0.0|<2.1.3', 'product_version 2.1.3'],
  ],
  [
    'a single version',
    { from: '4.1.2', upTo: '4.1.2' },
    '4.1.3',
    'SEMVER introduced 4.1.2 fixed 4.1.3',
    'semver 4.1.2',
    ['product_version 4.1.2', 'product_version 4.1.3'],
  ],
  ['all versions', {}, undefined, 'SEMVER introduced 0', 'custom 0 < *', ['product_version_range vers:all/*']],
])('%s', (_, versions, fix, osv, cve, csaf) => {
  const found = published(versions, fix);
  expect([osvText(found), cveText(found), found.csaf]).toEqual([osv, cve, csaf]);
});

const typesOf = (ecosystem: string, versions: Versions, fix: string) => {
  const found = published(versions, fix, [{ ecosystem, name: 'product' }]);
  const scheme = found.csaf?.[0]?.match(/vers:(\w+)/)?.[1];
  return [found.osv?.ranges?.[0]?.type, found.cve?.versionType, scheme];
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
  const { osv } = published({ before: '1:1.2.13-2' }, '1:1.2.13-2');
  expect(Object.keys(osv ?? {})).toEqual(['database_specific']);
});
