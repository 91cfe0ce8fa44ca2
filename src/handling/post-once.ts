import { Refusal } from '../report/refusal.js';
import type { Notice } from './due-notices.js';
import type { Handle } from './handle.js';
import type { NoticeOutcome, NoticePost, Notifier } from './notifier.js';

/** A message or announcement that may have arrived, or that Slack refuses, becomes an event. It is never sent twice unasked. */
export async function postOnce(
  { notifier, handle }: Readonly<{ notifier: Pick<Notifier, 'postNotice'>; handle: Handle }>,
  request: NoticePost,
): Promise<NoticeOutcome> {
  const { tracked, notice } = request;
  const event = eventOnceOnly(notice);
  // Only what an interrupted replica can have tried may be there. An answer that got lost for another post doubts nothing here.
  const doubtful = event !== undefined && 'event' in notice && notice.event < (tracked.maybePosted ?? 0);
  const outcome: NoticeOutcome = doubtful ? { kind: 'unsure' } : await notifier.postNotice(request);
  if (event === undefined || (outcome.kind !== 'unsure' && outcome.kind !== 'undeliverable')) return outcome;
  const delivery = outcome.kind === 'unsure' ? 'unsure' : 'failed';
  try {
    await handle(tracked.report.id, { type: 'RecordDelivery', event, delivery }, { kind: 'clock' });
  } catch (error) {
    // Unknown and not recorded: the lease has to run out, so that the delivery is doubted then.
    if (!(error instanceof Refusal) || delivery === 'unsure') throw error;
    return { kind: 'later', seconds: 1 };
  }
  return { kind: 'posted' };
}

/** The event behind a notice that must not be posted twice. */
function eventOnceOnly(notice: Notice): number | undefined {
  if (notice.kind === 'message') return notice.message;
  return notice.kind === 'announcement' ? notice.publication : undefined;
}
