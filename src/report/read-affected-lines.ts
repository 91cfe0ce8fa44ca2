import type { AffectedLine } from './affected-line.js';
import { compareTyped, isVersion } from './version-order.js';

/** UTF-16 characters the name of a product line may have. */
export const lineNameLimit = 100;

/** Why a row can't be read. `row` counts from 1. `text` is the row, cut to 40 characters. */
export type LineFault = Readonly<{
  row: number;
  text: string;
  fault:
    | 'no_colon'
    | 'no_name'
    | 'name_too_long'
    | 'unreadable_versions'
    /** `> 3.4.2` does not say which version is the first affected one. */
    | 'start_left_out'
    /** The first version is newer than the last. */
    | 'backwards';
}>;

/** The words for a range of versions. All ends are included but those of `before` and `fromBefore`. */
export type RangeWords = Readonly<{
  all: string;
  upTo(version: string): string;
  before(version: string): string;
  from(version: string): string;
  between(first: string, last: string): string;
  fromBefore(first: string, before: string): string;
}>;

/** The affected versions, in words that `readAffectedLines` can read. */
export function rangeText({ from, upTo, before }: Range, say: RangeWords): string {
  if (before !== undefined) return from === undefined ? say.before(before) : say.fromBefore(from, before);
  if (upTo !== undefined) return from === undefined ? say.upTo(upTo) : say.between(from, upTo);
  return from === undefined ? say.all : say.from(from);
}

/** Product lines, one per row, in words that `readAffectedLines` can read. */
export function writeAffectedLines(lines: readonly AffectedLine[], say: RangeWords): string {
  return lines.map((line) => `${line.line}: ${rangeText(line, say)}`).join('\n');
}

/**
 * Reads product lines as people type them in English or Chinese: one per row, the versions after the last colon that is not part
 * of a version (`1:1.2.13`). It finds all faults, and skips empty rows.
 */
export function readAffectedLines(typed: string): { lines: AffectedLine[]; faults: LineFault[] } {
  const lines: AffectedLine[] = [];
  const faults: LineFault[] = [];
  for (const [i, row] of typed.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
    if (row.trim() === '') continue;
    const read = readRow(row);
    if (typeof read === 'string') faults.push({ row: i + 1, text: cut(row.trim()), fault: read });
    else lines.push(read);
  }
  return { lines, faults };
}

function readRow(row: string): AffectedLine | LineFault['fault'] {
  const apart = row.search(lastColon);
  const colon = apart < 0 ? row.lastIndexOf(':') : apart;
  if (colon < 0) return 'no_colon';
  const line = row.slice(0, colon).replace(/\s+/g, ' ').trim();
  if (line === '') return 'no_name';
  if (line.length > lineNameLimit) return 'name_too_long';
  const range = readRange(row.slice(colon + 1));
  return typeof range === 'string' ? range : { line, ...range };
}

type Range = Pick<AffectedLine, 'from' | 'upTo' | 'before'>;

/** The last colon that can't be the one of an epoch, which stands between a number and a version with a dot. */
const colonOfLine = '(?:：|:(?!\\d+\\.)|(?<!\\d):)';
const lastColon = new RegExp(`${colonOfLine}(?!.*${colonOfLine})`);

const all = /^(?:all(?: versions?)?|every(?: version)?|any|\*|全部(?:版本)?|所有(?:版本)?)$/i;
const between = [
  /^(?:from|between|从|自)?\s*(?<from>.+?)(?:\s+(?:-|to|through|until|up to|and)\s+|\s*(?:--|[–—−~]|至|到)\s*)(?<upTo>.+?)(?:\s*为?止)?$/i,
  /^(?<from>v?\d+(?:\.\d+)+)-(?<upTo>v?\d+(?:\.\d+)+)$/i,
];
const before = [
  /^(?:from|since|>=|=>|≥|从|自)\s*(?<from>.+?)\s*起?\s*(?:,|and|且|但)?\s*(?:<|before|below|up to but not including|低于|早于)\s*(?<before>[^\s=]+)$/i,
  /^(?:从|自)?\s*(?<from>\S+?)\s*[至到]\s*(?<before>\S+?)\s*(?:之前|以前)$/,
  /^(?:<|before|below|earlier than|older than|lower than|up to but not including|低于|小于|早于)\s*(?<before>[^\s=]+)$/i,
  /^(?<before>\S+?)\s*(?:之前|以前)(?:的?版本)?$/,
];
const upTo = [
  /^(?:up to(?: and including)?|until|till|through|to|<=|=<|≤|不高于|最高|至|到|截至|截止)\s*(?<upTo>.+)$/i,
  /^(?<upTo>.+?)\s*(?:(?:and|or|&)\s*(?:earlier|older|below|before|lower)|及?以下|及(?:其?之前|以前|更早|更低)|为止)(?:的?版本|\s*versions?)?$/i,
];
const from = [
  /^(?:from|since|starting (?:from|with)|>=|=>|≥|不低于|从|自)\s*(?<from>.+?)(?:\s*(?:on|onwards?|开始|起))?$/i,
  /^(?<from>.+?)\s*(?:(?:and|or|&)\s*(?:later|newer|above|after|higher|up)|onwards?|及?以上|及(?:其?之后|以后|更新|更高)|开始|起|\+)(?:的?版本|\s*versions?)?$/i,
];
const leftOut = /^(?:>|after|later than|newer than|高于|大于|晚于)\s*(?=[v\d])/i;
const only = /^(?:only|just|仅|只有)\s*/i;

function readRange(typed: string): Range | LineFault['fault'] {
  const text = typed
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.。;；,，]+$/, '')
    .trim();
  if (all.test(text)) return {};
  if (leftOut.test(text)) return 'start_left_out';
  for (const shape of [...before, ...between, ...upTo, ...from]) {
    const range = rangeIn(shape.exec(text)?.groups);
    if (range === undefined) continue;
    return isBackwards(range) ? 'backwards' : range;
  }
  const one = versionIn(text.replace(only, ''));
  return one === undefined ? 'unreadable_versions' : { from: one, upTo: one };
}

function isBackwards({ from: first, upTo: last, before: end }: Range): boolean {
  if (first === undefined) return false;
  if (last !== undefined) return compareTyped(first, last) === 'newer';
  return end !== undefined && ['newer', 'same'].includes(compareTyped(first, end));
}

/** The versions that a pattern found, if all of them can be read. */
function rangeIn(groups: Readonly<Record<string, string | undefined>> | undefined): Range | undefined {
  if (groups === undefined) return undefined;
  const ends = (['from', 'upTo', 'before'] as const).flatMap((end) => {
    const text = groups[end];
    return text === undefined ? [] : [[end, versionIn(text)] as const];
  });
  return ends.some(([, version]) => version === undefined) ? undefined : Object.fromEntries(ends);
}

/** A version as typed, without a word such as "version". */
function versionIn(text: string): string | undefined {
  const bare = text.trim().replace(/^(?:versions?|ver\.?|release|版本)\s*/i, '');
  return isVersion(bare) ? bare : undefined;
}

const cut = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
