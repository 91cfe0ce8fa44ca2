import type { IsoDate } from '../deadline/calendar.js';
import { readSwap, type Swap, writeSwap } from '../deadline/swap.js';
import { isUrgent } from '../report/exploited-or-public.js';
import type { ReportId } from '../report/report-id.js';
import { isClosed, isUnacknowledged, isUnclaimed } from '../report/status.js';
import {
  type CallReason,
  type CoverReason,
  type HandOverReason,
  isCall,
  isHandOver,
  isOfCover,
  isOfDuty,
} from './immediate-notices.js';
import type { Reports, TrackedPerson } from './ports.js';
import type { TrackedReport } from './tracked-report.js';

/** Something about a report that a person is to be told, with the report as it is now. */
export type PersonNews<Reason = CallReason | HandOverReason> = Readonly<{
  key: string;
  because: Reason;
  tracked: TrackedReport;
}>;

/** From which day to which, both in the team's zone, `user` is on duty or away. */
export type DutyDays = Readonly<{ user: string; from: IsoDate; to: IsoDate }>;
/** A report that somebody has. `exploited`: already, or public, and not fixed. */
export type HeldReport = Readonly<{ id: ReportId; exploited: boolean }>;
/** `user` is not reminded of these reports for the last time before a deadline, until a moment. */
export type Skipped = Readonly<{ user: string; until: Date; reports: readonly ReportId[] }>;
/** What a colleague is asked or told about duty: to take days of it, to swap two turns, or to stand in. `reports`: what `user` has, for whoever is to stand in. */
export type DutyMatter =
  | Readonly<{ because: CoverReason; about: DutyDays | Swap }>
  | Readonly<{ because: 'stand_in_asked' | 'no_substitute'; about: DutyDays; reports: readonly HeldReport[] }>
  | Readonly<{ because: 'last_skipped'; about: Skipped }>;
export type DutyNews = Readonly<{ key: string }> & DutyMatter;

/** Under which it is kept until they are told: the same is kept once. */
export function dutyKey(matter: DutyMatter): string {
  const { because, about } = matter;
  if ('mine' in about) return `${because}/${writeSwap(about)}`;
  const parts = 'until' in about ? [about.until.getTime(), about.reports.join(',')] : [about.from, about.to];
  return [because, about.user, ...parts].join('/');
}

function skippedIn(key: string): Skipped {
  const [, user = '', until = '', ids = ''] = key.split('/');
  return { user, until: new Date(Number(until)), reports: ids.split(',') as ReportId[] };
}

export function isOfCall(news: PersonNews | DutyNews): news is PersonNews<CallReason> {
  return isCall(news.because);
}

export function isQuestion(news: PersonNews | DutyNews): news is PersonNews<HandOverReason> | DutyNews {
  return !isCall(news.because);
}

/** What is told at any hour: users are in danger. */
export function isUrgentNews(news: PersonNews | DutyNews): boolean {
  return 'tracked' in news && isUrgent(news.tracked.report);
}

type PendingNewsDeps = Readonly<{
  reports: Pick<Reports, 'findEach' | 'openDuties'>;
  /** Those who have left the team. */
  departed(users: readonly string[]): Promise<ReadonlySet<string>>;
}>;

/** Reports offered to a substitute. */
const mostReports = 100;

/** What somebody has that still needs work: what is exploited first, and then by deadline. */
export async function heldReports(
  reports: Pick<Reports, 'openDuties'>,
  responder: string,
): Promise<readonly HeldReport[]> {
  const rows = await reports.openDuties({ responder, limit: mostReports });
  return rows
    .map(({ id, duties }) => ({ id, exploited: Object.values(duties).some(({ exploited }) => exploited === true) }))
    .toSorted((one, other) => Number(other.exploited) - Number(one.exploited));
}

/** What a person is still to be told: not what they were told, nor what somebody has taken up since, nor when they have left. */
export async function pendingNews(
  { reports, departed }: PendingNewsDeps,
  { user, news = {}, rungs }: TrackedPerson,
): Promise<readonly (PersonNews | DutyNews)[]> {
  const untold = Object.entries(news).filter(([key]) => rungs[key] === undefined);
  if (untold.length === 0 || (await departed([user])).has(user)) return [];
  const ofReports = untold.filter(([, because]) => because !== 'last_skipped' && !isOfDuty(because));
  const ids = [...new Set(ofReports.map(([key]) => reportIn(key)))];
  const read = new Map(ids.length === 0 ? [] : (await reports.findEach(ids)).map((one) => [one.report.id, one]));
  const found: (PersonNews | DutyNews)[] = [];
  for (const [key, because] of untold) {
    if (because === 'last_skipped') {
      found.push({ key, because, about: skippedIn(key) });
      continue;
    }
    if (isOfDuty(because)) {
      const [, responder = '', from = '', to = ''] = key.split('/');
      if (isOfCover(because)) {
        found.push({ key, because, about: readSwap(responder) ?? { user: responder, from, to } });
        continue;
      }
      const held = await heldReports(reports, responder);
      found.push({ key, because, about: { user: responder, from, to }, reports: held });
      continue;
    }
    const tracked = read.get(reportIn(key));
    if (tracked !== undefined && isStillTheirs(tracked, user, because, eventOf(key)))
      found.push({ key, because, tracked });
  }
  return found;
}

function reportIn(key: string): ReportId {
  return key.slice(0, key.indexOf(':')) as ReportId;
}

/** The place in the history of what a key of news tells: `VR-7K2Q-9FDX:told_5`. */
export function eventOf(key: string): number {
  return Number(key.slice(key.lastIndexOf('_') + 1));
}

function isStillTheirs(
  { report }: TrackedReport,
  user: string,
  because: CallReason | HandOverReason,
  event: number,
): boolean {
  if (isClosed(report)) return false;
  if (because === 'offered' || because === 'offer_made') return report.offer?.event === event;
  if (isHandOver(because)) return true;
  if (because === 'assigned') return report.responder?.user === user;
  if (!isUnacknowledged(report)) return false;
  // A lead hears of it too where it was assigned to whoever is on duty.
  if (because === 'lead') return isUnclaimed(report);
  return report.responder === undefined || report.responder.user === user;
}
