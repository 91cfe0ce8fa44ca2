import { isDeepStrictEqual } from 'node:util';
import { type AffectedLine, type Fix, isFixOf, lineName } from './affected-line.js';
import type { Context } from './commands.js';
import type {
  AcceptEmbargo,
  AgreeEmbargo,
  ChangeCredit,
  DeclareEmbargoBroken,
  ProposeEmbargo,
  RecordCve,
  RecordFix,
} from './commands-remediation.js';
import { creditOf } from './credit.js';
import { wrongStatus } from './decide-triage.js';
import type { ReportEvent } from './events.js';
import { mergedFixes, orderOfFix } from './fixed-lines.js';
import { isReporter, requireReporter, requireReporterOrProxy, requireResponder } from './permissions.js';
import { Refusal } from './refusal.js';
import type { Report } from './report.js';
import { isAccepted, isClosed } from './status.js';
import { isOneRelease } from './version-wildcard.js';

export function requestCve(report: Report, context: Context): ReportEvent[] {
  const by = { kind: 'person', person: requireResponder(report, context) } as const;
  requireUnfinished(report);
  if (report.cve?.requestedAt !== undefined || (report.cve?.numbers ?? []).length > 0) return [];
  return [{ type: 'CveRequested', at: context.now, by }];
}

export function recordCve({ numbers }: RecordCve, report: Report, context: Context): ReportEvent[] {
  const by = { kind: 'person', person: requireResponder(report, context) } as const;
  if (isClosed(report)) throw wrongStatus(report);
  if (isDeepStrictEqual(report.cve?.numbers, numbers)) return [];
  const [number, ...others] = numbers;
  return [{ type: 'CveRecorded', at: context.now, by, number, ...(others.length === 0 ? {} : { others }) }];
}

export function setEmbargo(command: AgreeEmbargo | ProposeEmbargo, report: Report, context: Context): ReportEvent[] {
  const by = { kind: 'person', person: requireResponder(report, context) } as const;
  const { type, until, route } = command;
  requireUnfinished(report);
  // It is public already: the reporter would be promised a date that means nothing.
  if (report.embargoBroken !== undefined) throw new Refusal('embargo_broken', { id: report.id });
  if (until <= context.now) throw new Refusal('embargo_not_ahead', {});
  const same = report.embargo?.dueAt.getTime() === until.getTime();
  if (type === 'ProposeEmbargo') return same ? [] : [{ type: 'EmbargoProposed', at: context.now, by, until, route }];
  if (same && report.embargoProposal === undefined) return [];
  return [{ type: 'EmbargoAgreed', at: context.now, by, until, route }];
}

export function acceptEmbargo({ proposed }: AcceptEmbargo, report: Report, context: Context): ReportEvent[] {
  const person = requireReporter(report, context);
  requireUnfinished(report);
  const { id, embargo, embargoProposal: open } = report;
  if (embargo === undefined) throw new Refusal('no_embargo', { id });
  if (open === undefined) return [];
  // They agreed to the date that they saw.
  if (open !== proposed) throw new Refusal('embargo_proposed_anew', { id, until: embargo.dueAt });
  return [{ type: 'EmbargoAccepted', at: context.now, by: { kind: 'person', person } }];
}

export function agreeToEarlyDisclosure(report: Report, context: Context): ReportEvent[] {
  const person = requireReporterOrProxy(report, context);
  requireUnfinished(report);
  if (report.embargo === undefined) throw new Refusal('no_embargo', { id: report.id });
  if (report.earlyAgreedAt !== undefined) return [];
  return [{ type: 'EarlyDisclosureAgreed', at: context.now, by: { kind: 'person', person } }];
}

export function declareEmbargoBroken(command: DeclareEmbargoBroken, report: Report, context: Context): ReportEvent[] {
  const by = { kind: 'person', person: requireResponder(report, context) } as const;
  const where = command.where.trim();
  if (report.status !== 'accepted' && report.status !== 'fixed') throw wrongStatus(report);
  if (where === '') throw new Refusal('where_missing', {});
  if (report.embargoBroken !== undefined) return [];
  return [{ type: 'EmbargoBroken', at: context.now, by, where }];
}

/** A patched release must be newer than the affected versions, and out already. */
export function recordFix({ fixes }: RecordFix, report: Report, context: Context): ReportEvent[] {
  const by = { kind: 'person', person: requireResponder(report, context) } as const;
  if (!isAccepted(report)) throw wrongStatus(report);
  const { lines } = report;
  const twice = lines.find((one) => fixes.filter((fix) => isFixOf(fix, one)).length > 1);
  if (twice !== undefined) throw new Refusal('fix_said_twice', { line: lineName(twice, lines) });
  for (const fix of fixes) {
    const affected = lines.filter((one) => isFixOf(fix, one));
    if (affected.length === 0) throw new Refusal('unknown_line', { line: fix.line });
    for (const one of affected) requireReleasedFix(fix, one, lineName(one, lines), context.now);
  }
  const all = mergedFixes(report, fixes);
  if (isDeepStrictEqual(all, report.fixes)) return [];
  return [{ type: 'FixRecorded', at: context.now, by, fixes: all }];
}

function requireReleasedFix(fix: Fix, affected: AffectedLine, line: string, now: Date): void {
  if (fix.outcome !== 'fixed') return;
  if (fix.releasedAt > now) throw new Refusal('fix_not_released', { line });
  const { version } = fix;
  if (!isOneRelease(version)) throw new Refusal('fix_not_one_release', { line, version });
  const order = orderOfFix(fix, affected);
  if (order === 'cannot_say') throw new Refusal('fix_not_comparable', { line, version });
  if (order !== 'newer') throw new Refusal('fix_not_newer', { line, version, than: order.than });
}

/** The reporter may change it until it is public. A responder may record it for them. */
export function changeCredit({ credit }: ChangeCredit, report: Report, context: Context): ReportEvent[] {
  const { actor } = context;
  const own = actor.kind === 'person' && isReporter(actor.person, report);
  const person = own ? actor.person : requireResponder(report, context);
  if (report.status === 'disclosed') throw new Refusal('already_disclosed', { id: report.id });
  if (isDeepStrictEqual(creditOf(report), credit)) return [];
  return [{ type: 'CreditChanged', at: context.now, by: { kind: 'person', person }, credit }];
}

function requireUnfinished(report: Report): void {
  if (isClosed(report) || report.status === 'disclosed') throw wrongStatus(report);
}
