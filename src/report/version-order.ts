/** What the order of two versions is, as far as their text tells. `cannot_say`: that needs somebody who knows the project. */
export type VersionOrder = 'newer' | 'same' | 'older' | 'cannot_say';

/**
 * A version, taken apart to be compared and never to be shown. `numbers` may end in an `x`: `3.4.x` is all of 3.4. `early` is a
 * pre-release, `other` any suffix whose place in the order only the project knows.
 */
type Comparable = Readonly<{
  epoch: number | undefined;
  numbers: readonly (number | 'x')[];
  early?: Readonly<{ stage: string; rest: readonly number[] | undefined }>;
  other?: string;
}>;

/** In a tidy text, which has single spaces. */
const word = /^(?:(?:versions?|ver\.?|release) ?:? |(?:versions?:?|ver[.:]?|版本 ?:? ?|v ?)(?=\d))/i;
const form =
  /^(?:(?<epoch>\d{1,9})[:!])?(?<numbers>\d{1,15}(?:\.(?:\d{1,15}|[x*])){0,7})(?<suffix>[-+.~_]?[\da-z](?:[\da-z.+~_-]*[\da-z])?)?$/i;
const early = /^[-.~_]?(?<stage>alpha|beta|rc|preview|pre|dev|snapshot)(?<rest>(?:[-.]?\d{1,15})*)$/i;
const commit = /^(?=.*[a-f])(?:[\da-f]{7,40}|[\da-f]{64})$/i;
/** Tags of a repository, a build, a digest of an image. `pre-3.0` may mean what is before it. */
const tag =
  /^(?!(?:pre|post|before|after|until|upto|since|from|all|any|only|not)-?v?\d)(?=.*\d)(?:(?:@?[a-z][a-z._-]*\/)*[a-z][a-z\d.+_@-]*|\d+(?:\.\d+)*\(\d[a-z\d.]*\)[a-z\d.]*|sha\d{3}:[\da-f]{32,128})(?<=[a-z\d)])(?<!\.x(?:\.[x\d]+)*)$/i;

/** A version as it is published: as typed, without a word such as "version" or a `v` before it. */
export function publishedVersion(typed: string): string {
  return tidy(typed).replace(word, '');
}

/**
 * Whether it looks like a version: numbers with dots, perhaps an epoch and a suffix; a commit; or a tag, which is another word with
 * a digit. A word without one, such as `main`, is another release tomorrow.
 */
export function isVersion(typed: string): boolean {
  return isCommit(typed) || hasOrder(typed) || isTag(typed);
}

/** Whether it is a tag, such as `r1234` or `jenkins-2.426`: only its project knows its place in the order of versions. */
export function isTag(typed: string): boolean {
  return !isCommit(typed) && tag.test(publishedVersion(typed));
}

/** Whether it is a commit: that has no place in the order of versions. */
export function isCommit(typed: string): boolean {
  return commit.test(publishedVersion(typed));
}

/** Whether its numbers have an order: those of commits and tags have none. */
export function hasOrder(typed: string): boolean {
  return comparable(publishedVersion(typed)) !== undefined;
}

/**
 * Compares `a` with `b`. Missing numbers count as zero. A version with an `x` is the same as each version it covers. A pre-release
 * is older than its release. The order of other suffixes, of commits, of tags, and of a version with an epoch and one without
 * can't be said.
 */
export function compareTyped(a: string, b: string): VersionOrder {
  const [one, other] = [publishedVersion(a), publishedVersion(b)];
  if (one === other && isVersion(a)) return 'same';
  const [first, second] = [comparable(one), comparable(other)];
  if (first === undefined || second === undefined) return 'cannot_say';
  if ((first.epoch === undefined) !== (second.epoch === undefined)) return 'cannot_say';
  return (
    byNumbers([first.epoch ?? 0], [second.epoch ?? 0]) ??
    byNumbers(first.numbers, second.numbers) ??
    bySuffix(first, second)
  );
}

function tidy(typed: string): string {
  return typed.normalize('NFKC').replace(/\s+/g, ' ').trim();
}

function comparable(bare: string): Comparable | undefined {
  const groups = commit.test(bare) ? undefined : form.exec(bare)?.groups;
  if (groups?.numbers === undefined) return undefined;
  const { epoch, numbers, suffix = '' } = groups;
  const parts = numbers.split('.').map((part) => (/\d/.test(part) ? Number(part) : 'x'));
  const found = early.exec(suffix)?.groups;
  return {
    epoch: epoch === undefined ? undefined : Number(epoch),
    numbers: parts,
    ...(found === undefined
      ? suffix === ''
        ? {}
        : { other: suffix }
      : { early: { stage: (found.stage ?? '').toLowerCase(), rest: (found.rest ?? '').match(/\d+/g)?.map(Number) } }),
  };
}

/** `undefined`: they are equal so far. */
function byNumbers(a: Comparable['numbers'], b: Comparable['numbers']): VersionOrder | undefined {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const [one, other] = [a[i] ?? 0, b[i] ?? 0];
    if (one === 'x' || other === 'x') return 'same';
    if (one !== other) return one > other ? 'newer' : 'older';
  }
  return undefined;
}

/** Stages in order of time. The others have no place among them. */
const stages = ['alpha', 'beta', 'rc'];

function bySuffix(a: Comparable, b: Comparable): VersionOrder {
  if (a.other !== undefined || b.other !== undefined) return 'cannot_say';
  if (a.early === undefined || b.early === undefined) {
    if (a.early === b.early) return 'same';
    return a.early === undefined ? 'newer' : 'older';
  }
  if (a.early.stage === b.early.stage) return byNumbers(a.early.rest ?? [], b.early.rest ?? []) ?? 'same';
  const [one, other] = [stages.indexOf(a.early.stage), stages.indexOf(b.early.stage)];
  if (one < 0 || other < 0) return 'cannot_say';
  return one > other ? 'newer' : 'older';
}
