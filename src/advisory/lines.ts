import type { Words } from '../words/words.js';
import type { AdvisoryLine, Publisher } from './advisory.js';

type Said = Pick<Words, 'advisory'>;

/** Which versions of a line are affected. Where no last one is known, the patched release tells it. */
export function affectedVersions({ from, upTo, fix }: AdvisoryLine, { advisory }: Said): string {
  const fixed = fix?.outcome === 'fixed' ? fix.version : undefined;
  if (upTo !== undefined) return from === undefined ? advisory.upTo(upTo) : advisory.fromTo(from, upTo);
  if (fixed !== undefined) return from === undefined ? advisory.before(fixed) : advisory.fromBefore(from, fixed);
  return from === undefined ? advisory.allVersions : advisory.from(from);
}

/** The patched release of a line, or why there is none. */
export function patchedVersion({ fix }: AdvisoryLine, { advisory }: Said): string {
  if (fix === undefined) return advisory.noFixYet;
  return fix.outcome === 'fixed' ? fix.version : advisory.wontFix;
}

/** What the users of a line are to do. */
export function advice({ line, fix }: AdvisoryLine, publisher: Publisher, { advisory }: Said): string {
  if (fix === undefined) return advisory.noFixYetLine(line);
  return fix.outcome === 'fixed'
    ? advisory.upgrade(line, fix.version, publisher.day(fix.releasedAt))
    : advisory.wontFixLine(line);
}
