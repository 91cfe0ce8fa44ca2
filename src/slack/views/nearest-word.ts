import { distance } from 'fastest-levenshtein';

/** The word that somebody most likely meant: at most two letters away, and less than half of the word. */
export function nearestWord<W extends string>(typed: string, among: readonly W[]): W | undefined {
  const word = typed.toLowerCase().slice(0, 20);
  const near = among
    .map((one) => ({ one, away: one.startsWith(word) && word.length > 1 ? 0 : slips(word, one) }))
    .filter(({ one, away }) => away <= 2 && away * 2 < Math.max(one.length, word.length))
    .toSorted((a, b) => a.away - b.away);
  return near[0]?.one;
}

/** Letters to insert, drop or change. Letters in another order (`lits`) are one slip. */
function slips(typed: string, word: string): number {
  return lettersOf(typed) === lettersOf(word) ? Math.min(1, distance(typed, word)) : distance(typed, word);
}

const lettersOf = (word: string) => [...word].toSorted().join('');
