import type { Advisory, Revision } from './advisory.js';

/** The revisions in order. If the first is not listed, it is added with the day of publication. */
export function revisionsOf({ publishedAt, revisions }: Advisory, firstRevision: string): readonly Revision[] {
  if (revisions.some(({ revision }) => revision === 1)) return revisions;
  return [{ revision: 1, at: publishedAt, change: firstRevision }, ...revisions];
}

/** When the latest revision was published. */
export function modifiedAt({ publishedAt, revisions }: Advisory): Date {
  return revisions.at(-1)?.at ?? publishedAt;
}
