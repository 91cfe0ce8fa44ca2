import type { Context, ReportCommand } from './commands.js';
import { creditOf } from './credit.js';
import type { Credit } from './form.js';
import { mayBeReporter, requireResponder } from './permissions.js';
import type { Person } from './person.js';
import { Refusal } from './refusal.js';
import type { Report } from './report.js';

/** Commands about the advisory. It also thanks the reporters of duplicates, so they need the duplicates as they stand. */
const aboutAdvisory: ReadonlySet<ReportCommand['type']> = new Set([
  'PrepareDisclosure',
  'PrepareWithdrawal',
  'ApproveDisclosure',
  'PublishAdvisory',
  'CompareCredits',
]);

/** Whether a command needs the report's duplicates in its context. */
export function needsDuplicates({ type }: ReportCommand): boolean {
  return aboutAdvisory.has(type);
}

/**
 * The person who works on an advisory, as a responder. Nobody works on one that thanks themselves, even for a duplicate.
 * @throws Refusal
 */
export function requireDiscloser(report: Report, context: Context): Person {
  const person = requireResponder(report, context);
  const own = duplicatesIn(report, context).find((duplicate) => mayBeReporter(person, duplicate));
  if (own !== undefined) throw new Refusal('own_duplicate', { id: report.id, duplicate: own.id });
  return person;
}

/** The credits that the reporters of duplicates want now. A reopened report is no duplicate any more. */
export function creditsOfDuplicates(report: Report, context: Pick<Context, 'duplicates'>): Credit[] {
  return duplicatesIn(report, context).flatMap((one) => (one.duplicateOf === report.id ? [creditOf(one)] : []));
}

/**
 * The report's duplicates, in order.
 * @throws Refusal when they were not looked up: unknown must not count as none.
 */
export function duplicatesIn({ id, duplicates }: Report, context: Pick<Context, 'duplicates'>): readonly Report[] {
  if (duplicates.length === 0) return [];
  if (context.duplicates === undefined) throw new Refusal('changed_meanwhile', { id });
  const known = new Map(context.duplicates.map((one) => [one.id, one]));
  return duplicates.flatMap((duplicate) => known.get(duplicate) ?? []);
}
