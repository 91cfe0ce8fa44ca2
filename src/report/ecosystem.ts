/**
 * What is known of a package ecosystem of OSV: whether its versions are ordered by SemVer, and its scheme in the VERS
 * specification, which is also the `versionType` of a CVE record.
 */
export type Ecosystem = Readonly<{ semver?: true; scheme?: string }>;

/** https://ossf.github.io/osv-schema/#defined-ecosystems and https://github.com/package-url/vers-spec */
const ecosystems: Readonly<Record<string, Ecosystem>> = {
  Alpine: { scheme: 'alpine' },
  ConanCenter: { scheme: 'conan' },
  'crates.io': { semver: true, scheme: 'cargo' },
  Debian: { scheme: 'deb' },
  Go: { semver: true, scheme: 'golang' },
  Hex: { semver: true, scheme: 'hex' },
  Maven: { scheme: 'maven' },
  npm: { semver: true, scheme: 'npm' },
  NuGet: { scheme: 'nuget' },
  Packagist: { scheme: 'composer' },
  Pub: { semver: true },
  PyPI: { scheme: 'pypi' },
  'Red Hat': { scheme: 'rpm' },
  RubyGems: { scheme: 'gem' },
  SwiftURL: { semver: true },
  Ubuntu: { scheme: 'deb' },
  ...Object.fromEntries(
    [
      ...['AlmaLinux', 'Android', 'Bioconductor', 'Bitnami', 'Chainguard', 'CRAN', 'FreeBSD', 'GHC', 'GitHub Actions'],
      ...['Hackage', 'Julia', 'Kubernetes', 'Linux', 'Mageia', 'opam', 'openEuler', 'openSUSE', 'OSS-Fuzz'],
      ...['Photon OS', 'Rocky Linux', 'SUSE', 'VSCode', 'Wolfi'],
    ].map((name) => [name, {}]),
  ),
};

/** An ecosystem by its name in OSV, with a suffix such as `Debian:12` or without. `undefined` if OSV has no such name. */
export function ecosystemNamed(name: string): Ecosystem | undefined {
  const [base = ''] = name.split(':', 1);
  return Object.hasOwn(ecosystems, base) && !name.endsWith(':') ? ecosystems[base] : undefined;
}
