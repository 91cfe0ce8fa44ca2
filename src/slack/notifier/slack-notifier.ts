import { deadlinesOf } from '../../deadline/deadlines.js';
import { laterDate } from '../../deadline/later-date.js';
import type { Policy } from '../../deadline/policy.js';
import type { CurrentPolicy } from '../../handling/current-policy.js';
import type { Reminder } from '../../handling/due-reminders.js';
import type { CallReason, HandOverReason, ImmediateNotice } from '../../handling/immediate-notices.js';
import type { Metrics } from '../../handling/metrics.js';
import type { NoticeOutcome, NoticePost, Notifier } from '../../handling/notifier.js';
import { eventOf, type PersonNews } from '../../handling/pending-news.js';
import type { MessageRef } from '../../handling/tracked-report.js';
import { defined } from '../../report/defined.js';
import type { Language } from '../../report/form.js';
import { movableDateAt } from '../../report/movable-date.js';
import type { Report } from '../../report/report.js';
import { type ShownAs, show } from '../views/surfaces.js';
import type { Access } from '../workspace/access.js';
import type { People } from '../workspace/people.js';
import { type CardPoster, createCardPoster } from './card-poster.js';
import { createChannelPace } from './channel-pace.js';
import { postDigest, postWeek } from './digest-poster.js';
import { handOverFacts } from './hand-over-facts.js';
import type { HomeRefresher } from './home-refresher.js';
import { createLastKnownPeople } from './last-known-people.js';
import { linkTo } from './link-to-message.js';
import type { MessageKey } from './message-key.js';
import { announcementOf, keyOf, lineFor, unheard } from './notice-content.js';
import { postToReporter, type ToReporterDeps } from './post-to-reporter.js';
import { createPoster } from './poster.js';
import { putIntoGroup } from './put-into-group.js';
import type { SecurityChannel } from './security-channel.js';
import { showDutyNews } from './show-duty-news.js';
import { pointToNewest } from './superseded-announcement.js';
import { createSlowReporters } from './throttled-reporters.js';

export type SlackNotifierDeps = ToReporterDeps &
  Readonly<{
    people: People;
    access: Pick<Access, 'isResponder'>;
    channels: SecurityChannel;
    /** Who hears that sending is held: the leads, or while none is named, the responders. */
    leads: () => Promise<readonly string[]>;
    homes: Pick<HomeRefresher, 'outdated'>;
    /** The security channel. */
    channel: string;
    /** The policy with what people said about duty. */
    duty: Readonly<{ current: Pick<CurrentPolicy, 'known'> }>;
    clock: () => Date;
    metrics: Metrics;
  }>;

/** Posts what is due, and looks up the people whom the loop asks about. */
export function createSlackNotifier(deps: SlackNotifierDeps): Notifier {
  const { client, policy, duty, channel, clock, log, metrics } = deps;
  const { zone } = policy.calendar;
  const pace = createChannelPace(clock);
  const post = createPoster({ client, pace, log, metrics });
  const cards = createCardPoster({ ...deps, post, pace });
  const slowReporters = createSlowReporters(pace);
  const people = createLastKnownPeople(deps);

  const placeOf = async (card: MessageRef | undefined) => {
    return { channel, ...defined({ card: card === undefined ? undefined : await linkTo(client, card, log) }) };
  };
  const deadlinesAt = (report: Report, now: Date) => {
    return { deadlines: deadlinesOf(report, policy), calendar: policy.calendar, now };
  };

  /** Asks a lead about a later date. Whoever can't be written to, or has left the team, is passed over: the ladder goes on. */
  const tell = async (due: NoticePost, { event, user }: ImmediateNotice) => {
    const { card, now, tracked } = due;
    if ((await people.departed([user])).has(user)) return posted;
    const language = (await people.profileOf(user))?.language ?? policy.teamLanguage;
    const facts = { ...laterDateFacts(tracked.report, event, policy, now), ...(await placeOf(card)) };
    const shown = show('laterDateMessage', facts, language);
    const outcome = await post({ channel: user, shown, key: keyOf(due) });
    return outcome.kind === 'undeliverable' ? posted : outcome;
  };

  const noticeFacts = async ({ tracked: { report, card }, because }: PersonNews<CallReason>, now: Date) => {
    return { report, because, ...deadlinesAt(report, now), ...(await placeOf(card)) };
  };
  const newsFacts = ({ tracked: { report }, because }: PersonNews<CallReason>) => {
    return { id: report.id, because, ...defined({ deadline: deadlinesOf(report, policy)[0] }) };
  };

  const postToPerson = async (user: string, shown: ShownAs<'message', 'responder'>, key: MessageKey) => {
    const outcome = await post({ channel: user, shown, key });
    // Nobody there: the rungs after this one, and the channel, go on without them.
    if (outcome.kind === 'undeliverable') return posted;
    return outcome.kind === 'later' ? { ...outcome, seconds: Math.max(1, outcome.seconds) } : outcome;
  };

  const tellLeads = async (
    shown: (language: Language) => ShownAs<'message', 'lead' | 'responder'>,
    key: MessageKey,
  ) => {
    for (const user of await deps.leads().catch(() => []))
      await post({ channel: user, shown: shown((await people.profileOf(user))?.language ?? policy.teamLanguage), key });
  };

  return {
    showCard: async (tracked, deadlines, now) => {
      const { report } = tracked;
      deps.homes.outdated(report.reporter.kind === 'slack' ? report.reporter.person.user : undefined, true);
      const facts = { report, deadlines, zone, now };
      return await cards.show(tracked, show('card', facts, policy.teamLanguage));
    },
    postNotice: async (due) => {
      switch (due.notice.kind) {
        case 'thread':
        case 'approval':
          return await sayInThread(cards, due, duty.current.known());
        case 'immediate':
          return await tell(due, due.notice);
        case 'receipt':
        case 'message': {
          const outcome = await postToReporter({ ...deps, policy: duty.current.known() }, post, due);
          const { reporter } = due.tracked.report;
          if (reporter.kind === 'slack') slowReporters.note(reporter.person, outcome);
          return outcome;
        }
        case 'announcement': {
          const announcement = announcementOf(due.tracked, due.notice.publication, policy);
          return announcement === undefined ? posted : await post({ ...announcement, key: keyOf(due) });
        }
        case 'superseded':
          return await pointToNewest(deps, due.tracked, due.notice);
        default:
          return due.notice satisfies never;
      }
    },
    remind: async (user, reminders, news, now) => {
      const language = (await people.profileOf(user))?.language ?? policy.teamLanguage;
      const [only, ...others] = news;
      const { calendar } = policy;
      const shown =
        reminders.length === 0 && only !== undefined && others.length === 0
          ? show('immediateNotice', await noticeFacts(only, now), language)
          : show('reminderMessage', { reminders, news: news.map(newsFacts), channel, calendar, now }, language);
      return await postToPerson(user, shown, reminderKey(reminders, news));
    },
    ask: async (user, news, now) => {
      const language = (await people.profileOf(user))?.language ?? policy.teamLanguage;
      const handOver = (one: PersonNews<HandOverReason>) =>
        handOverFacts({ tracked: one.tracked, event: eventOf(one.key), now }, one.because, policy);
      const shown =
        'tracked' in news ? show('handOverMessage', handOver(news), language) : showDutyNews(news, zone, language);
      return await postToPerson(user, shown, news.key.replace(':', '/'));
    },
    digest: async (due, uncertain, now) =>
      await postDigest({ policy, cards, profileOf: people.profileOf }, due, uncertain, now),
    week: async (week, date, due, now) =>
      await postWeek({ policy, cards, profileOf: people.profileOf }, week, date, due, now),
    alarm: async (id, why) => {
      // Doctor and the log have it too, and it is told again in an hour.
      if ((await deps.channels.state()) !== 'safe') return;
      await post({ channel, shown: show('setAside', { id, why }, policy.teamLanguage), key: `${id}/aside` });
    },
    sendingHeld: async (hold) => {
      await tellLeads((language) => show('mayGoOn', { ...hold, channel }, language), 'sending/held');
      if ((await deps.channels.state()) !== 'safe') return;
      await post({ channel, shown: show('sendingHeld', hold, policy.teamLanguage), key: 'sending/held' });
    },
    calendarEnds: async (now) => {
      if ((await deps.channels.state()) !== 'safe') return false;
      const { calendar, teamLanguage } = policy;
      const shown = show('calendarEnds', { calendar, now }, teamLanguage);
      const { kind } = await post({ channel, shown, key: 'calendar/ends' });
      return kind !== 'later';
    },
    putOnDuty: async (group, user) => await putIntoGroup(client, group, user),
    dutyGroupRefused: async (group, user, code) => {
      const name = (await people.profileOf(user))?.name ?? '';
      await tellLeads(
        (language) => show('dutyGroupNote', { user, name, group, code }, language),
        `duty/${group}/${clock().getTime()}`,
      );
    },
    retention: async (ids, at) => {
      if ((await deps.channels.state()) !== 'safe') return false;
      const leads = policy.leads.map((user) => ({ user }));
      const shown = show('retentionLine', { ids, at, leads, zone }, policy.teamLanguage);
      return (await post({ channel, shown, key: 'retention' })).kind === 'posted';
    },
    pace: {
      heldUntil: () => pace.closedUntil(channel),
      spaceMs: () => pace.spaceMs(channel),
      most: () => pace.most(channel),
      slowReporters: slowReporters.list,
    },
    zones: people.zones,
    homes: people.homes,
    departed: people.departed,
  };
}

const posted = { kind: 'posted' } as const;

/** A later date as the calendar has it now. Where it has none any more, as it was proposed. */
function laterDateFacts(report: Report, event: number, policy: Policy, now: Date) {
  const date = movableDateAt(report, event) ?? { dueAt: report.promise.dueAt, open: false };
  const later = laterDate(report, policy, now, date.duty);
  const until = later?.promise.dueAt ?? date.proposal?.until ?? date.dueAt;
  return { report, date, until, days: later?.days ?? [], zone: policy.calendar.zone };
}

async function sayInThread(cards: CardPoster, due: NoticePost, policy: Policy): Promise<NoticeOutcome> {
  const { tracked, notice, card } = due;
  if (card === undefined) throw new RangeError('a line for a thread that has no card');
  const wholeChannel = notice.kind === 'approval' || unheard(due, policy);
  const line = { card, key: keyOf(due), uncertain: tracked.uncertain, wholeChannel };
  return await cards.say(line, () => lineFor(due, policy));
}

function reminderKey(reminders: readonly Reminder[], news: readonly PersonNews[]): MessageKey {
  const rungs = reminders.map(({ key, rung }) => `${key}/${rung.number}`);
  return [...news.map(({ key }) => key.replace(':', '/')), ...rungs].join(' ').slice(0, 200);
}
