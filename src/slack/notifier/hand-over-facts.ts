import { deadlinesOf } from '../../deadline/deadlines.js';
import type { Policy } from '../../deadline/policy.js';
import type { HandOverReason } from '../../handling/immediate-notices.js';
import type { NoticePost } from '../../handling/notifier.js';
import { defined } from '../../report/defined.js';
import type { HandOverFacts } from '../views/reminder-facts.js';

/** Who asked whom, from the event that is told. @throws RangeError for another event */
export function handOverFacts(
  {
    tracked: { report, history },
    event: place,
    now,
  }: Pick<NoticePost, 'tracked' | 'now'> & Readonly<{ event: number }>,
  because: HandOverReason,
  policy: Policy,
): HandOverFacts {
  const event = history[place];
  const { calendar } = policy;
  const [due] = deadlinesOf(report, policy);
  const about = { id: report.id, because, offered: place, ...defined({ due }), calendar, now };
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
