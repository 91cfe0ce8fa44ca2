import type { FormProblem } from '../report/form.js';
import type { Locale } from './locale-of.js';

/** The sentence for a problem of the form. */
export function problemSentence(problem: FormProblem, { problems }: Pick<Locale, 'problems'>): string {
  switch (problem.problem) {
    case 'required':
      return problems.required(problem.field);
    case 'too_long':
      return problems.tooLong(problem.length, problem.limit);
    case 'not_a_cve_number':
      return problems.notACveNumber;
    case 'unknown_version':
      return problems.unknownVersion;
    case 'unknown_choice':
      return problems.unknownChoice;
    default:
      return problem satisfies never;
  }
}
