import type { KnownBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import type { Form, FormField } from '../../../report/form.js';
import { longText } from '../kit/long-text.js';

/** The long texts of a form, wherever a report is read, in this order. `public`: may stand in a public bug, too. */
const longFields = [
  { field: 'overview', public: true },
  { field: 'verification', public: true },
  { field: 'contact', public: false },
] as const;

/** A label of the form without the star that it has where an answer is required. */
export function fieldLabel(field: FormField, { form }: Locale): string {
  return withoutStar(form.label[field]);
}

/** The label of the versions and components together. */
export function affectedLabel({ form }: Locale): string {
  return withoutStar(form.affected);
}

const withoutStar = (label: string) => label.replace(/\*$/, '');

/** The long texts with their labels: all, or those that may stand in a public bug. */
export function longTexts(form: Form, locale: Locale, which: 'all' | 'public' = 'all') {
  return longFields
    .filter((one) => which === 'all' || one.public)
    .map(({ field }) => ({ label: fieldLabel(field, locale), text: form[field] }));
}

/** The same as blocks, whole. */
export function longFieldBlocks(form: Form, locale: Locale): KnownBlock[] {
  return longTexts(form, locale).flatMap(({ label, text }) => longText(label, text));
}

/** The versions that were chosen, and what was described beside them. */
export function affectedText({ versions, otherVersions }: Form): string {
  return [...versions, otherVersions].filter((text) => text.trim() !== '').join('\n');
}
