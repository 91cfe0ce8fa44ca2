import type { Language } from '../report/form.js';
import { en, type Locale } from './en.js';
import { zh } from './zh.js';

export type { Locale } from './en.js';

const locales: Readonly<Record<Language, Locale>> = { en, zh };

/** The sentences of a language. */
export function localeOf(language: Language): Locale {
  return locales[language];
}
