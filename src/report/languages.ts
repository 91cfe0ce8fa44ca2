/** The languages that people are written to in. */
export const languages = ['en', 'zh'] as const;
