import type { Context } from './commands.js';
import type { Person } from './person.js';
import { Refusal } from './refusal.js';
import type { Report } from './report.js';

/** Whether this is the person's own report, so that they may read it and answer. */
export function isReporter(
  { team, user }: Pick<Person, 'team' | 'user'>,
  { reporter }: Pick<Report, 'reporter'>,
): boolean {
  return reporter.kind === 'slack' && reporter.person.user === user && reporter.person.team === team;
}

/**
 * Whether it may be the person's own report, so that they do not act on it as a responder. The user id is enough: within an
 * organisation Slack names the same person by one workspace or another.
 */
export function mayBeReporter({ user }: Pick<Person, 'user'>, { reporter }: Pick<Report, 'reporter'>): boolean {
  return reporter.kind === 'slack' && reporter.person.user === user;
}

/** The person who acts, as a responder. Slack's router has checked that they are one. @throws Refusal for their own report */
export function requireResponder(report: Report, { actor }: Context): Person {
  if (actor.kind !== 'person') throw new Refusal('not_for_you', {});
  if (mayBeReporter(actor.person, report)) throw new Refusal('own_report', { id: report.id });
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
  const own = actor.kind === 'person' && mayBeReporter(actor.person, report);
  return own || !answersElsewhere(report) ? requireReporter(report, context) : requireResponder(report, context);
}

/** @throws Refusal when the report is withdrawn: nobody writes about it any more. */
export function requireOpen(report: Report): void {
  if (report.status === 'withdrawn') throw new Refusal('report_closed', { id: report.id });
}
