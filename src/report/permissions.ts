import type { Context } from './commands.js';
import type { Person } from './person.js';
import { Refusal } from './refusal.js';
import type { Report } from './report.js';

/** Whether this is the person whose report it is. Nobody acts as responder on a report of their own. */
export function isReporter(person: Pick<Person, 'team' | 'user'>, report: Pick<Report, 'reporter'>): boolean {
  const { reporter } = report;
  return reporter.kind === 'slack' && reporter.person.user === person.user && reporter.person.team === person.team;
}

/** The person who acts, as a responder. That they are one is checked at the door. @throws Refusal */
export function requireResponder(report: Report, { actor }: Context): Person {
  if (actor.kind !== 'person') throw new Refusal('not_for_you', {});
  if (isReporter(actor.person, report)) throw new Refusal('own_report', { id: report.id });
  return actor.person;
}

/** The person who acts, as the reporter. To anybody else the report does not exist. @throws Refusal */
export function requireReporter(report: Report, { actor }: Context): Person {
  if (actor.kind !== 'person' || !isReporter(actor.person, report))
    throw new Refusal('no_such_report', { id: report.id });
  return actor.person;
}

/** Whether the reporter can't write in the app: they reported by another way, or are reached by hand by now. */
export function answersElsewhere({ reporter, messages }: Report): boolean {
  return reporter.kind === 'elsewhere' || messages.at(-1)?.route === 'by_hand';
}

/** The reporter; or a responder who keeps what a reporter said that answers elsewhere. @throws Refusal */
export function requireReporterOrProxy(report: Report, context: Context): Person {
  const { actor } = context;
  const own = actor.kind === 'person' && isReporter(actor.person, report);
  return own || !answersElsewhere(report) ? requireReporter(report, context) : requireResponder(report, context);
}

/** @throws Refusal when the report was taken back: nobody writes about it any more. */
export function requireOpen(report: Report): void {
  if (report.status === 'withdrawn') throw new Refusal('report_closed', { id: report.id });
}
