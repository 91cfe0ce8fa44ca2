import { localDate } from '../../deadline/local-date.js';
import type { Policy } from '../../deadline/policy.js';
import type { CurrentPolicy } from '../../handling/current-policy.js';
import type { Notifier } from '../../handling/notifier.js';
import { opensNext } from '../../handling/opens-next.js';
import { type DutyMatter, dutyKey } from '../../handling/pending-news.js';
import type { People as Tracked } from '../../handling/ports.js';
import { zoneFor } from '../../handling/reminder-recipients.js';
import type { Asked } from '../views/duty-facts.js';
import type { People } from '../workspace/people.js';
import { showDutyNews } from './show-duty-news.js';
import type { TellPerson } from './tell-person.js';

/** Tells a colleague something about duty in their own hours: at once, or when they begin. `urgent`: at once at any hour. */
export type TellWithinHours = (user: string, news: DutyMatter, urgent?: boolean) => Promise<Asked>;

export type TellWithinHoursDeps = Readonly<{
  tell: TellPerson;
  zones: Notifier['zones'];
  people: Pick<People, 'known'>;
  policy: Pick<Policy, 'teamLanguage' | 'calendar'>;
  current: Pick<CurrentPolicy, 'now'>;
  putOff: Tracked['tell'];
  clock: () => Date;
}>;

export function createTellWithinHours(deps: TellWithinHoursDeps): TellWithinHours {
  const { tell, zones, people, policy: file, current, putOff, clock } = deps;
  return async (user, news, urgent = false) => {
    const now = clock();
    const policy = await current.now();
    const zone = zoneFor(user, await zones([user]), policy);
    if (!urgent && opensNext(user, localDate(now, zone), zone, policy, now) !== undefined) {
      await putOff([{ user, key: dutyKey(news), because: news.because }], now);
      return 'later';
    }
    const language = people.known(user)?.language ?? file.teamLanguage;
    return (await tell(user, showDutyNews(news, file.calendar.zone, language))) ? 'told' : 'failed';
  };
}
