import type { Locale } from '../../../locales/locale.js';
import { problemSentence } from '../../../locales/problem-sentence.js';
import { defined } from '../../../report/defined.js';
import { type FormField, type FormProblem, fieldLimits, type TypedForm } from '../../../report/form.js';
import { oneLine } from '../../../report/plain-text.js';
import { inputs } from '../ids.js';
import { readInputs } from '../kit/input-values.js';

/** A form as it was sent. `onBehalfOf` and `receivedAt` are there only when somebody else is named as the reporter. */
export type TypedSubmission = Readonly<{
  typed: TypedForm;
  onBehalfOf?: string;
  receivedAt?: Date;
  /** The form had a list of versions. */
  listedVersions: boolean;
}>;

/** The input at which the problem of a field is shown. */
export const fieldBlock: Readonly<Record<FormField, string>> = {
  title: inputs.title,
  overview: inputs.overview,
  versions: inputs.versions,
  otherVersions: inputs.otherVersions,
  cve: inputs.cve,
  verification: inputs.verification,
  contact: inputs.contact,
  knownAlready: inputs.knownAlready,
  creditName: inputs.creditName,
  language: inputs.language,
};

/** Reads `view.state.values` of the report form. @throws ZodError when it isn't shaped as Slack shapes it. */
export function readSubmission(values: unknown): TypedSubmission {
  const read = readInputs(values);
  const onBehalfOf = oneLine(read.text(inputs.onBehalfOf));
  const receivedAt = read.moment(inputs.receivedAt);
  return {
    typed: {
      title: read.text(inputs.title),
      overview: read.text(inputs.overview),
      versions: read.choices(inputs.versions),
      otherVersions: read.text(inputs.otherVersions),
      cve: read.text(inputs.cve),
      verification: read.text(inputs.verification),
      contact: read.text(inputs.contact),
      knownAlready: read.choice(inputs.knownAlready) ?? '',
      creditName: read.text(inputs.creditName),
      language: read.choice(inputs.language) ?? '',
    },
    ...(onBehalfOf === '' ? {} : { onBehalfOf, ...defined({ receivedAt }) }),
    listedVersions: read.has(inputs.versions),
  };
}

/** What to show at which input; empty when nothing is wrong. Of two problems of one input the first is shown. */
export function formErrors(
  problems: readonly FormProblem[],
  submission: TypedSubmission,
  locale: Locale,
): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const problem of problems) {
    const field = problem.field === 'versions' && !submission.listedVersions ? 'otherVersions' : problem.field;
    errors[fieldBlock[field]] ??= problemSentence(problem, locale);
  }
  const name = submission.onBehalfOf ?? '';
  if (name.length > fieldLimits.onBehalfOf)
    errors[inputs.onBehalfOf] = locale.problems.tooLong(name.length, fieldLimits.onBehalfOf);
  return errors;
}
