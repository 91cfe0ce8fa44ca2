import { deadlinesOf } from '../../deadline/deadlines.js';
import type { Policy } from '../../deadline/policy.js';
import type { HandOverReason, ImmediateNotice } from '../../handling/immediate-notices.js';
import type { NoticePost } from '../../handling/notifier.js';
import { defined } from '../../report/defined.js';
import type { HandOverFacts } from '../views/reminder-facts.js';

const handOverReasons: readonly string[] = [
  'offered',
  'offer_made',
  'offer_accepted',
  'offer_declined',
] satisfies readonly HandOverReason[];

export function isHandOver(because: ImmediateNotice['because']): because is HandOverReason {
  return handOverReasons.includes(because);
}

/** Who asked whom, from the event that is told. @throws RangeError for another event */
export function handOverFacts(
  { tracked: { report, history }, notice, now }: Pick<NoticePost, 'tracked' | 'notice' | 'now'>,
  because: HandOverReason,
  policy: Policy,
): HandOverFacts {
  const event = history[notice.event];
  const { calendar } = policy;
  const [due] = deadlinesOf(report, policy);
  const about = { id: report.id, because, offered: notice.event, ...defined({ due }), calendar, now };
  const from = report.responder?.user ?? '';
  switch (event?.type) {
    case 'HandOverOffered':
      return { ...about, by: event.by.person.user, to: event.to.user, from };
    case 'HandOverDeclined':
      return { ...about, by: from, to: event.by.person.user, from };
    case 'ResponderAssigned':
      return { ...about, by: from, to: event.responder.user, from: event.from?.user ?? from };
    default:
      throw new RangeError('a hand-over that is not in the history');
  }
}
