import { dateToken, formatTime } from '../../../deadline/format-time.js';
import type { Locale } from '../../../locales/locale.js';
import type { Report, Verdict } from '../../../report/report.js';
import type { Status } from '../../../report/status.js';
import { nameOf } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { cut } from '../kit/truncate.js';

/** Marks beside the words; never instead of them. */
export const statusMark: Readonly<Record<Status, string>> = {
  received: '📥',
  acknowledged: '💬',
  accepted: '🛠️',
  fixed: '📦',
  disclosed: '📣',
  declined: '🚫',
  duplicate: '👥',
  withdrawn: '↩️',
};
export const verdictMark: Readonly<Record<Verdict, string>> = { supported: '🟢', best_effort: '🟡', end_of_life: '⚪' };
export const lateMark = '🔴';
export const soonMark = '⏳';
export const careMark = '⚠️';

export function statusLabel(status: Status, locale: Locale): string {
  return `${statusMark[status]} ${locale.terms.status[status]}`;
}

/** A moment in the team's zone and in the reader's own: marked-up text. */
export function momentText(at: Date, zone: string, { language, terms }: Locale): string {
  return terms.teamAndReader(escapeMrkdwn(formatTime(at, zone, language)), dateToken(at, zone, language));
}

/** A moment in the team's zone, with the zone: plain text. */
export function teamTime(at: Date, zone: string, { language }: Locale): string {
  return formatTime(at, zone, language);
}

/** The reporter's name: of their Slack account, or as the responder wrote it down. */
export function reporterName({ reporter }: Pick<Report, 'reporter'>): string {
  return reporter.kind === 'slack' ? nameOf(reporter.person) : cut(reporter.name, 100);
}

/** The reporter, and who filed it for them. */
export function reporterText(report: Pick<Report, 'reporter'>, { card }: Locale): string {
  const { reporter } = report;
  const name = reporterName(report);
  return reporter.kind === 'slack' ? name : card.filedFor(name, nameOf(reporter.filedBy));
}
