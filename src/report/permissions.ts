import type { Context } from './commands.js';
import type { Person } from './person.js';
import { Refusal } from './refusal.js';
import type { Report } from './report.js';

/** Whether this is the person's own report. Nobody acts as responder on their own report. */
export function isReporter(person: Pick<Person, 'team' | 'user'>, report: Pick<Report, 'reporter'>): boolean {
  const { reporter } = report;
  return reporter.kind === 'slack' && reporter.person.user === person.user && reporter.person.team === person.team;
}

/** The person who acts, as a responder. Slack's router has checked that they are one. @throws Refusal for their own report */
export function requireResponder(report: Report, { actor }: Context): Person {
  if (actor.kind !== 'person') throw new Refusal('not_for_you', {});
  if (isReporter(actor.person, report)) throw new Refusal('own_report', { id: report.id });
  return actor.person;
}

/** The person who acts, as the reporter. For anybody else the report does not exist. @throws Refusal */
export function requireReporter(report: Report, { actor }: Context): Person {
  if (actor.kind !== 'person' || !isReporter(actor.person, report))
    throw new Refusal('no_such_report', { id: report.id });
  return actor.person;
}

/** Whether the reporter answers outside Slack: they reported outside it, or the last message went by hand. */
export function answersElsewhere({ reporter, messages }: Report): boolean {
  return reporter.kind === 'elsewhere' || messages.at(-1)?.route === 'by_hand';
}

/** The reporter, or a responder who records the answer of a reporter outside Slack. @throws Refusal */
export function requireReporterOrProxy(report: Report, context: Context): Person {
  const { actor } = context;
  const own = actor.kind === 'person' && isReporter(actor.person, report);
  return own || !answersElsewhere(report) ? requireReporter(report, context) : requireResponder(report, context);
}

/** @throws Refusal when the report is withdrawn: nobody writes about it any more. */
export function requireOpen(report: Report): void {
  if (report.status === 'withdrawn') throw new Refusal('report_closed', { id: report.id });
}
