import type { Context, ReportCommand } from './commands.js';
import { creditOf } from './credit.js';
import type { Credit } from './form.js';
import { isReporter, requireResponder } from './permissions.js';
import type { Person } from './person.js';
import { Refusal } from './refusal.js';
import type { Report } from './report.js';

/** The deeds on an advisory, which thanks the reporters of duplicates too: they are decided with the duplicates as they stand. */
const deeds: ReadonlySet<ReportCommand['type']> = new Set([
  'PrepareDisclosure',
  'ApproveDisclosure',
  'PublishAdvisory',
  'CompareCredits',
]);

/** Whether a command has to be decided with the duplicates of the report in its context. */
export function needsDuplicates({ type }: ReportCommand): boolean {
  return deeds.has(type);
}

/**
 * The person who works on an advisory, as a responder: nobody does on one that thanks themselves, be it for a duplicate.
 * @throws Refusal
 */
export function requireDiscloser(report: Report, context: Context): Person {
  const person = requireResponder(report, context);
  const own = duplicatesIn(report, context).find((duplicate) => isReporter(person, duplicate));
  if (own !== undefined) throw new Refusal('own_duplicate', { id: report.id, duplicate: own.id });
  return person;
}

/** As the reporters of the duplicates want to be thanked now. A report that was opened again is no duplicate any more. */
export function creditsOfDuplicates(report: Report, context: Pick<Context, 'duplicates'>): Credit[] {
  return duplicatesIn(report, context).flatMap((one) => (one.duplicateOf === report.id ? [creditOf(one)] : []));
}

/**
 * What is noted as a duplicate of the report, in order.
 * @throws Refusal where nobody looked them up: what isn't known is not taken for none.
 */
export function duplicatesIn({ id, duplicates }: Report, context: Pick<Context, 'duplicates'>): readonly Report[] {
  if (duplicates.length === 0) return [];
  if (context.duplicates === undefined) throw new Refusal('changed_meanwhile', { id });
  const known = new Map(context.duplicates.map((one) => [one.id, one]));
  return duplicates.flatMap((duplicate) => known.get(duplicate) ?? []);
}
