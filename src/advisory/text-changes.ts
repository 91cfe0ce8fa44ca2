import { diffArrays } from 'diff';

/** A stretch of text that stayed, was taken out, or came in. */
export type TextRun = Readonly<{ kind: 'same' | 'removed' | 'added'; text: string }>;

/** Words and gaps between them. Chinese has no gaps, so each of its characters is one. */
const token = /\p{Script=Han}|[^\s\p{Script=Han}\p{P}]+|\s+|\p{P}/gu;

/** What has to be taken out of a text and put in to make another, in order. Equal texts are one run. */
export function textChanges(before: string, after: string): readonly TextRun[] {
  const changes = diffArrays(before.match(token) ?? [], after.match(token) ?? []);
  return joined(
    changes.flatMap(({ value, added, removed }) => {
      const kind = added ? 'added' : removed ? 'removed' : 'same';
      return value.map((text): TextRun => ({ kind, text }));
    }),
  );
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
