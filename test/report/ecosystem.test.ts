import { ecosystemNamed } from '../../src/report/ecosystem.js';

test.each([
  ['npm', { semver: true, scheme: 'npm', collection: 'https://registry.npmjs.org' }],
  ['Debian:12', { scheme: 'deb' }],
  ['Wolfi', {}],
  ['Debian:', undefined],
  ['debian', undefined],
  ['toString', undefined],
  ['', undefined],
])('the ecosystem %s is %j', (name, known) => expect(ecosystemNamed(name)).toEqual(known));

// Said anew, since what is published changes with it: whether versions are ordered by SemVer, the scheme in VERS and the type in
// CVE records, and where packages are.
test.each([
  ['Alpine', '', 'alpine', '', ''],
  ['ConanCenter', '', 'conan', '', 'conan.io/center'],
  ['crates.io', 'semver', 'cargo', '', 'crates.io'],
  ['Debian', '', 'deb', '', ''],
  ['Go', 'semver', 'golang', '', 'pkg.go.dev'],
  ['Hex', 'semver', 'hex', '', 'hex.pm'],
  ['Maven', '', 'maven', 'maven', 'repo.maven.apache.org/maven2'],
  ['NuGet', '', 'nuget', '', 'www.nuget.org/packages'],
  ['Packagist', '', 'composer', '', 'packagist.org'],
  ['Pub', 'semver', '', '', 'pub.dev'],
  ['PyPI', '', 'pypi', 'python', 'pypi.org/project'],
  ['Red Hat', '', 'rpm', 'rpm', ''],
  ['RubyGems', '', 'gem', '', 'rubygems.org'],
  ['SwiftURL', 'semver', '', '', ''],
  ['Ubuntu', '', 'deb', '', ''],
])('of %s the publications say: %s %s %s %s', (name, order, scheme, versionType, collection) => {
  const known = ecosystemNamed(name);
  expect(known?.semver).toBe(order === 'semver' ? true : undefined);
  expect([known?.scheme ?? '', known?.versionType ?? '']).toEqual([scheme, versionType]);
  expect(known?.collection).toBe(collection === '' ? undefined : `https://${collection}`);
});

test.each(['AlmaLinux', 'GitHub Actions', 'Kubernetes', 'openEuler'])('%s is known, and nothing of it', (name) => {
  expect(ecosystemNamed(name)).toEqual({});
});
