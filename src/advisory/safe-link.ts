/** The link if it is safe to publish: http or https, without user name or password. Otherwise `undefined`. */
export function publicUrl(link: string | undefined): string | undefined {
  if (link === undefined || !URL.canParse(link)) return undefined;
  const url = new URL(link);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  // Characters that could end a link in Markdown or Slack, or start markup there.
  return url.href.replace(/[()'|`[\]{}^\\<>"*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The links for readers: references first, then the releases with the fix, each once. */
export function publicLinks(advisory: {
  readonly references: readonly string[];
  readonly affected: readonly {
    readonly fix?: { readonly outcome: string; readonly link?: string | undefined } | undefined;
  }[];
}): { url: string; fix: boolean }[] {
  const fixes = new Set(advisory.affected.flatMap(({ fix }) => publicUrl(fix?.link) ?? []));
  const references = new Set(advisory.references.flatMap((link) => publicUrl(link) ?? []));
  return [...new Set([...references, ...fixes])].map((url) => ({ url, fix: fixes.has(url) }));
}
