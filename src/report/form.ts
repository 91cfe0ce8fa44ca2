import { z } from 'zod';
import { CveNumber, readCveNumber } from './cve-number.js';
import { defined } from './defined.js';
import { languages } from './languages.js';
import { oneLine, plainText } from './plain-text.js';

/** The languages that people read. This is the only list; English stands first, since it is always there. */
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** The language of a locale such as `zh-CN`: English where it is none of ours. */
export function languageOfLocale(locale: string): Language {
  return Language.safeParse(locale.split(/[-_]/, 1)[0]).data ?? 'en';
}

export const KnownAlready = z.enum(['no', 'exploited', 'public', 'unsure']);
export type KnownAlready = z.infer<typeof KnownAlready>;

/** What somebody is thanked for: the types of credit in CVE records and OSV. */
export const CreditRole = z.enum([
  'finder',
  'reporter',
  'analyst',
  'coordinator',
  'remediation_developer',
  'remediation_reviewer',
  'remediation_verifier',
  'tool',
  'sponsor',
  'other',
]);
export type CreditRole = z.infer<typeof CreditRole>;

/** How the reporter wants to be thanked in public, if at all. */
export const Credit = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('name'),
    name: z.string().min(1),
    link: z.url().optional(),
    /** Absent: for the report. */
    role: CreditRole.optional(),
  }),
  z.object({ by: z.literal('nobody') }),
]);
export type Credit = z.infer<typeof Credit>;

/** UTF-16 characters a field may have. A Slack text input takes at most 3,000, and the title must fit a header on the card. */
export const fieldLimits = {
  title: 120,
  overview: 3000,
  otherVersions: 500,
  cve: 40,
  verification: 3000,
  contact: 300,
  creditName: 100,
  onBehalfOf: 100,
} as const;

/** What the reporter sends: the policy's six fields and three small ones. */
export const Form = z.object({
  title: z.string().min(1),
  overview: z.string().min(1),
  /** Names from the policy's table of versions. */
  versions: z.array(z.string()),
  otherVersions: z.string(),
  cve: CveNumber.optional(),
  verification: z.string().min(1),
  contact: z.string().min(1),
  knownAlready: KnownAlready,
  credit: Credit,
  language: Language,
});
export type Form = z.infer<typeof Form>;

/** The fields in which something is typed, beside the name of somebody else. */
export type TypedField = Exclude<keyof typeof fieldLimits, 'onBehalfOf'>;
export const typedFields = (Object.keys(fieldLimits) as (keyof typeof fieldLimits)[]).filter(
  (field) => field !== 'onBehalfOf',
);

/** What was typed and chosen, unchecked. */
export type TypedForm = Readonly<
  Record<TypedField, string> & { versions: readonly string[]; knownAlready: string; language: string }
>;

export type FormField = keyof TypedForm;
export type FormProblem = Readonly<
  | { field: FormField; problem: 'required' }
  | { field: FormField; problem: 'too_long'; limit: number; length: number }
  | { field: 'cve'; problem: 'not_a_cve_number' }
  | { field: 'versions'; problem: 'unknown_version' }
  | { field: 'knownAlready' | 'language'; problem: 'unknown_choice' }
>;

/**
 * Checks a filled form against the policy's version names, and finds all problems. An empty credit name means that the reporter
 * does not want to be named.
 */
export function readForm(
  typed: TypedForm,
  knownVersions: readonly string[],
): { form: Form; problems: [] } | { form?: undefined; problems: FormProblem[] } {
  const problems: FormProblem[] = [];
  const bounded = (field: TypedField, text: string, required: boolean) => {
    if (required && text.trim() === '') problems.push({ field, problem: 'required' });
    const limit = fieldLimits[field];
    if (text.length > limit) problems.push({ field, problem: 'too_long', limit, length: text.length });
    return text;
  };
  const title = bounded('title', oneLine(typed.title), true);
  const overview = bounded('overview', plainText(typed.overview), true);
  const otherVersions = bounded('otherVersions', plainText(typed.otherVersions).trim(), false);
  const verification = bounded('verification', plainText(typed.verification), true);
  const contact = bounded('contact', plainText(typed.contact).trim(), true);
  const creditName = bounded('creditName', oneLine(typed.creditName), false);
  const versions = [...new Set(typed.versions)];
  if (versions.some((name) => !knownVersions.includes(name)))
    problems.push({ field: 'versions', problem: 'unknown_version' });
  if (versions.length === 0 && otherVersions === '') problems.push({ field: 'versions', problem: 'required' });
  const cve = readCveNumber(typed.cve);
  if (typed.cve.trim() !== '' && cve === undefined) problems.push({ field: 'cve', problem: 'not_a_cve_number' });
  const knownAlready = KnownAlready.safeParse(typed.knownAlready).data;
  if (knownAlready === undefined) problems.push({ field: 'knownAlready', problem: 'unknown_choice' });
  const language = Language.safeParse(typed.language).data;
  if (language === undefined) problems.push({ field: 'language', problem: 'unknown_choice' });
  if (problems.length > 0 || knownAlready === undefined || language === undefined) return { problems };
  const credit: Credit = creditName === '' ? { by: 'nobody' } : { by: 'name', name: creditName };
  return {
    form: {
      title,
      overview,
      versions,
      otherVersions,
      ...defined({ cve }),
      verification,
      contact,
      knownAlready,
      credit,
      language,
    },
    problems: [],
  };
}
