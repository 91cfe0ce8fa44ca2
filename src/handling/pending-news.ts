import { isClosed, isUnacknowledged } from '../report/status.js';
import { type CallReason, type HandOverReason, isHandOver, type NewsReason } from './immediate-notices.js';
import type { Reports, TrackedPerson } from './ports.js';
import type { TrackedReport } from './tracked-report.js';

/** Something that a person is to be told, with the report as it is now. */
export type PersonNews<Reason = NewsReason> = Readonly<{ key: string; because: Reason; tracked: TrackedReport }>;

export function isCall(news: PersonNews): news is PersonNews<CallReason> {
  return !isHandOver(news.because);
}

export function isOfHandOver(news: PersonNews): news is PersonNews<HandOverReason> {
  return isHandOver(news.because);
}

type PendingNewsDeps = Readonly<{
  reports: Pick<Reports, 'find'>;
  /** Those who have left the team. */
  departed(users: readonly string[]): Promise<ReadonlySet<string>>;
}>;

/** What a person is still to be told: not what they were told, nor what somebody has taken up since, nor when they have left. */
export async function pendingNews(
  { reports, departed }: PendingNewsDeps,
  { user, news = {}, rungs }: TrackedPerson,
): Promise<readonly PersonNews[]> {
  const untold = Object.entries(news).filter(([key]) => rungs[key] === undefined);
  if (untold.length === 0 || (await departed([user])).has(user)) return [];
  const found: PersonNews[] = [];
  for (const [key, because] of untold) {
    const tracked = await reports.find(key.slice(0, key.indexOf(':')));
    if (tracked !== undefined && isStillTheirs(tracked, user, because, eventOf(key)))
      found.push({ key, because, tracked });
  }
  return found;
}

/** The place in the history of what a key of news tells: `VR-7K2Q-9FDX:told_5`. */
export function eventOf(key: string): number {
  return Number(key.slice(key.lastIndexOf('_') + 1));
}

function isStillTheirs({ report }: TrackedReport, user: string, because: NewsReason, event: number): boolean {
  if (isClosed(report)) return false;
  if (because === 'offered' || because === 'offer_made') return report.offer?.event === event;
  if (isHandOver(because)) return true;
  if (because === 'assigned') return report.responder?.user === user;
  return isUnacknowledged(report) && (report.responder === undefined || report.responder.user === user);
}
