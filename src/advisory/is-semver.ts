const stages = 'alpha|beta|rc|pre|preview|dev|snapshot';
const release = String.raw`(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}`;
const inOrder = new RegExp(`^${release}(?:-(?:${stages})(?:\\.(?:0|[1-9]\\d*))*)?$`);
/** A version that Go makes from a commit. https://go.dev/ref/mod#pseudo-versions */
const pseudoVersion = new RegExp(String.raw`^${release}-(?:[\da-z.-]+\.)?\d{14}-[\da-f]{12}$`);

/**
 * Whether a version is Semantic Versioning 2.0.0 and its order there is the one meant. By SemVer `3.3.0-rc10` is older than
 * `3.3.0-rc2`, a hotfix `11.1.6-h1` is older than `11.1.6`, and `+k3s2` is no newer than `+k3s1`: those are not.
 */
export function isMeantAsSemver(version: string): boolean {
  return inOrder.test(version) || pseudoVersion.test(version);
}
