import { type AffectedLine, rangeOf, type VersionRange } from './affected-line.js';
import { defined } from './defined.js';
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
    /** `main` or `the newest`: another release tomorrow. */
    | 'no_number'
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

// A word of English is one only before a space or a number: "tomcat-9.0" does not mean up to "mcat-9.0".
const start = /^(?:(?:from|since)(?= |v?\d)|>=|=>|≥|从|自)/i;
const end = /^(?:and |but |且|但)? ?(?:[<≤]|=<|(?:before|below|up to)(?= |v?\d)|低于|早于|不高于|至|到)/i;

/** Ranges with commas or semicolons between them. `>= 2.0, < 2.3` is one. */
function readRanges(typed: string): VersionRange[] | LineFault['fault'] {
  const ranges = tidy(typed)
    .split(/[;、]/)
    .flatMap((some) => joined(some.split(',').map((part) => part.trim())));
  const typedOnes = ranges.flatMap(listed).filter((part) => part.replace(/[.。 ]/g, '') !== '');
  const read = (typedOnes.length === 0 ? [''] : typedOnes).map(readRange);
  const fault = read.find((one) => typeof one === 'string');
  return fault ?? read.flatMap((one) => (typeof one === 'string' ? [] : [rangeOf(one)]));
}

/** The last colon that can't be the one of a digest, or of an epoch, which stands between a number and a version with a dot. */
const colonOfLine = '(?:：|(?<!\\bsha\\d{3}):(?!\\d+\\.)|(?<!\\d):)';
const lastColon = new RegExp(`${colonOfLine}(?!.*${colonOfLine})`);

const all = /^(?:all(?: versions?)?|every(?: version)?|any|\*|全部(?:版本)?|所有(?:版本)?)$/i;
const between = [
  // A tilde between two versions comes after what stands apart: it is also part of a version, as in 1.0~rc1.
  /^(?:(?:from|between) |从|自)? ?(?<from>.+?) (?:-|to|through|until|up to) (?<upTo>.+?)$/i,
  /^(?:from|between) (?<from>.+?) and (?<upTo>.+?)$/i,
  /^(?:(?:from|between)(?= |v?\d)|从|自)? ?(?<from>.+?) ?(?:[–—−]|至|到) ?(?<upTo>.+?)(?: ?为?止)?$/i,
  /^(?:(?:from|between)(?= |v?\d)|从|自)? ?(?<from>\S+)(?: (?:--|~) ?|(?:--|~) )(?<upTo>\S+?)(?: ?为?止)?$/i,
  /^(?:(?:from|between)(?= |v?\d)|从|自)? ?(?<from>v?\d\S*?)(?:--|~)(?<upTo>v?\d\S*?)(?: ?为?止)?$/i,
  /^(?<from>v?\d+(?:\.\d+)+)-(?<upTo>v?\d+(?:\.\d+)+)$/i,
  // Two versions with suffixes, or two commits, without a space between them are not one version that nobody released.
  /^(?<from>v?\d+(?:\.\d+)+[-+.~\w]+?)-(?<upTo>v?\d+(?:\.\d+){2,}[-+.~\w]*)$/i,
  /^(?<from>(?=[\da-f]*[a-f])[\da-f]{7,40})-(?<upTo>(?=[\da-f]*[a-f])[\da-f]{7,40})$/i,
  /^(?<from>\d{4}(?:-\d\d){1,2})-(?<upTo>\d{4}(?:-\d\d){1,2})$/,
  // Nor are two tags that begin with the same word.
  /^(?<from>(?!v\d)(?<word>[a-z][^\d\s]*)\d\S*?)(?:--?|~)(?<upTo>\k<word>\d\S*)$/i,
  /^(?:(?:from|since)(?= |v?\d)|>=|=>|≥|从|自) ?(?<from>\S+?) ?起? ?,? ?(?:and|but|且|但)? ?(?:<=|=<|≤|(?<=[ ,])up to(?= |v?\d)|不高于|至|到) ?(?<upTo>\S+)$/i,
];
const before = [
  /^(?:(?:from|since)(?= |v?\d)|>=|=>|≥|从|自) ?(?<from>.+?) ?起? ?,? ?(?:and|but|且|但)? ?(?:<|(?<=[ ,])(?:before|below|up to but not including)(?= |v?\d)|低于|早于) ?(?<before>[^\s=]+)$/i,
  /^(?:从|自)? ?(?<from>\S+?) ?[至到] ?(?<before>\S+?) ?(?:之前|以前)$/,
  /^(?:<|(?:before|below|earlier than|older than|lower than|up to but not including)(?= |v?\d)|低于|小于|早于) ?(?<before>[^\s=]+)$/i,
  /^(?<before>\S+?) ?(?:之前|以前)(?:的?版本)?$/,
];
const upTo = [
  /^(?:(?:up to(?: and including)?|until|till|through|to)(?= |v?\d)|<=|=<|≤|不高于|最高|至|到|截至|截止) ?(?<upTo>.+)$/i,
  /^(?<upTo>.+?) ?(?:(?:and|or|&) ?(?:earlier|older|below|before|lower)|及?以下|及(?:其?之前|以前|更早|更低)|为止)(?:的?版本| ?versions?)?$/i,
];
const from = [
  /^(?:(?:from|since|starting (?:from|with))(?= |v?\d)|>=|=>|≥|不低于|从|自) ?(?<from>.+?)(?: on| ?(?:onwards?|开始|起))?$/i,
  /^(?<from>.+?) ?(?:(?:and|or|&) ?(?:later|newer|above|after|higher|up)|onwards?|及?以上|及(?:其?之后|以后|更新|更高)|开始|起|\+)(?:的?版本| ?versions?)?$/i,
];
const leftOut = /^(?:>(?!=)|(?:after|later than|newer than)(?= |v?\d)|高于|大于|晚于) ?(?=\S*\d)/i;
const only = /^(?:(?:only|just)(?= |v?\d)|仅|只有|==?(?![<>])) ?/i;

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
  const versions = part.split(/ (?:and|&) | ?[和与] ?/i);
  return versions.every((one) => versionIn(one.replace(only, '')) !== undefined) ? versions : [part];
}

/** Reads one range. */
export function readRange(typed: string): VersionRange | LineFault['fault'] {
  const text = tidy(typed)
    .replace(/[.。;,]+$/, '')
    .trim();
  if (all.test(text)) return {};
  if (leftOut.test(text)) return 'start_left_out';
  const found = [...before, ...between, ...upTo, ...from].map((shape) => endsIn(shape.exec(text)?.groups));
  for (const ends of found) {
    const range = rangeIn(ends);
    if (range !== undefined) return isBackwards(range) ? 'backwards' : range;
  }
  const one = versionIn(text.replace(only, ''));
  if (one !== undefined) return { from: one, upTo: one };
  return [[text], ...found.map((ends) => Object.values(ends))].some((ends) =>
    ends.some((version) => /^\D+$/.test(version)),
  )
    ? 'no_number'
    : 'unreadable_versions';
}

function isBackwards({ from: first, upTo: last, before: next }: VersionRange): boolean {
  if (first === undefined) return false;
  if (last !== undefined) return compareTyped(first, last) === 'newer';
  return next !== undefined && ['newer', 'same'].includes(compareTyped(first, next));
}

type Ends = Readonly<Partial<Record<'from' | 'upTo' | 'before', string>>>;

const endsIn = ({ from: first, upTo: last, before: next }: Readonly<Record<string, string | undefined>> = {}): Ends =>
  defined({ from: first, upTo: last, before: next });

/** The ends that a pattern found, if all of them are versions. */
function rangeIn(ends: Ends): VersionRange | undefined {
  const versions = Object.entries(ends).map(([name, text]) => [name, versionIn(text)] as const);
  if (versions.length === 0 || versions.some(([, version]) => version === undefined)) return undefined;
  return Object.fromEntries(versions);
}

/** A version as typed, without a word such as "version". */
function versionIn(text: string): string | undefined {
  const bare = text.replace(/^(?:(?:versions?|ver\.?|release) |(?:versions?|ver\.?)(?=\d)|版本 ?)/i, '');
  return isVersion(bare) ? bare : undefined;
}

/** In one spelling, with single spaces. All patterns of ranges are for such a text. */
const tidy = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim();
const cut = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
