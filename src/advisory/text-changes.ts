/** A stretch of text that stayed, was taken out, or came in. */
export type TextRun = Readonly<{ kind: 'same' | 'removed' | 'added'; text: string }>;

/** Words and gaps between them. Chinese has no gaps, so each of its characters is one. */
const token = /\p{Script=Han}|[^\s\p{Script=Han}\p{P}]+|\s+|\p{P}/gu;

/** What has to be taken out of a text and put in to make another, in order. Equal texts are one run. */
export function textChanges(before: string, after: string): readonly TextRun[] {
  const [old, now] = [before.match(token) ?? [], after.match(token) ?? []];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const middle = changesBetween(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const same = (tokens: readonly string[]): TextRun[] => tokens.map((text) => ({ kind: 'same', text }));
  return joined([...same(old.slice(0, start)), ...middle, ...same(old.slice(old.length - end))]);
}

/** By the longest common subsequence. What was taken out comes before what replaced it. */
function changesBetween(old: readonly string[], now: readonly string[]): TextRun[] {
  const width = now.length + 1;
  const longest = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const runs: TextRun[] = [];
  for (let i = 0, j = 0; i < old.length || j < now.length; ) {
    const [gone = '', come = ''] = [old[i], now[j]];
    if (i < old.length && j < now.length && gone === come) {
      runs.push({ kind: 'same', text: gone });
      i += 1;
      j += 1;
    } else if (i < old.length && (j === now.length || at(i + 1, j) >= at(i, j + 1))) {
      runs.push({ kind: 'removed', text: gone });
      i += 1;
    } else {
      runs.push({ kind: 'added', text: come });
      j += 1;
    }
  }
  return runs;
}

/** A gap alone between two changed words is changed with them: a sentence in shreds is hard to read. */
function joined(runs: readonly TextRun[]): TextRun[] {
  const found: TextRun[] = [];
  let removed = '';
  let added = '';
  let gap = '';
  const flush = () => {
    if (removed !== '') found.push({ kind: 'removed', text: removed });
    if (added !== '') found.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  const keep = (text: string) => {
    flush();
    const last = found.at(-1);
    if (last?.kind === 'same') found[found.length - 1] = { kind: 'same', text: last.text + text };
    else if (text !== '') found.push({ kind: 'same', text });
  };
  for (const { kind, text } of runs) {
    if (kind === 'same' && gap === '' && /^\s+$/.test(text) && removed + added !== '') {
      gap = text;
      continue;
    }
    if (kind === 'same') {
      keep(gap + text);
    } else {
      removed += kind === 'removed' ? gap + text : gap;
      added += kind === 'added' ? gap + text : gap;
    }
    gap = '';
  }
  keep(gap);
  return found;
}
