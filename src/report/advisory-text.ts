import { z } from 'zod';
import type { Language } from './form.js';

/** UTF-16 characters of each part of an advisory: what fits a Slack message with room for the rest of it. */
export const advisoryLimits = { title: 120, summary: 2000, workaround: 1000, change: 300 } as const;

/** An advisory's own words in one language: written for the public, not taken from the report. */
export const AdvisoryWords = z.object({
  title: z.string().min(1),
  summary: z.string().min(1),
  workaround: z.string().min(1).optional(),
});
export type AdvisoryWords = z.infer<typeof AdvisoryWords>;

/** English is required: a CVE record and most readers need it. */
const inEachLanguage = { en: AdvisoryWords, zh: AdvisoryWords.optional() } satisfies Record<Language, z.ZodType>;
export const AdvisoryText = z.object(inEachLanguage);
export type AdvisoryText = z.infer<typeof AdvisoryText>;
