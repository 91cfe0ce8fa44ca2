import { z } from 'zod';
import type { RungSpec } from '../deadline/policy.js';
import type { Term } from '../deadline/term.js';
import { defined } from '../report/defined.js';
import { Ladder } from './ladder-schema.js';
import { wholeNumber } from './schema-texts.js';
import { wanted } from './yaml.js';

/** The ways to give a term, longest first where they are told. */
export const termKinds = ['workingDays', 'calendarDays', 'hours'] as const;
const termForm = `a term, for example workingDays: 2, calendarDays: 10 or hours: 72`;
const kinds = {
  workingDays: wholeNumber(1, 60).optional(),
  calendarDays: wholeNumber(1, 366).optional(),
  hours: wholeNumber(1, 2000).optional(),
};
/** How long a duty takes: one of the kinds. */
export const TermText = z.strictObject(kinds, wanted(termForm)).transform(readTerm);
/** A duty with one term, and a ladder of its own. */
export const DutyText = (ladder: z.ZodType<readonly RungSpec[]>) =>
  z
    .strictObject({ ...kinds, ladder: ladder.optional() }, wanted(termForm))
    .transform(({ ladder: own, ...typed }, context) => ({
      term: readTerm(typed, context),
      ...defined({ ladder: own }),
    }));
/** A duty with a term for each severity that has it, and a ladder of its own. */
export const SeverityDutyText = z
  .strictObject(
    {
      critical: TermText.optional(),
      high: TermText.optional(),
      medium: TermText.optional(),
      low: TermText.optional(),
      ladder: Ladder.optional(),
    },
    wanted('a term for one severity or more, for example critical: { calendarDays: 7 }'),
  )
  .transform(({ ladder, ...bySeverity }) => ({ bySeverity: defined(bySeverity), ...defined({ ladder }) }));

type TypedTerm = Readonly<Partial<Record<(typeof termKinds)[number], number | undefined>>>;

function readTerm(typed: TypedTerm, context: z.RefinementCtx): Term {
  const [term, ...more] = termKinds.flatMap((kind) => (typed[kind] === undefined ? [] : [{ [kind]: typed[kind] }]));
  if (term !== undefined && more.length === 0) return term as Term;
  context.addIssue(term === undefined ? `has no term: add ${termForm.slice(2)}.` : `has two terms: keep one of them.`);
  return z.NEVER;
}
