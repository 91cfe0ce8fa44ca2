/** The languages that people are written to in. */
export const languages = ['en', 'zh'] as const;

/** A text that reads the same in each of them. */
export function inEveryLanguage(text: string): Readonly<Record<(typeof languages)[number], string>> {
  return Object.fromEntries(languages.map((language) => [language, text])) as Record<
    (typeof languages)[number],
    string
  >;
}
