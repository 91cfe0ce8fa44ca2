import type { Advisory, Revision } from './advisory.js';

/** The revisions in order. If the first is not listed, it is added with the day of publication. */
export function revisionsOf(advisory: Advisory, firstRevision: string): readonly Revision[] {
  const listed = advisory.revisions.filter(({ revision }) => revision <= advisory.revision);
  if (listed.some(({ revision }) => revision === 1)) return listed;
  return [{ revision: 1, at: advisory.publishedAt, change: firstRevision }, ...listed];
}

/** When the latest revision was published. */
export function modifiedAt(advisory: Advisory): Date {
  return revisionsOf(advisory, '').at(-1)?.at ?? advisory.publishedAt;
}
