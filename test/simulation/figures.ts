import {
  isUsual,
  mostReminders,
  nagging,
  overCap,
  repeated,
  silentBreaches,
  untimely,
  wrongDeadlines,
} from './check.js';
import { byDay, channelPosts, median, perPersonAndDay } from './count.js';
import type { Lived } from './simulate.js';

/** What has to hold in every simulation: none of these ever happens. */
export const asPromised = {
  wrongDeadlines: [],
  silentBreaches: [],
  untimely: [],
  repeated: [],
  nagging: [],
  overCap: [],
};

/**
 * The most messages that a person may get on a working day, besides those that are only about exploited reports of that very day, and
 * how many in the median; and posts of the channel besides cards.
 */
export const most = { messages: 6, medianMessages: 2, medianPosts: 1 };

/** What a simulation is judged by. */
export function figuresOf(lived: Lived) {
  const { policy, plan, presence, reports, steps } = lived;
  const perDay = perPersonAndDay(lived);
  const usual = perPersonAndDay(lived, isUsual(lived));
  const posts = byDay(channelPosts(lived), policy.calendar.zone);
  const days = Array.from({ length: Math.round((plan.to.getTime() - plan.from.getTime()) / 86_400_000) }, (_, n) => {
    return new Date(plan.from.getTime() + (n + 0.5) * 86_400_000);
  }).filter((noon) => !presence.isClosed(noon));
  const postsPerDay = days.map((noon) => posts.get(noon.toISOString().slice(0, 10)) ?? 0);
  return {
    reports: reports.length,
    steps,
    late: reports.filter(({ acknowledge: { metAt }, promise }) => metAt !== undefined && metAt > promise.dueAt).length,
    wrongDeadlines: wrongDeadlines(lived),
    silentBreaches: silentBreaches(lived),
    untimely: untimely(lived),
    repeated: repeated(lived),
    nagging: nagging(lived),
    overCap: overCap(lived),
    mostReminders: mostReminders(lived),
    messages: { median: median(perDay), most: Math.max(...usual), ofAnyKind: Math.max(...perDay) },
    channelPosts: {
      median: median(postsPerDay),
      most: Math.max(...postsPerDay),
      quiet: postsPerDay.filter((count) => count <= 1).length / postsPerDay.length,
    },
  };
}
