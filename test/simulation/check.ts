import { deadlinesOf } from '../../src/deadline/deadlines.js';
import type { Report } from '../../src/report/report.js';
import { sandbox } from '../../src/sandbox/sandbox-world.js';
import { confirmByWalking } from '../deadline/confirm-oracle.js';
import { dueByWalking, local } from '../deadline/oracle.js';
import { type Responder, responders } from './cast.js';
import { byDay, channelPosts, type Said, saidIn, toResponder } from './count.js';
import type { Outage } from './plan.js';
import type { Lived } from './simulate.js';

const minute = 60_000;
/** How long after a deadline, or after an outage over it, somebody must have heard. */
const promptlyMs = 10 * minute;

/** Deadlines that are not what walking over the calendar gives: of the first answer, of the decision, of a promised update. */
export function wrongDeadlines({ reports, policy }: Lived): readonly string[] {
  const { calendar } = policy;
  return reports.flatMap((report) => {
    const { id, receivedAt, promise, confirm } = report;
    const turns = confirm.pauses.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]));
    const expected = {
      acknowledge: Date.parse(dueByWalking(receivedAt, 2, calendar).due),
      confirm: confirmByWalking(receivedAt, 2, turns, calendar).getTime(),
    };
    const open = deadlinesOf(report, policy);
    return [{ duty: 'acknowledge' as const, dueAt: promise.dueAt }, ...open].flatMap(({ duty, dueAt }) => {
      const due = dueAt.getTime();
      const isRight =
        duty === 'acknowledge' || duty === 'confirm'
          ? due === expected[duty]
          : local(dueAt, calendar.zone).endsWith(calendar.close);
      return isRight ? [] : [`${id}: ${duty} ${dueAt.toISOString()}`];
    });
  });
}

/**
 * Answers and decisions that were late, and nobody but the responder heard of it in time. What an outage kept past the lead's hours is
 * said when they begin again.
 */
export function silentBreaches(lived: Lived): readonly string[] {
  const [lead] = responders;
  if (lead === undefined) throw new Error('nobody leads');
  const heard = [...channelPosts(lived), ...toResponder(lived, lead)];
  const until = lived.bot.clock.now().getTime();
  const owed = lived.reports.flatMap(({ id, acknowledge, confirm, promise: { dueAt } }) => {
    const answered = acknowledge.metAt !== undefined && acknowledge.metAt <= dueAt;
    // A question moves the deadline of the decision.
    const decides = answered && confirm.pauses.length === 0;
    return [{ id, dueAt, metAt: acknowledge.metAt }, ...(decides ? [{ id, dueAt, metAt: confirm.metAt }] : [])];
  });
  return owed.flatMap(({ id, dueAt, metAt }) => {
    const due = dueAt.getTime();
    const met = metAt?.getTime() ?? until;
    const over = lived.plan.outages.filter(({ from, to }) => from.getTime() <= due + promptlyMs && due <= to.getTime());
    const freed = new Date(Math.max(due, ...over.map(({ to }) => to.getTime())));
    const isKept = over.length > 0 && !isTimely(lived, lead, freed);
    const from = isKept ? lived.presence.afterWork(lead, freed, 0) : freed;
    const latest = from.getTime() + promptlyMs;
    if (met <= latest || latest > until) return [];
    const told = heard.some(({ at, key, text }) => {
      const when = at.getTime();
      return `${key} ${text}`.includes(id) && when >= due && when <= latest;
    });
    return told ? [] : [`${id}: due ${dueAt.toISOString()}`];
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
      .filter((one) => isReminder(one) && !isTimely(lived, who, one.at) && !wasHeldBack(lived, who, one))
      .map(({ at, key }) => `${who.name}: ${local(at, who.zone)} (${key})`),
  );
}

function isTimely({ presence }: Lived, who: (typeof responders)[number], at: Date): boolean {
  const time = local(at, who.zone).slice(11);
  return '09:00' <= time && time <= '18:00' && !presence.isOff(who, at);
}

/** Within so many milliseconds after an outage, what it held back is said. */
const catchUpMs = 15 * 60_000;

/**
 * Whether an outage kept something past the person's hours that comes even so: the last reminder before a deadline, since the next morning
 * may be too late, what is exploited, and anything within minutes of these hours.
 */
function wasHeldBack(lived: Lived, who: (typeof responders)[number], { at, key }: Said): boolean {
  const urgent = new Set(lived.reports.filter(wasExploited).map(({ id }) => id));
  const mayNotWait = wholeKeys(key).some((one) => {
    const [thing = '', rung] = one.split('/');
    return Number(rung) === lastBefore || urgent.has(thing.split(':')[0] ?? '');
  });
  const isBarelyLate = isTimely(lived, who, new Date(at.getTime() - catchUpMs));
  const isAfter = ({ from, to }: Outage) => from <= at && at.getTime() <= to.getTime() + catchUpMs;
  const isHeld = lived.plan.outages.some((outage) => isAfter(outage) && isTimely(lived, who, outage.from));
  return isHeld && (mayNotWait || isBarelyLate);
}

/** Rungs that one person, or the channel, got more than once. */
export function repeated(lived: Lived): readonly string[] {
  const places = [...responders.map((who) => toResponder(lived, who)), saidIn(lived, sandbox.securityChannel)];
  return places.flatMap((said) => {
    const keys = said.filter(({ key }) => !key.endsWith('/card')).flatMap(({ key }) => wholeKeys(key));
    return keys.filter((key, n) => keys.indexOf(key) !== n);
  });
}

/** A longer key is cut off. */
const longest = 200;

/** The rungs that a message's key names, but the last of a key that was cut off: it may be half of one. */
function wholeKeys(key: string): readonly string[] {
  const keys = key.split(' ').filter((one) => !['', 'digest', 'week'].includes(one));
  return key.length < longest ? keys : keys.slice(0, -1);
}

/** Whatever became of it since. */
const wasExploited = ({ form }: Report) => form.knownAlready === 'exploited';

/**
 * Whether a message is about anything but exploited reports that came in on that day of the person's. Each of them is told at once, and
 * once more after two working hours, however many messages the day has had.
 */
export function isUsual(lived: Lived): (said: Said, who: Responder) => boolean {
  const received = new Map(lived.reports.filter(wasExploited).map(({ id, receivedAt }) => [id, receivedAt]));
  return ({ key, at }, { zone }) => {
    const dayOf = (moment: Date | undefined) => moment && local(moment, zone).slice(0, 10);
    const keys = wholeKeys(key);
    return keys.length === 0 || keys.some((one) => dayOf(received.get(one.split(/[/:]/)[0] ?? '')) !== dayOf(at));
  };
}

/** Duties of which somebody was reminded twice on one day, though no deadline passed between. What is exploited is left out. */
export function nagging(lived: Lived): readonly string[] {
  const urgent = new Set(lived.reports.filter(wasExploited).map(({ id }) => id));
  return responders.flatMap((who) => {
    const seen = new Set<string>();
    return toResponder(lived, who).flatMap(({ at, key, text }) =>
      wholeKeys(key).flatMap((one) => {
        const [thing = '', rung] = one.split('/');
        const [id = ''] = thing.split(':');
        if (rung === undefined || !thing.includes(':') || urgent.has(id)) return [];
        const overdue = isOverdue(text, id);
        const told = `${who.name}, ${local(at, who.zone).slice(0, 10)}: ${thing}${overdue ? ' overdue' : ''}`;
        if (seen.has(told)) return [told];
        seen.add(told);
        return [];
      }),
    );
  });
}

/** Whether a reminder says that a deadline of this report has passed. */
function isOverdue(text: string, id: string): boolean {
  return text
    .split('\n')
    .some((line) => line.startsWith(id) && / was due|ended|答复期限|结论期限|更新期限|结束/.test(line));
}

/** The last rung of this policy before a deadline. It comes whatever the limit of a day, as does the first news that it was missed. */
const lastBefore = 3;

/** Messages beyond the limit of a day in which nothing had to come. What is about an exploited report has to. */
export function overCap(lived: Lived): readonly string[] {
  const urgent = new Set(lived.reports.filter(wasExploited).map(({ id }) => id));
  return responders.flatMap((who) => {
    const missed = new Set<string>();
    const counts = new Map<string, number>();
    return toResponder(lived, who).flatMap(({ at, key, text }) => {
      const day = local(at, who.zone).slice(0, 10);
      const count = (counts.get(day) ?? 0) + 1;
      counts.set(day, count);
      const must = wholeKeys(key).filter((one) => {
        const [thing = '', rung] = one.split('/');
        const [id = ''] = thing.split(':');
        if (urgent.has(id)) return true;
        if (!isOverdue(text, id)) return Number(rung) === lastBefore;
        const isFirst = !missed.has(thing);
        missed.add(thing);
        return isFirst;
      });
      return count > lived.policy.dailyReminders && must.length === 0 && key.length < longest
        ? [`${who.name}, ${day}: ${key}`]
        : [];
    });
  });
}

/** The most reminders that somebody got on one day. */
export function mostReminders(lived: Lived): number {
  const days = responders.flatMap((who) => [...byDay(toResponder(lived, who).filter(isReminder), who.zone).values()]);
  return Math.max(0, ...days);
}
