import type { VersionRange } from './affected-line.js';
import { readRange } from './read-affected-lines.js';

/**
 * The versions that a row of a supported-versions table stands for: `v4.2` is all of `v4.2.x`, `v3.0 & earlier` ends with it,
 * and `4.1.3` is that version alone. `undefined` if the row can't be read.
 */
export function supportedRange(row: string): VersionRange | undefined {
  const range = readRange(row);
  if (typeof range === 'string') return undefined;
  const { from, upTo } = range;
  if (upTo === undefined) return range;
  return { ...range, upTo: wide(upTo), ...(from === upTo ? { from: wide(upTo) } : {}) };
}

const wide = (version: string) => (/^v?\d+(?:\.\d+)?$/i.test(version) ? `${version}.x` : version);
