/** The link if it is safe to publish: http or https, without user name or password. Otherwise `undefined`. */
export function publicUrl(link: string | undefined): string | undefined {
  if (link === undefined || !URL.canParse(link)) return undefined;
  const url = new URL(link);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  // Characters that could end a link in Markdown or Slack, or start markup there.
  return url.href.replace(/[()'|`[\]{}^\\<>"*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
