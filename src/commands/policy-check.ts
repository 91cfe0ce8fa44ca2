import { defaultPolicyFile, readPolicy } from '../config/policy.js';
import type { Calendar } from '../deadline/calendar.js';
import { formatDate } from '../deadline/format-time.js';
import type { Policy } from '../deadline/policy.js';
import { policyDuties } from '../report/duty.js';
import { termText } from './term-text.js';
import type { ExitCode, Terminal } from './terminal.js';

/** Checks a policy file and prints a summary. @throws ConfigFaults with all faults and their lines. */
export function policyCheck(file: string | undefined, { out, env, files }: Terminal): ExitCode {
  const path = file ?? env.POLICY_FILE ?? defaultPolicyFile;
  out(`${path} is valid.\n${summary(readPolicy(path, files, file === undefined ? 'POLICY_FILE' : 'FILE'))}`);
  return 0;
}

function summary({ project, revision, calendar, duties, ladder, products, leads, rota }: Policy): string {
  const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
  return [
    ['Project', project],
    ['Promise', `an answer within ${termText(duties.acknowledge)}`],
    ['Decision', duties.decide === undefined ? 'due with the answer' : `within ${termText(duties.decide)}`],
    [
      'Hours',
      `${calendar.open} to ${calendar.close} in ${calendar.zone}${hoursDiffer(calendar) ? ', differing by day' : ''}`,
    ],
    [
      'Holidays',
      `${calendar.holidays.size} days off, ${calendar.halfDays.size} half days and ${calendar.makeUpDays.size} make-up days, until ${formatDate(calendar.coversUntil, 'en')}`,
    ],
    ['Deadlines', deadlinesText(duties)],
    ['Ladder', count(ladder.length, 'rung', 'rungs')],
    ['Products', products.map(({ name }) => name).join(', ')],
    ['Versions', String(products.flatMap(({ versions }) => versions).length)],
    ['Leads', leads.length === 0 ? 'none: every responder counts as a lead' : String(leads.length)],
    ['Rota', rota.length === 0 ? 'none: receipts say "the security team"' : count(rota.length, 'turn', 'turns')],
    ['Revision', revision],
  ]
    .map(([name = '', what]) => `  ${name.padEnd(11)}${what}`)
    .join('\n');
}

/** What else has a deadline, each with its term, or one by severity. */
function deadlinesText(duties: Policy['duties']): string {
  const asked = policyDuties.flatMap((duty) => {
    const one = duties[duty];
    if (one === undefined) return [];
    if ('term' in one) return [`${duty} (${termText(one.term)})`];
    const terms = Object.entries(one.bySeverity).map(([severity, term]) => `${severity} ${termText(term)}`);
    return [`${duty} (${terms.join(', ')})`];
  });
  return asked.length === 0 ? 'none besides' : asked.join(', ');
}

function hoursDiffer({ hours, laterWeeks }: Calendar): boolean {
  return [hours, ...laterWeeks.map((week) => week.hours)].some(({ size }) => size > 0);
}
