import type { Calendar } from '../../../deadline/calendar.js';
import { dateToken, formatTime } from '../../../deadline/format-time.js';
import { timeLeft } from '../../../deadline/time-left.js';
import type { Locale } from '../../../locales/locale-of.js';
import type { Person } from '../../../report/person.js';
import type { Report, Verdict } from '../../../report/report.js';
import type { Status } from '../../../report/status.js';
import { marked, nameOf, plain } from '../kit/blocks.js';
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

/** A moment in the reader's own zone: marked-up text. */
export function momentText(at: Date, zone: string, { language }: Locale): string {
  return dateToken(at, zone, language);
}

/** The same with how long it is until then, or since. Only for what is drawn anew each time: on a card it would grow old. */
export function dueText(at: Date, now: Date, calendar: Calendar, locale: Locale): string {
  return locale.terms.timeAndLeft(momentText(at, calendar.zone, locale), leftText(at, now, calendar, locale));
}

/** The same in the team's zone: plain text. */
export function dueTeamTime(at: Date, now: Date, calendar: Calendar, locale: Locale): string {
  return formatTime(at, calendar.zone, locale.language, leftText(at, now, calendar, locale));
}

function leftText(at: Date, now: Date, calendar: Calendar, { terms }: Locale): string {
  return terms.left(timeLeft(at, now, calendar));
}

/** A moment in the team's zone, with the zone: plain text. */
export function teamTime(at: Date, zone: string, { language }: Locale): string {
  return formatTime(at, zone, language);
}

/** Who wrote something, and when: two parts of one line. The bot wrote what nobody did. */
export function writtenBy({ by, at }: Readonly<{ by?: Person | undefined; at: Date }>, zone: string, locale: Locale) {
  return [plain(by === undefined ? locale.pages.automatic : nameOf(by)), marked(momentText(at, zone, locale))];
}

/** The reporter's name: of their Slack account, or as the responder wrote it down. */
export function reporterName({ reporter }: Pick<Report, 'reporter'>): string {
  return reporter.kind === 'slack' ? nameOf(reporter.person) : cut(reporter.name, 100);
}

/** The reporter: from outside, or who filed it for them. */
export function reporterText(report: Pick<Report, 'reporter'>, { card }: Locale): string {
  const { reporter } = report;
  const name = reporterName(report);
  if (reporter.kind === 'elsewhere') return card.filedFor(name, nameOf(reporter.filedBy));
  return reporter.outside === undefined ? name : card.outside(name, reporter.outside.workspace);
}
