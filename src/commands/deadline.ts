import { defaultPolicyFile, readPolicy } from '../config/policy.js';
import { type ExplainedDay, mostWorkingDays, type Why } from '../deadline/explain.js';
import { formatDate, formatFullTime } from '../deadline/format-time.js';
import { isoIn, readMoment } from '../deadline/read-moment.js';
import { endOfTerm, type TermEnd } from '../deadline/term.js';
import { termText } from './term-text.js';
import { BadInput, type ExitCode, type Terminal } from './terminal.js';

export type DeadlineOptions = Readonly<{ received: string; workingDays?: string; policy?: string; json?: boolean }>;

/**
 * Prints when the answer to a report is due, and why.
 * @throws BadInput for an invalid moment or number, ConfigFaults for an invalid policy.
 */
export function deadline(options: DeadlineOptions, { out, env, files }: Terminal): ExitCode {
  const named = options.policy ?? env.POLICY_FILE;
  const { calendar, duties } = readPolicy(
    named ?? defaultPolicyFile,
    files,
    options.policy === undefined ? 'POLICY_FILE' : '--policy',
  );
  const receivedAt = readMoment(options.received, calendar.zone);
  if (receivedAt === undefined)
    throw new BadInput(
      `"${options.received}" is not a moment. Give --received as ISO 8601, for example 2026-09-22T10:00:00+08:00. Without an offset it is read in ${calendar.zone}.`,
    );
  const workingDays = readWorkingDays(options.workingDays);
  const end = endOfTerm(receivedAt, workingDays === undefined ? duties.acknowledge : { workingDays }, calendar);
  out(
    options.json
      ? JSON.stringify(asJson(receivedAt, end, calendar.zone))
      : asText(receivedAt, end, calendar.zone, calendar.coversUntil),
  );
  return 0;
}

function readWorkingDays(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
  if (days < 1 || days > mostWorkingDays)
    throw new BadInput(
      `"${typed}" is not a number of working days. Give --working-days a whole number from 1 to ${mostWorkingDays}.`,
    );
  return days;
}

function asJson(receivedAt: Date, { term, due, provisional, days }: TermEnd, zone: string) {
  return {
    receivedAt: isoIn(receivedAt, 'UTC'),
    ...term,
    due: isoIn(due, 'UTC'),
    dueLocal: isoIn(due, zone),
    zone,
    provisional,
    days: days.map((day) => ({ date: day.date, counted: day.counted, why: reasonFor(day) })),
  };
}

function asText(
  receivedAt: Date,
  { term, due, provisional, days }: TermEnd,
  zone: string,
  coversUntil: string,
): string {
  let count = 0;
  const rows = days.map((day) => {
    if (day.counted) count += 1;
    return `  ${formatDate(day.date, 'en').padEnd(16)}  ${(day.counted ? String(count) : '–').padStart(3)}  ${reasonFor(day)}`;
  });
  return [
    `Received  ${formatFullTime(receivedAt, zone, 'en')}`,
    `Due       ${formatFullTime(due, zone, 'en')}`,
    `          ${isoIn(due, 'UTC')}`,
    ...(provisional
      ? [`Provisional: holidays after ${formatDate(coversUntil, 'en')} are not known yet. This date may still move.`]
      : []),
    ...(days.length === 0 ? [`Term      ${termText(term)}`] : ['', 'Working days', ...rows]),
  ].join('\n');
}

function reasonFor({ why, name }: ExplainedDay): string {
  const reasons: Record<Why, string> = {
    received: 'day of receipt',
    working_day: 'working day',
    half_day: 'half working day',
    make_up_day: 'make-up working day',
    weekend: 'weekend',
    holiday: 'holiday',
  };
  return name === undefined ? reasons[why] : `${reasons[why]}: ${name.en}`;
}
