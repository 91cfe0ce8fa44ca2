/**
 * What is known of a package ecosystem of OSV: whether its versions are ordered by SemVer, its scheme in the VERS specification,
 * its `versionType` in CVE records, and where its packages are (`collectionURL` there).
 */
export type Ecosystem = Readonly<{ semver?: true; scheme?: string; versionType?: string; collection?: string }>;

/**
 * https://ossf.github.io/osv-schema/#defined-ecosystems, https://github.com/package-url/vers-spec and the examples of
 * https://github.com/CVEProject/cve-schema
 */
const ecosystems: Readonly<Record<string, Ecosystem>> = {
  Alpine: { scheme: 'alpine' },
  ConanCenter: { scheme: 'conan', collection: 'https://conan.io/center' },
  'crates.io': { semver: true, scheme: 'cargo', collection: 'https://crates.io' },
  Debian: { scheme: 'deb' },
  Go: { semver: true, scheme: 'golang', collection: 'https://pkg.go.dev' },
  Hex: { semver: true, scheme: 'hex', collection: 'https://hex.pm' },
  Maven: { scheme: 'maven', versionType: 'maven', collection: 'https://repo.maven.apache.org/maven2' },
  npm: { semver: true, scheme: 'npm', collection: 'https://registry.npmjs.org' },
  NuGet: { scheme: 'nuget', collection: 'https://www.nuget.org/packages' },
  Packagist: { scheme: 'composer', collection: 'https://packagist.org' },
  Pub: { semver: true, collection: 'https://pub.dev' },
  PyPI: { scheme: 'pypi', versionType: 'python', collection: 'https://pypi.org/project' },
  'Red Hat': { scheme: 'rpm', versionType: 'rpm' },
  RubyGems: { scheme: 'gem', collection: 'https://rubygems.org' },
  SwiftURL: { semver: true },
  Ubuntu: { scheme: 'deb' },
  ...Object.fromEntries(
    [
      ...[
        'AlmaLinux',
        'Alpaquita',
        'Android',
        'Azure Linux',
        'BellSoft Hardened Containers',
        'Bioconductor',
        'Bitnami',
      ],
      ...['Chainguard', 'CleanStart', 'CRAN', 'Docker Hardened Images', 'Echo', 'FreeBSD', 'GHC', 'GitHub Actions'],
      ...['Hackage', 'Julia', 'Kubernetes', 'Linux', 'Mageia', 'MinimOS', 'opam', 'openEuler', 'openSUSE', 'OSS-Fuzz'],
      ...['Photon OS', 'Rocky Linux', 'Root', 'SUSE', 'TuxCare', 'VSCode', 'Wolfi'],
    ].map((name) => [name, {}]),
  ),
};

/** An ecosystem by its name in OSV, with a suffix such as `Debian:12` or without. `undefined` if OSV has no such name. */
export function ecosystemNamed(name: string): Ecosystem | undefined {
  const [base = ''] = name.split(':', 1);
  return Object.hasOwn(ecosystems, base) && !name.endsWith(':') ? ecosystems[base] : undefined;
}
