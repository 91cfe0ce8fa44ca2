import type { Language } from '../report/form.js';
import { en } from './en.js';
import type { Locale } from './locale.js';
import { zh } from './zh.js';

const catalogues = { en, zh } as const satisfies Record<Language, Locale>;

/** The sentences of a language. */
export function localeOf(language: Language): Locale {
  return catalogues[language];
}
