import { defaultPolicyFile, readPolicy } from '../config/policy.js';
import { formatDate } from '../deadline/format-time.js';
import type { Policy } from '../deadline/policy.js';
import type { ExitCode, Terminal } from './terminal.js';

/** Reads a policy file and says in short what it holds. @throws ConfigFaults with every fault and its line. */
export function policyCheck(file: string | undefined, { out, env, files }: Terminal): ExitCode {
  const path = file ?? env.POLICY_FILE ?? defaultPolicyFile;
  out(`${path} is good.\n${summary(readPolicy(path, files, file === undefined ? 'POLICY_FILE' : 'FILE'))}`);
  return 0;
}

function summary({ project, revision, calendar, duties, ladder, versions, leads, rota }: Policy): string {
  const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
  return [
    ['Project', project],
    ['Promise', `an answer within ${count(duties.acknowledge.workingDays, 'working day', 'working days')}`],
    ['Hours', `${calendar.open} to ${calendar.close} in ${calendar.zone}`],
    [
      'Holidays',
      `${calendar.holidays.size} days off and ${calendar.makeUpDays.size} make-up days, until ${formatDate(calendar.coversUntil, 'en')}`,
    ],
    ['Ladder', count(ladder.length, 'rung', 'rungs')],
    ['Versions', String(versions.length)],
    ['Leads', leads.length === 0 ? 'none named: every responder counts as one' : String(leads.length)],
    ['Rota', rota.length === 0 ? 'none: receipts say "the security team"' : count(rota.length, 'turn', 'turns')],
    ['Revision', revision],
  ]
    .map(([name = '', what]) => `  ${name.padEnd(10)}${what}`)
    .join('\n');
}
