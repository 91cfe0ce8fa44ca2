import { isUrgent } from '../../src/report/exploited-or-public.js';
import { sandbox } from '../../src/sandbox/sandbox-world.js';
import { dueByWalking, local } from '../deadline/oracle.js';
import { responders } from './cast.js';
import { byDay, channelPosts, type Said, saidIn, toResponder } from './count.js';
import type { Lived } from './simulate.js';

const minute = 60_000;
/** How long after a deadline, or after an outage over it, somebody must have heard. */
const promptlyMs = 10 * minute;

/** Promises whose deadline is not what walking over the calendar gives. */
export function wrongDeadlines({ reports, policy }: Lived): readonly string[] {
  return reports.flatMap(({ id, receivedAt, promise }) => {
    const { due } = dueByWalking(receivedAt, 2, policy.calendar);
    return promise.dueAt.getTime() === Date.parse(due) ? [] : [`${id}: ${promise.dueAt.toISOString()}, not ${due}`];
  });
}

/** Answers that were late, and nobody but the responder heard of it. */
export function silentBreaches(lived: Lived): readonly string[] {
  const [lead] = responders;
  const heard = [...channelPosts(lived), ...(lead === undefined ? [] : toResponder(lived, lead))];
  const until = lived.bot.clock.now().getTime();
  return lived.reports.flatMap(({ id, acknowledge, promise }) => {
    const due = promise.dueAt.getTime();
    const met = acknowledge.metAt?.getTime() ?? until;
    const over = lived.plan.outages.filter(({ from, to }) => from.getTime() <= due + promptlyMs && due <= to.getTime());
    const latest = Math.max(due, ...over.map(({ to }) => to.getTime())) + promptlyMs;
    if (met <= latest || latest > until) return [];
    const told = heard.some(({ at, key, text }) => {
      const when = at.getTime();
      return `${key} ${text}`.includes(id) && when >= due && when <= latest;
    });
    return told ? [] : [`${id}: due ${promise.dueAt.toISOString()}`];
  });
}

/** Whether somebody is reminded by it, and not only told that something came in. */
export function isReminder({ key }: Said): boolean {
  return key.split(' ').some((one) => !one.includes('/told_'));
}

/** Reminders outside somebody's hours, weekend or leave. */
export function untimely(lived: Lived): readonly string[] {
  return responders.flatMap((who) =>
    toResponder(lived, who)
      .filter((one) => isReminder(one) && !isTimely(lived, who, one.at))
      .map(({ at, key }) => `${who.name}: ${local(at, who.zone)} (${key})`),
  );
}

function isTimely({ presence }: Lived, who: (typeof responders)[number], at: Date): boolean {
  const time = local(at, who.zone).slice(11);
  return '09:00' <= time && time <= '18:00' && !presence.isOff(who, at);
}

/** Rungs that one person, or the channel, got more than once. */
export function repeated(lived: Lived): readonly string[] {
  const places = [...responders.map((who) => toResponder(lived, who)), saidIn(lived, sandbox.securityChannel)];
  return places.flatMap((said) => {
    const keys = said.filter(({ key }) => !key.endsWith('/card')).flatMap(({ key }) => wholeKeys(key));
    return keys.filter((key, n) => keys.indexOf(key) !== n);
  });
}

/** The rungs that a message's key names. A long key is cut off at 200 characters, so that its last part may be half of one. */
function wholeKeys(key: string): readonly string[] {
  const keys = key.split(' ').filter((one) => one !== '' && one !== 'digest');
  return key.length < 200 ? keys : keys.slice(0, -1);
}

/** Duties of which somebody was reminded twice on one day, though no deadline passed between. What is exploited is left out. */
export function nagging(lived: Lived): readonly string[] {
  const urgent = new Set(lived.reports.filter(isUrgent).map(({ id }) => id));
  return responders.flatMap((who) => {
    const seen = new Set<string>();
    return toResponder(lived, who).flatMap(({ at, key, text }) =>
      wholeKeys(key).flatMap((one) => {
        const [thing = '', rung] = one.split('/');
        const [id = ''] = thing.split(':');
        if (rung === undefined || !thing.includes(':') || urgent.has(id)) return [];
        const overdue = text
          .split('\n')
          .some((line) => line.startsWith(id) && / was due|ended|答复期限|结论期限|更新期限|结束/.test(line));
        const told = `${who.name}, ${local(at, who.zone).slice(0, 10)}: ${thing}${overdue ? ' overdue' : ''}`;
        if (seen.has(told)) return [told];
        seen.add(told);
        return [];
      }),
    );
  });
}

/** The most reminders that somebody got on one day. */
export function mostReminders(lived: Lived): number {
  const days = responders.flatMap((who) => [...byDay(toResponder(lived, who).filter(isReminder), who.zone).values()]);
  return Math.max(0, ...days);
}
