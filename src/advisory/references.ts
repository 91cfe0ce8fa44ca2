import type { Advisory, AdvisoryLine, Publisher } from './advisory.js';
import { publicUrl } from './safe-link.js';

/** What a link leads to: this advisory's page, the change that fixes it, a patched release, a CVE record, or anything else. */
export type ReferenceKind = 'advisory' | 'fix' | 'release' | 'cve' | 'other';
export type Reference = Readonly<{ url: string; kind: ReferenceKind }>;

/** The links for readers, each once: the advisory's page, references, fixes and releases, CVE records. Unsafe ones are left out. */
export function referencesOf(
  advisory: Pick<Advisory, 'id' | 'references' | 'affected' | 'cves'>,
  { advisories }: Pick<Publisher, 'advisories'>,
): Reference[] {
  const found: [string | undefined, ReferenceKind][] = [
    [advisories?.replace('{id}', advisory.id), 'advisory'],
    ...advisory.references.map((link): [string, ReferenceKind] => [link, 'other']),
    ...advisory.affected
      .flatMap(({ fix }) => linksOf(fix))
      .map((link): [string, ReferenceKind] => [link, kindOf(link)]),
    ...advisory.cves.map((cve): [string, ReferenceKind] => [`https://www.cve.org/CVERecord?id=${cve}`, 'cve']),
  ];
  const safe = found.flatMap(([link, kind]) => {
    const url = publicUrl(link);
    return url === undefined ? [] : [{ url, kind }];
  });
  return safe.filter(({ url }, i) => safe.findIndex((other) => other.url === url) === i);
}

/** The links of a fix, as they were typed. */
export function linksOf(fix: AdvisoryLine['fix']): readonly string[] {
  if (fix?.outcome !== 'fixed') return [];
  return [...(fix.link === undefined ? [] : [fix.link]), ...(fix.otherLinks ?? [])];
}

/** A commit, or a request to merge it, as GitHub, GitLab, Gitea, cgit and Gerrit write it. Else it is a release. */
function kindOf(link: string): ReferenceKind {
  const isChange =
    /\/(?:commits?|pull|pulls|merge_requests|compare)\/|\/commit\/?\?|\/c\/[\w/-]+\/\+\/\d|\.patch$/.test(link);
  return isChange ? 'fix' : 'release';
}
