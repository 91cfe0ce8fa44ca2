import type { AffectedLine } from './affected-line.js';
import { compareTyped, readVersion } from './version-order.js';

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
    /** `< 3.4.2` does not say which version is the last affected one. */
    | 'end_left_out'
    /** The first version is newer than the last. */
    | 'backwards';
}>;

/** The words for a range of versions, both ends included. */
export type RangeWords = Readonly<{
  all: string;
  upTo(version: string): string;
  from(version: string): string;
  between(first: string, last: string): string;
}>;

/** The affected versions, in words that `readAffectedLines` can read. */
export function rangeText({ from, upTo }: Pick<AffectedLine, 'from' | 'upTo'>, say: RangeWords): string {
  if (from !== undefined && upTo !== undefined) return say.between(from, upTo);
  if (upTo !== undefined) return say.upTo(upTo);
  return from === undefined ? say.all : say.from(from);
}

/** Product lines, one per row, in words that `readAffectedLines` can read. */
export function writeAffectedLines(lines: readonly AffectedLine[], say: RangeWords): string {
  return lines.map((line) => `${line.line}: ${rangeText(line, say)}`).join('\n');
}

/**
 * Reads product lines as people type them in English or Chinese: one per row, the versions after the last colon. It finds all
 * faults, and skips empty rows.
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
  const colon = Math.max(row.lastIndexOf(':'), row.lastIndexOf('：'));
  if (colon < 0) return 'no_colon';
  const line = row.slice(0, colon).replace(/\s+/g, ' ').trim();
  if (line === '') return 'no_name';
  if (line.length > lineNameLimit) return 'name_too_long';
  const range = readRange(row.slice(colon + 1));
  return typeof range === 'string' ? range : { line, ...range };
}

type Range = Pick<AffectedLine, 'from' | 'upTo'>;

const all = /^(?:all(?: versions?)?|every(?: version)?|any|\*|全部(?:版本)?|所有(?:版本)?)$/i;
const between = [
  /^(?:from|between|从|自)?\s*(?<from>.+?)(?:\s+(?:-|to|through|until|up to|and)\s+|\s*(?:--|[–—−~]|至|到)\s*)(?<upTo>.+?)(?:\s*为?止)?$/i,
  /^(?<from>v?\d+(?:\.\d+)+)-(?<upTo>v?\d+(?:\.\d+)+)$/i,
];
const upTo = [
  /^(?:up to(?: and including)?|until|till|through|to|<=|=<|≤|不高于|最高|至|到|截至|截止)\s*(?<upTo>.+)$/i,
  /^(?<upTo>.+?)\s*(?:(?:and|or|&)\s*(?:earlier|older|below|before|lower)|及?以下|及(?:其?之前|以前|更早|更低)|为止)(?:的?版本|\s*versions?)?$/i,
];
const from = [
  /^(?:from|since|starting (?:from|with)|>=|=>|≥|不低于|从|自)\s*(?<from>.+?)(?:\s*(?:on|onwards?|开始|起))?$/i,
  /^(?<from>.+?)\s*(?:(?:and|or|&)\s*(?:later|newer|above|after|higher|up)|onwards?|及?以上|及(?:其?之后|以后|更新|更高)|开始|起|\+)(?:的?版本|\s*versions?)?$/i,
];
const leftOut =
  /^(?:<|>|before|below|after|earlier than|later than|older than|newer than|低于|小于|早于|高于|大于|晚于)\s*(?=[v\d])/i;
const only = /^(?:only|just|仅|只有)\s*/i;

function readRange(typed: string): Range | LineFault['fault'] {
  const text = typed
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.。;；,，]+$/, '')
    .trim();
  if (all.test(text)) return {};
  if (leftOut.test(text)) return 'end_left_out';
  for (const shape of [...between, ...upTo, ...from]) {
    const range = rangeIn(shape.exec(text)?.groups);
    if (range === undefined) continue;
    const { from: first, upTo: last } = range;
    return first !== undefined && last !== undefined && compareTyped(first, last) === 'newer' ? 'backwards' : range;
  }
  const one = versionIn(text.replace(only, ''));
  return one === undefined ? 'unreadable_versions' : { from: one, upTo: one };
}

/** The versions that a pattern found, if all of them can be read. */
function rangeIn(groups: Readonly<Record<string, string | undefined>> | undefined): Range | undefined {
  if (groups === undefined) return undefined;
  const ends = (['from', 'upTo'] as const).flatMap((end) => {
    const text = groups[end];
    return text === undefined ? [] : [[end, versionIn(text)] as const];
  });
  return ends.some(([, version]) => version === undefined) ? undefined : Object.fromEntries(ends);
}

/** A version as typed, without a word such as "version". */
function versionIn(text: string): string | undefined {
  const bare = text.trim().replace(/^(?:versions?|ver\.?|release|版本)\s*/i, '');
  return readVersion(bare) === undefined ? undefined : bare;
}

const cut = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
