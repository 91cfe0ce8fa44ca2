import type { Place } from './classes.js';

/** Something that somebody was shown, that was sent, or that is kept: where, and all of it. */
export type Sighting = Readonly<{
  /** `nowhere`: nothing of a report may be there. `unseen`: it was sent; who saw it, if anybody, is told elsewhere. */
  place: Place | 'nowhere' | 'unseen';
  /** In words, for a finding. */
  where: string;
  content: unknown;
  /** When it was shown or sent, on the injected clock; without it, just now. */
  at?: Date;
}>;

/** What a person reads of blocks, messages and views. Whatever else a field is called, nobody should find a report in it. */
const readable = new Set(['text', 'initial_value']);

/** Every string, and whether it is one that people read. */
export function stringsIn(value: unknown, key = ''): readonly Readonly<{ text: string; key: string; read: boolean }>[] {
  if (typeof value === 'string') return [{ text: value, key, read: readable.has(key) }];
  if (Array.isArray(value)) return value.flatMap((one) => stringsIn(one, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    { text: name, key: 'a name', read: false },
    ...stringsIn(inner, name),
  ]);
}

/** The sentences at inputs, as something that people read. */
export function shownErrors(errors: object): readonly Readonly<{ block: string; text: unknown }>[] {
  return Object.entries(errors).map(([block, text]) => ({ block, text }));
}
