import type { FormField, KnownAlready } from '../report/form.js';

export interface FormWords {
  readonly title: string;
  readonly submit: string;
  intro(project: string): string;
  readonly label: Readonly<Record<FormField | 'onBehalfOf' | 'receivedAt', string>>;
  readonly hint: Readonly<
    Record<Exclude<FormField, 'knownAlready' | 'language'> | 'onBehalfOf' | 'receivedAt', string>
  >;
  /** Above the two fields that together are the policy's field of components and versions. */
  readonly affected: string;
  readonly affectedHint: string;
  readonly versionsPlaceholder: string;
  readonly knownAlready: Readonly<Record<KnownAlready, string>>;
  /** The labels and hints that read otherwise when the form may be filled for somebody else. */
  readonly another: Readonly<{ contactHint: string; credit: string; creditHint: string; language: string }>;
  readonly unsure: string;
}

export interface ProblemWords {
  required(field: FormField | 'onBehalfOf'): string;
  tooLong(length: number, limit: number): string;
  readonly notACveNumber: string;
  readonly unknownVersion: string;
  readonly unknownChoice: string;
}
