import { defined } from '../report/defined.js';
import type { Notice } from './due-notices.js';
import type { NoticeOutcome, ShownCard } from './notifier.js';
import type { Outcome } from './ports.js';
import type { DeliveryCursor, TrackedReport } from './tracked-report.js';

/** What was posted so far. `channel`, `outward`: why nothing more can be posted in the channel, or to those outside it. */
export type Progress = Pick<TrackedReport, 'card' | 'cursor' | 'uncertain'> &
  Readonly<{ channel?: Outcome; outward?: Outcome }>;

/** No version of a report: its card has to be shown, whatever it shows now. */
const notShown = -1;

/** After the card was shown, or was not. `rungs`: which it shows to be reached. */
export function afterCard(
  { card, cursor, uncertain, version }: TrackedReport,
  shown: ShownCard,
  rungs: DeliveryCursor['rungs'],
): Progress {
  const reached = { ...cursor, rungs: { ...cursor.rungs, ...rungs } };
  if (shown.kind === 'shown') return { card: { ...shown.card, shownVersion: version }, cursor: reached, uncertain };
  return { ...defined({ card }), cursor, uncertain: uncertain || shown.kind === 'unsure', channel: shown };
}

/** After a notice was posted, or was not. `events`: how many the history has. */
export function afterNotice(progress: Progress, notice: Notice, outcome: NoticeOutcome, events: number): Progress {
  if (outcome.kind === 'card_gone') return withCardToShow(progress);
  const uncertain = progress.uncertain || outcome.kind === 'unsure';
  return outcome.kind === 'posted' || outcome.kind === 'undeliverable'
    ? { ...progress, uncertain, cursor: cursorAfter(progress.cursor, notice, outcome, events) }
    : { ...progress, uncertain, [placeOf(notice)]: outcome };
}

/** Where it is posted: in the team's channel, or outside it. */
export function placeOf({ kind }: Notice): 'channel' | 'outward' {
  return kind === 'thread' || kind === 'approval' || kind === 'immediate' ? 'channel' : 'outward';
}

/** The card is due again in a moment: an edit tells whether it is really gone, and then another one is posted. */
function withCardToShow({ card, ...progress }: Progress): Progress {
  return {
    ...progress,
    ...(card === undefined ? {} : { card: { ...card, shownVersion: notShown } }),
    channel: { kind: 'later', seconds: 1 },
  };
}

function cursorAfter(cursor: DeliveryCursor, notice: Notice, outcome: NoticeOutcome, events: number): DeliveryCursor {
  switch (notice.kind) {
    case 'thread':
      return { ...cursor, thread: Math.min(notice.event + 1, events) };
    case 'receipt':
    case 'message':
      return { ...cursor, reporter: Math.min(notice.event + 1, events) };
    case 'announcement': {
      const ts = outcome.kind === 'posted' ? outcome.ts : undefined;
      const announced = ts === undefined ? cursor.announced : { ...cursor.announced, [notice.publication]: ts };
      return { ...cursor, reporter: Math.min(notice.event + 1, events), ...defined({ announced }) };
    }
    case 'approval':
    case 'superseded':
    case 'immediate':
      return { ...cursor, rungs: { ...cursor.rungs, [notice.key]: notice.nth } };
    default:
      return notice satisfies never;
  }
}
