import type { VersionRange } from './affected-line.js';
import { compareTyped } from './version-order.js';

/** Whether a version is surely in both ranges. Where the order of their ends can't be told, it is not sure. */
export function overlap(one: VersionRange, other: VersionRange): boolean {
  return beginsBeforeEnd(one, other) && beginsBeforeEnd(other, one);
}

function beginsBeforeEnd({ from }: VersionRange, { from: first, upTo, before }: VersionRange): boolean {
  if (from === undefined) return true;
  if (first !== undefined && compareTyped(from, first) === 'same') return true;
  if (upTo !== undefined) return ['older', 'same'].includes(compareTyped(from, upTo));
  if (before !== undefined) return compareTyped(from, before) === 'older';
  return first === undefined || compareTyped(from, first) !== 'cannot_say';
}
