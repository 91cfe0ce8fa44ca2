import type { Language } from '../report/form.js';
import { en } from './en.js';
import type { Words } from './words.js';
import { zh } from './zh.js';

const catalogues = { en, zh } as const satisfies Record<Language, Words>;

/** The sentences of a language. */
export function words(language: Language): Words {
  return catalogues[language];
}
