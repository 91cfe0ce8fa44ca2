import type { Words } from '../locales/words.js';
import type { AdvisoryLine, Publisher } from './advisory.js';

type Said = Pick<Words, 'advisory'>;
type LineLocale = Pick<Words, 'advisory' | 'terms'>;

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

/** What the users of a line are to do, after its name. */
export function advice(line: AdvisoryLine, publisher: Publisher, said: LineLocale): string {
  return said.terms.labelled(line.line, advised(line, publisher, said));
}

/** A line with its affected versions, and what its users are to do. */
export function affectedLine(line: AdvisoryLine, publisher: Publisher, said: Said): string {
  return said.advisory.affectedLine(line.line, affectedVersions(line, said), advised(line, publisher, said));
}

function advised({ fix }: AdvisoryLine, publisher: Publisher, { advisory }: Said): string {
  if (fix === undefined) return advisory.waitForFix;
  return fix.outcome === 'fixed' ? advisory.upgrade(fix.version, publisher.day(fix.releasedAt)) : advisory.moveOn;
}
