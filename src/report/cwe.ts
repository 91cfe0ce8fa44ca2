import { z } from 'zod';
import { cweList } from './cwe-list.js';

/** The id of a weakness in MITRE's list: `CWE-79`. */
export const CweId = z.string().regex(/^CWE-[1-9]\d{0,4}$/);
export type CweId = z.infer<typeof CweId>;

/** How many weaknesses one report may have. */
export const mostCwes = 10;

export type Cwe = Readonly<{ id: CweId; name: string }>;

const all: readonly Cwe[] = cweList
  .trim()
  .split('\n')
  .map((row) => {
    const [number = ''] = row.split(' ', 1);
    return { id: `CWE-${number}`, name: row.slice(number.length + 1) };
  });
const byId = new Map(all.map((one) => [one.id, one]));

/** A weakness of the list. `undefined` for an id that is not in it. */
export function cweOf(id: string): Cwe | undefined {
  return byId.get(id);
}

/** Weaknesses for what somebody is typing: a number, or words that all stand in the name. The likeliest come first. */
export function suggestedCwes(typed: string, most: number): readonly Cwe[] {
  const words = typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s,;:()'"]+/)
    .filter((word) => word !== '');
  const number = /^(?:cwe[-\s_]*)?(\d{1,5})$/.exec(words.join(' '))?.[1];
  if (number !== undefined) return all.filter(({ id }) => id.slice(4).startsWith(number)).slice(0, most);
  const wanted = words.filter((word) => word !== 'cwe');
  return all
    .flatMap((one) => {
      const name = one.name.toLowerCase();
      return wanted.every((word) => name.includes(word)) ? [{ one, rank: rankOf(name, wanted) }] : [];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ one }) => one);
}

/** Whole words come before parts of words, and short names, which are the general weaknesses, before long ones. */
function rankOf(name: string, words: readonly string[]): number {
  const parts = name.split(/[^\p{L}\p{N}]+/u);
  return name.length + words.filter((word) => !parts.includes(word)).length * 1000;
}
