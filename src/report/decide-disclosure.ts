import { isDeepStrictEqual } from 'node:util';
import { type AdvisoryText, advisoryLimits } from './advisory-text.js';
import type { Context } from './commands.js';
import type {
  ApproveDisclosure,
  PrepareDisclosure,
  PrepareWithdrawal,
  PublishAdvisory,
  TellWithdrawal,
  ThankReporter,
} from './commands-disclosure.js';
import { wrongStatus } from './decide-triage.js';
import { undeliveredMessage } from './delivery-status.js';
import { blockersOf } from './disclosure-blockers.js';
import { creditsOfDuplicates, duplicatesIn, requireDiscloser } from './duplicates-in-advisory.js';
import type { ReportEvent } from './events.js';
import { Language } from './form.js';
import { requireResponder } from './permissions.js';
import type { Preparation } from './publication.js';
import { Refusal } from './refusal.js';
import type { Report } from './report.js';
import type { ReportId } from './report-id.js';
import { confidentialTexts } from './text/confidential-parts.js';
import { copiedPassages } from './text/copied-passages.js';

/** An advisory may be prepared once only approval and the embargo are missing. */
export function prepare(command: PrepareDisclosure, report: Report, context: Context): ReportEvent[] {
  const by = { kind: 'person', person: requireDiscloser(report, context) } as const;
  const { text, route } = command;
  const credits = creditsOfDuplicates(report, context);
  const change = command.change?.trim() ?? '';
  const correcting = report.status === 'disclosed';
  if (!correcting && report.status !== 'fixed' && report.status !== 'accepted') throw wrongStatus(report);
  const blocker = blockersOf(report, context.now).find(({ code }) => code !== 'embargo_running');
  if (blocker !== undefined) throw blocker;
  if (correcting && change === '') throw new Refusal('change_missing', {});
  withinLimits(text, change);
  refuseCopiedSecrets(text, change, report, context);
  const { prepared } = report;
  const before = prepared && [prepared.text, prepared.credits, prepared.change ?? '', prepared.withdraws ?? false];
  if (isDeepStrictEqual(before, [text, credits, change, false])) return [];
  const correction = change === '' ? {} : { change };
  return [{ type: 'DisclosurePrepared', at: context.now, by, text, credits, ...correction, route }];
}

/** A published advisory can be withdrawn at any time: nothing of what keeps one from being published keeps it from being taken back. */
export function prepareWithdrawal(command: PrepareWithdrawal, report: Report, context: Context): ReportEvent[] {
  const by = { kind: 'person', person: requireDiscloser(report, context) } as const;
  const { id, status, prepared, publications } = report;
  const last = publications.at(-1);
  if (last === undefined) throw new Refusal('not_in_this_status', { id, status });
  if (last.withdrawn === true) return [];
  const reason = command.reason.trim();
  if (reason === '') throw new Refusal('change_missing', {});
  const { text } = last;
  withinLimits(text, reason);
  refuseCopiedSecrets(text, reason, report, context);
  const credits = creditsOfDuplicates(report, context);
  if (prepared?.withdraws === true && prepared.change === reason && isDeepStrictEqual(prepared.credits, credits))
    return [];
  const { route } = command;
  return [{ type: 'DisclosurePrepared', at: context.now, by, text, credits, change: reason, withdraws: true, route }];
}

/** A second person approves exactly what they saw: a newer preparation needs a new approval. */
export function approve({ prepared: seen }: ApproveDisclosure, report: Report, context: Context): ReportEvent[] {
  const person = requireDiscloser(report, context);
  const prepared = preparedAt(seen, report, context);
  if (prepared.by.user === person.user) throw new Refusal('same_person_approves', { id: report.id });
  if (prepared.approved !== undefined) return [];
  return [{ type: 'DisclosureApproved', at: context.now, by: { kind: 'person', person }, prepared: seen }];
}

/** Checks everything once more. Publishing the same preparation twice is one publication. A correction thanks nobody again. */
export function publish(command: PublishAdvisory, report: Report, context: Context): ReportEvent[] {
  const by = { kind: 'person', person: requireDiscloser(report, context) } as const;
  const { prepared: seen, channel, route } = command;
  if (report.publications.some(({ prepared }) => prepared === seen)) return [];
  const prepared = preparedAt(seen, report, context);
  if (prepared.approved === undefined) throw new Refusal('not_approved', { id: report.id });
  const [blocker] = prepared.withdraws === true ? [] : blockersOf(report, context.now);
  if (blocker !== undefined) throw blocker;
  refuseCopiedSecrets(prepared.text, prepared.change ?? '', report, context);
  const first = report.publications.length === 0;
  const told = prepared.withdraws === true ? 'WithdrawalTold' : first ? 'ReporterThanked' : undefined;
  const onSlack = report.reporter.kind === 'slack';
  return [
    { type: 'AdvisoryPublished', at: context.now, by, prepared: seen, channel },
    ...(told === undefined || !onSlack ? [] : [{ type: told, at: context.now, by, route } as const]),
  ];
}

/** Thanks the reporter of a duplicate once. Only the bot does this, so not where it can't deliver. */
export function thankReporter({ of }: ThankReporter, report: Report, context: Context): ReportEvent[] {
  const by = { kind: 'person', person: requireResponder(report, context) } as const;
  if (!hearsOf(of, report) || wasThanked(report)) return [];
  return [{ type: 'ReporterThanked', at: context.now, by, route: 'direct_message' }];
}

/** Tells the reporter of a duplicate once that what they were thanked for is withdrawn. */
export function tellWithdrawal(command: TellWithdrawal, report: Report, context: Context): ReportEvent[] {
  const { of, reason, at } = command;
  const by = { kind: 'person', person: requireResponder(report, context) } as const;
  const told = report.messages.some((one) => one.purpose === 'withdrawal' && one.at >= at);
  if (!hearsOf(of, report) || !wasThanked(report) || told) return [];
  return [{ type: 'WithdrawalTold', at: context.now, by, route: 'direct_message', withdrawn: { id: of, reason } }];
}

/** Whether the report is a duplicate of this one, and the bot can reach its reporter. */
function hearsOf(of: ReportId, report: Report): boolean {
  const waits = report.status === 'duplicate' && report.duplicateOf === of;
  return waits && report.reporter.kind === 'slack' && undeliveredMessage(report) === undefined;
}

function wasThanked({ messages }: Report): boolean {
  return messages.some(({ purpose }) => purpose === 'thanks');
}

/** A preparation holds credits of other reports. It is void once they have changed there. */
export function compareCredits(report: Report, context: Context): ReportEvent[] {
  if (context.actor.kind !== 'clock') throw new Refusal('not_for_you', {});
  if (report.prepared === undefined || isStillPrepared(report.prepared, report, context)) return [];
  return [{ type: 'DuplicateCreditChanged', at: context.now, by: context.actor }];
}

function preparedAt(seen: number, report: Report, context: Context): Preparation {
  const { id, prepared } = report;
  if (prepared === undefined) throw new Refusal('nothing_prepared', { id });
  if (prepared.event !== seen) throw new Refusal('prepared_anew', { id });
  if (!isStillPrepared(prepared, report, context)) throw new Refusal('nothing_prepared', { id });
  return prepared;
}

/** Whether the credits are still as they were prepared. */
function isStillPrepared({ credits }: Preparation, report: Report, context: Context): boolean {
  return isDeepStrictEqual(credits, creditsOfDuplicates(report, context));
}

function partsOf(
  text: AdvisoryText,
  change: string,
): [part: keyof typeof advisoryLimits, name: string, words: string][] {
  const parts = Language.options.flatMap((language) => {
    const words = text[language];
    if (words === undefined) return [];
    const { title, summary, workaround = '' } = words;
    return [
      ['title', `${language}.title`, title],
      ['summary', `${language}.summary`, summary],
      ['workaround', `${language}.workaround`, workaround],
    ] as [keyof typeof advisoryLimits, string, string][];
  });
  return [...parts, ['change', 'change', change]];
}

function withinLimits(text: AdvisoryText, change: string): void {
  for (const [part, , words] of partsOf(text, change)) {
    const limit = advisoryLimits[part];
    if (words.length > limit) throw new Refusal('advisory_too_long', { part, length: words.length, limit });
  }
}

/**
 * The verification process and the code in the overview say how to attack, in duplicates too. No long passage of them may be
 * published.
 */
function refuseCopiedSecrets(text: AdvisoryText, change: string, report: Report, context: Context): void {
  const confidential = [report, ...duplicatesIn(report, context)].flatMap(({ form }) => confidentialTexts(form));
  for (const [, part, words] of partsOf(text, change)) {
    const [passage] = copiedPassages(words, confidential);
    if (passage !== undefined)
      throw new Refusal('closed_words_in_advisory', { part, word: passage.word + 1, words: passage.count });
  }
}
