import type { Advisory, Revision } from './advisory.js';

/** The editions in order. If the first is not listed, it is added with the day of publication. */
export function editions(advisory: Advisory, firstEdition: string): readonly Revision[] {
  const listed = advisory.revisions.filter(({ revision }) => revision <= advisory.revision);
  if (listed.some(({ revision }) => revision === 1)) return listed;
  return [{ revision: 1, at: advisory.publishedAt, change: firstEdition }, ...listed];
}

/** When the latest edition was published. */
export function modifiedAt(advisory: Advisory): Date {
  return editions(advisory, '').at(-1)?.at ?? advisory.publishedAt;
}
