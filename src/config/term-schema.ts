import { z } from 'zod';
import type { Term } from '../deadline/term.js';
import { wholeNumber } from './schema-texts.js';
import { wanted } from './yaml.js';

/** The ways to give a term, longest first where they are told. */
export const termKinds = ['workingDays', 'calendarDays', 'hours'] as const;
const termForm = `a term, for example workingDays: 2, calendarDays: 10 or hours: 72`;
/** How long a duty takes: one of the kinds. */
export const TermText = z
  .strictObject(
    {
      workingDays: wholeNumber(1, 60).optional(),
      calendarDays: wholeNumber(1, 366).optional(),
      hours: wholeNumber(1, 2000).optional(),
    },
    wanted(termForm),
  )
  .transform((typed, context): Term => {
    const [term, ...more] = termKinds.flatMap((kind) => (typed[kind] === undefined ? [] : [{ [kind]: typed[kind] }]));
    if (term !== undefined && more.length === 0) return term as Term;
    context.addIssue(
      term === undefined ? `has no term: add ${termForm.slice(2)}.` : `has two terms: keep one of them.`,
    );
    return z.NEVER;
  });
