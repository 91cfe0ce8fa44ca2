import { localDate } from '../../deadline/local-date.js';
import type { CurrentPolicy } from '../../handling/current-policy.js';
import { opensNext } from '../../handling/due-reminders.js';
import type { AskReason } from '../../handling/immediate-notices.js';
import type { Notifier } from '../../handling/notifier.js';
import { askKey, type DutyDays } from '../../handling/pending-news.js';
import type { People } from '../../handling/ports.js';
import { zoneFor } from '../../handling/reminder-recipients.js';
import type { Asked } from '../views/duty-facts.js';
import type { ShownAs } from '../views/surfaces.js';
import type { TellPerson } from './tell-person.js';

/** Asks a colleague about duty in their own hours: at once as `shown`, or when they begin. */
export type AskColleague = (
  user: string,
  because: AskReason,
  about: DutyDays,
  shown: ShownAs<'message', 'responder'>,
) => Promise<Asked>;

export type AskColleagueDeps = Readonly<{
  tell: TellPerson;
  zones: Notifier['zones'];
  current: Pick<CurrentPolicy, 'now'>;
  putOff: People['tell'];
  clock: () => Date;
}>;

export function createAskColleague({ tell, zones, current, putOff, clock }: AskColleagueDeps): AskColleague {
  return async (user, because, about, shown) => {
    const now = clock();
    const policy = await current.now();
    const zone = zoneFor(user, await zones([user]), policy);
    if (opensNext(user, localDate(now, zone), zone, policy, now) === undefined)
      return (await tell(user, shown)) ? 'told' : 'failed';
    await putOff([{ user, key: askKey(because, about), because }], now);
    return 'later';
  };
}
