import { formatDay } from '../../../deadline/format-time.js';
import { weekdayName } from '../../../deadline/weekdays.js';
import type { Locale } from '../../../locales/locale-of.js';
import { standInBlock } from '../block-ids.js';
import { weekendsUsage } from '../commands.js';
import { surface } from '../declare-surface.js';
import type { AwayFacts, NoSubstituteFacts, StandInFacts } from '../duty-facts.js';
import { button, buttons, header, marked, plain, section } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { momentText, teamTime } from '../parts/labels.js';
import { urgentMark } from '../parts/urgent.js';
import { sharedActions } from '../shared-actions.js';

/** Reports that a message names; the others are counted. */
const mostNamed = 10;

/** What somebody who is away, or stands in, is answered. */
const awayNote = surface('ephemeral', 'responder', 'A', (facts: AwayFacts, locale) => ({
  text: locale.terms.together(linesOf(facts, locale, teamTime)),
  blocks: linesOf(facts, locale, momentText).map((line) => section(marked(line))),
}));

function linesOf(facts: AwayFacts, locale: Locale, time: typeof momentText): readonly string[] {
  const { away: say, language } = locale;
  switch (facts.said) {
    case 'away': {
      const { substitute, zone } = facts;
      return [
        say.noted(formatDay(facts.from, language), formatDay(facts.to, language)),
        substitute === undefined ? say.onDutyHears : say.substitute(`<@${substitute}>`, facts.told, facts.later),
        ...facts.clashes.map((clash) => {
          const who = clash.substitute === undefined ? undefined : `<@${clash.substitute}>`;
          return say.clash(time(clash.from, zone, locale), time(clash.to, zone, locale), who);
        }),
      ];
    }
    case 'back':
      return [say.back];
    case 'not_away':
      return [say.notAway];
    case 'not_asked':
      return [say.notAsked];
    case 'weekend':
    case 'weekend_is': {
      const days = facts.days?.map((day) => weekdayName(day, language));
      const named = days === undefined ? say.weekend.team : say.weekend.own(locale.terms.listed(days));
      return [named, facts.said === 'weekend' ? say.weekend.changed : say.weekend.change(weekendsUsage)];
    }
    case 'taken':
      return [say.taken(facts.count)];
    case 'declined':
      return [say.declined(`<@${facts.user}>`)];
    default:
      return facts satisfies never;
  }
}

/** Somebody was named as a substitute: one message about all reports. Class A: ids, days and people. */
const standInMessage = surface('message', 'responder', 'A', (facts: StandInFacts, locale) => {
  const { standIn: say } = locale.away;
  const { reports, user } = facts;
  const [from, to] = [facts.from, facts.to].map((day) => formatDay(day, locale.language));
  const days = say.days(`<@${user}>`, from ?? '', to ?? '');
  const marks = reports.map(({ id, exploited }) => (exploited ? `${urgentMark} ${id}` : id));
  const named = locale.terms.listed([...marks.slice(0, mostNamed), ...(reports.length > mostNamed ? ['…'] : [])]);
  const known = reports.some(({ exploited }) => exploited) ? [`${urgentMark} ${locale.reminder.known}`] : [];
  const asked = reports.length === 0 ? [] : [say.reports(reports.length, named)];
  const take =
    reports.length === 0 ? [] : [button(sharedActions.takeReports, say.take(reports.length), { style: 'primary' })];
  return {
    text: locale.terms.together([...known, say.heading, days, ...asked.map(escapeMrkdwn)]),
    blocks: [
      header(say.heading),
      ...known.map((line) => section(plain(line))),
      section(marked(days)),
      ...asked.map((line) => section(plain(line))),
      { ...buttons(...take, button(sharedActions.declineToStandIn, say.notMe)), block_id: standInBlock(user) },
    ],
  };
});

/** Whoever is away is told that their substitute can't. */
const noSubstituteMessage = surface('message', 'responder', 'A', (facts: NoSubstituteFacts, locale) => {
  const [from, to] = [facts.from, facts.to].map((day) => formatDay(day, locale.language));
  const text = locale.away.noSubstitute(`<@${facts.user}>`, from ?? '', to ?? '');
  return { text, blocks: [section(marked(text))] };
});

export const awayMessages = { awayNote, standInMessage, noSubstituteMessage };
