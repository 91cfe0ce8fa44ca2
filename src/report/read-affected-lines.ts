import { type AffectedLine, rangeOf, type VersionRange } from './affected-line.js';
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
  /** What stands between two ranges of a product. */
  and: string;
  all: string;
  upTo(version: string): string;
  before(version: string): string;
  from(version: string): string;
  between(first: string, last: string): string;
  fromBefore(first: string, before: string): string;
}>;

/** The affected versions, in words that `readAffectedLines` can read. */
export function rangeText({ from, upTo, before }: VersionRange, say: RangeWords): string {
  if (before !== undefined) return from === undefined ? say.before(before) : say.fromBefore(from, before);
  if (from !== undefined && from === upTo) return from;
  if (upTo !== undefined) return from === undefined ? say.upTo(upTo) : say.between(from, upTo);
  return from === undefined ? say.all : say.from(from);
}

/** The ranges of a product, in words that `readAffectedLines` can read. */
export function rangesText(ranges: readonly VersionRange[], say: RangeWords): string {
  return ranges.map((range) => rangeText(range, say)).join(say.and);
}

/** Products with their ranges, one per row, in words that `readAffectedLines` can read. */
export function writeAffectedLines(lines: readonly AffectedLine[], say: RangeWords): string {
  return [...byProduct(lines)].map(([name, ranges]) => `${name}: ${rangesText(ranges, say)}`).join('\n');
}

/** The lines of each product, in the order of their first. */
export function byProduct<L extends Pick<AffectedLine, 'line'>>(
  lines: readonly L[],
): ReadonlyMap<string, readonly L[]> {
  return new Map(lines.map(({ line }) => [line, lines.filter((one) => one.line === line)]));
}

/**
 * Reads products as people type them in English or Chinese: one per row, the ranges after the last colon that is not part of a
 * version (`1:1.2.13`), with commas between them. It finds all faults, and skips empty rows. A product in several rows has the
 * ranges of all of them. A name in another spelling than one of `known`, or than in a row before, is that name.
 */
export function readAffectedLines(
  typed: string,
  known: readonly string[] = [],
): { lines: AffectedLine[]; faults: LineFault[] } {
  const lines: AffectedLine[] = [];
  const faults: LineFault[] = [];
  for (const [i, row] of typed.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
    if (row.trim() === '') continue;
    const read = readRow(row);
    if (typeof read === 'string') faults.push({ row: i + 1, text: cut(row.trim()), fault: read });
    else lines.push(...read);
  }
  const named = lines.map((line) => ({
    ...line,
    line: [...known, ...lines.map((one) => one.line)].find((name) => spelled(name) === spelled(line.line)) ?? line.line,
  }));
  return { lines: [...byProduct(named).values()].flat(), faults };
}

const spelled = (name: string) => name.normalize('NFKC').toLowerCase();

function readRow(row: string): AffectedLine[] | LineFault['fault'] {
  const apart = row.search(lastColon);
  const colon = apart < 0 ? row.lastIndexOf(':') : apart;
  if (colon < 0) return 'no_colon';
  const line = row.slice(0, colon).replace(/\s+/g, ' ').trim();
  if (line === '') return 'no_name';
  if (line.length > lineNameLimit) return 'name_too_long';
  const ranges = readRanges(row.slice(colon + 1));
  return typeof ranges === 'string' ? ranges : ranges.map((range) => ({ line, ...range }));
}

const start = /^(?:from|since|>=|=>|≥|从|自)/i;
const end = /^(?:and|but|且|但)?\s*(?:[<≤]|=<|before|below|up to|低于|早于|不高于|至|到)/i;

/** Ranges with commas or semicolons between them. `>= 2.0, < 2.3` is one. */
function readRanges(typed: string): VersionRange[] | LineFault['fault'] {
  const ranges = typed.split(/[;；、]/).flatMap((some) => joined(some.split(/[,，]/).map((part) => part.trim())));
  const typedOnes = ranges.flatMap(listed).filter((part) => part.replace(/[.。\s]/g, '') !== '');
  const read = (typedOnes.length === 0 ? [''] : typedOnes).map(readRange);
  const fault = read.find((one) => typeof one === 'string');
  return fault ?? read.flatMap((one) => (typeof one === 'string' ? [] : [rangeOf(one)]));
}

/** The last colon that can't be the one of an epoch, which stands between a number and a version with a dot. */
const colonOfLine = '(?:：|:(?!\\d+\\.)|(?<!\\d):)';
const lastColon = new RegExp(`${colonOfLine}(?!.*${colonOfLine})`);

const all = /^(?:all(?: versions?)?|every(?: version)?|any|\*|全部(?:版本)?|所有(?:版本)?)$/i;
const between = [
  // A tilde between two versions comes after what stands apart: it is also part of a version, as in 1.0~rc1.
  /^(?:from|between|从|自)?\s*(?<from>.+?)\s+(?:-|to|through|until|up to)\s+(?<upTo>.+?)$/i,
  /^(?:from|between)\s+(?<from>.+?)\s+and\s+(?<upTo>.+?)$/i,
  /^(?:from|between|从|自)?\s*(?<from>.+?)\s*(?:--|[–—−~]|至|到)\s*(?<upTo>.+?)(?:\s*为?止)?$/i,
  /^(?<from>v?\d+(?:\.\d+)+)-(?<upTo>v?\d+(?:\.\d+)+)$/i,
  // Two versions with suffixes, or two commits, without a space between them are not one version that nobody released.
  /^(?<from>v?\d+(?:\.\d+)+[-+.~\w]+?)-(?<upTo>v?\d+(?:\.\d+){2,}[-+.~\w]*)$/i,
  /^(?<from>(?=[\da-f]*[a-f])[\da-f]{7,40})-(?<upTo>(?=[\da-f]*[a-f])[\da-f]{7,40})$/i,
  /^(?:from|since|>=|=>|≥|从|自)\s*(?<from>\S+?)\s*起?\s*(?:,|and|且|但)?\s*(?:<=|=<|≤|up to|不高于|至|到)\s*(?<upTo>\S+)$/i,
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

/** Puts an end behind the start that it belongs to. */
function joined(parts: readonly string[]): string[] {
  return parts.reduce<string[]>((before, part) => {
    const last = before.at(-1);
    const one = last !== undefined && start.test(last) && !last.includes(',') && end.test(part);
    return one ? [...before.slice(0, -1), `${last}, ${part}`] : [...before, part];
  }, []);
}

/** `4.1.2 and 4.1.5` are two versions, and nothing between them. */
function listed(part: string): readonly string[] {
  const versions = part.split(/\s+(?:and|&)\s+|\s*[和与]\s*/i);
  return versions.every((one) => versionIn(one.normalize('NFKC').replace(only, '')) !== undefined) ? versions : [part];
}

/** Reads one range. */
export function readRange(typed: string): VersionRange | LineFault['fault'] {
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

function isBackwards({ from: first, upTo: last, before: next }: VersionRange): boolean {
  if (first === undefined) return false;
  if (last !== undefined) return compareTyped(first, last) === 'newer';
  return next !== undefined && ['newer', 'same'].includes(compareTyped(first, next));
}

/** The versions that a pattern found, if all of them can be read. */
function rangeIn(groups: Readonly<Record<string, string | undefined>> | undefined): VersionRange | undefined {
  if (groups === undefined) return undefined;
  const ends = (['from', 'upTo', 'before'] as const).flatMap((name) => {
    const text = groups[name];
    return text === undefined ? [] : [[name, versionIn(text)] as const];
  });
  return ends.some(([, version]) => version === undefined) ? undefined : Object.fromEntries(ends);
}

/** A version as typed, without a word such as "version". */
function versionIn(text: string): string | undefined {
  const bare = text.trim().replace(/^(?:versions?|ver\.?|release|版本)\s*/i, '');
  return isVersion(bare) ? bare : undefined;
}

const cut = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
