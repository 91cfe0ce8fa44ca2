import { z } from 'zod';
import type { Language } from './form.js';

/** UTF-16 characters each part of an advisory may have, so that all of it fits a Slack message. */
export const advisoryLimits = { title: 120, summary: 2000, workaround: 1000, change: 300 } as const;

/** An advisory's text in one language, written for the public and not copied from the report. */
export const AdvisoryWords = z.object({
  title: z.string().min(1),
  summary: z.string().min(1),
  workaround: z.string().min(1).optional(),
});
export type AdvisoryWords = z.infer<typeof AdvisoryWords>;

/** English is required, for CVE records and most readers. */
const inEachLanguage = { en: AdvisoryWords, zh: AdvisoryWords.optional() } satisfies Record<Language, z.ZodType>;
export const AdvisoryText = z.object(inEachLanguage);
export type AdvisoryText = z.infer<typeof AdvisoryText>;
