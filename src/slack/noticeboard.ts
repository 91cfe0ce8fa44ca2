import { WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import { preparedAdvisory, publishedAdvisory } from '../advisory/advisory-of.js';
import type { Policy } from '../deadline/policy.js';
import type { Log } from '../handling/log.js';
import type { Noticeboard, Saying, ShownCard } from '../handling/noticeboard.js';
import type { MessageRef, Outcome, TrackedReport } from '../handling/ports.js';
import { publisherOf } from '../handling/publisher.js';
import type { Language } from '../report/form.js';
import type { Channels } from './channels.js';
import { othersSeconds, type People } from './people.js';
import { receiptFacts } from './receipt-facts.js';
import { findSaid, type SaidKey, said } from './said-key.js';
import { outcomeOf, slackCode } from './slack-error.js';
import { type ShownAs, show } from './surfaces.js';

export type BoardParts = Readonly<{
  client: WebClient;
  people: People;
  channels: Channels;
  policy: Policy;
  /** The security channel. */
  channel: string;
  /** The shared channels, where somebody who can't be written to may be told that a receipt waits. */
  intake: readonly string[];
  clock: () => Date;
  log: Log;
}>;

type Post = Readonly<{
  channel: string;
  shown: ShownAs<'message'>;
  key: SaidKey;
  threadTs?: string;
  wholeRoom?: boolean;
}>;

/** Codes of chat.update that mean that the card is gone: another one is posted. */
const cardGone = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);
/** Seconds until the security channel is looked at again when it isn't safe. */
const unsafeSeconds = 60;
/** Seconds until Slack is asked about it again when it could not be asked. */
const unknownSeconds = 5;

export function createNoticeboard(parts: BoardParts): Noticeboard {
  const { client, people, channels, policy, channel, intake, clock, log } = parts;
  const { zone } = policy.calendar;

  // Until when Slack wants no more posts in a channel: asking before would only count against us.
  const closedUntil = new Map<string, number>();

  async function post({ channel: to, shown, key, threadTs, wholeRoom }: Post): Promise<Outcome & { ts?: string }> {
    const wait = (closedUntil.get(to) ?? 0) - clock().getTime();
    if (wait > 0) return { kind: 'later', seconds: Math.ceil(wait / 1000) };
    try {
      const message = {
        channel: to,
        text: shown.text,
        blocks: [...shown.blocks],
        unfurl_links: false,
        unfurl_media: false,
        metadata: said(key),
      };
      const { ts } = await client.chat.postMessage(
        threadTs === undefined ? message : { ...message, thread_ts: threadTs, reply_broadcast: wholeRoom === true },
      );
      return { kind: 'said', ...(ts === undefined ? {} : { ts }) };
    } catch (error) {
      const outcome = outcomeOf(error);
      if (error instanceof WebAPIRateLimitedError && outcome.kind === 'later')
        closedUntil.set(to, clock().getTime() + outcome.seconds * 1000);
      log.warn('post not made', { outcome: outcome.kind, code: slackCode(error) ?? 'none' });
      return outcome;
    }
  }

  /** Why nothing may be posted in the security channel now, or `undefined`. */
  async function closedRoom(): Promise<Readonly<{ kind: 'later'; seconds: number }> | undefined> {
    const state = await channels.state();
    if (state === 'safe') return undefined;
    return { kind: 'later', seconds: state === 'unknown' ? unknownSeconds : unsafeSeconds };
  }

  /** Posts in the security channel: only while it is safe, and never given up. */
  async function postInRoom(message: Omit<Post, 'channel'>): Promise<Outcome & { ts?: string }> {
    const closed = await closedRoom();
    if (closed !== undefined) return closed;
    const outcome = await post({ ...message, channel });
    return outcome.kind === 'undeliverable' ? { kind: 'later', seconds: unsafeSeconds } : outcome;
  }

  async function postCard(tracked: TrackedReport, shown: ShownAs<'message'>): Promise<ShownCard> {
    const key = `${tracked.report.id}/card`;
    if (tracked.uncertain) {
      const copy = await findSaid(client, { channel, key }, log);
      if (copy.kind === 'found') return await editCard(tracked, { channel, ts: copy.ts }, shown);
      if (copy.kind === 'later') return copy;
    }
    const outcome = await postInRoom({ shown, key });
    if (outcome.kind !== 'said') return outcome;
    return outcome.ts === undefined ? ({ kind: 'unsure' } as const) : shownAt({ channel, ts: outcome.ts });
  }

  async function editCard(tracked: TrackedReport, at: MessageRef, shown: ShownAs<'message'>): Promise<ShownCard> {
    const closed = await closedRoom();
    if (closed !== undefined) return closed;
    try {
      // `parse` is for edits another one by default than for posts: names and addresses in the text would come to life.
      const { text, blocks } = shown;
      await client.chat.update({ channel: at.channel, ts: at.ts, text, blocks: [...blocks], parse: 'none' });
      return shownAt(at);
    } catch (error) {
      if (cardGone.has(slackCode(error) ?? '')) return await postCard({ ...tracked, uncertain: false }, shown);
      const outcome = outcomeOf(error);
      // An edit may be made again without harm.
      return outcome.kind === 'later' ? outcome : ({ kind: 'later', seconds: 5 } as const);
    }
  }

  return {
    showCard: async (tracked, deadlines, now) => {
      const facts = { report: tracked.report, deadlines, zone, now };
      const shown = show('card', facts, policy.teamLanguage);
      const known = tracked.card?.channel === channel ? tracked.card : undefined;
      return known === undefined ? await postCard(tracked, shown) : await editCard(tracked, known, shown);
    },

    say: async (saying) => {
      const { tracked, notice, card } = saying;
      switch (notice.kind) {
        case 'thread':
        case 'rung': {
          if (card === undefined) throw new RangeError('a line for a thread that has no card');
          const key = keyOf(saying);
          if (tracked.uncertain) {
            const copy = await findSaid(client, { channel: card.channel, threadTs: card.ts, key }, log);
            if (copy.kind === 'found') return { kind: 'said' };
            if (copy.kind === 'later') return copy;
          }
          const wholeRoom = notice.kind === 'rung' ? notice.wholeRoom : unheard(saying);
          return await postInRoom({ shown: lineFor(saying, policy), key, threadTs: card.ts, wholeRoom });
        }
        case 'receipt':
        case 'message': {
          const { reporter } = tracked.report;
          const shown = toReporter(saying, policy, (user) => people.known(user)?.name);
          if (reporter.kind !== 'slack' || shown === undefined) return { kind: 'said' };
          const outcome = await post({ channel: reporter.person.user, shown, key: keyOf(saying) });
          if (notice.kind !== 'receipt' || outcome.kind !== 'undeliverable') return outcome;
          // The receipt stood in the form already; a refused copy of it is nobody's trouble.
          await tellWhereToLook(reporter.person.user, tracked.report.form.language);
          return { kind: 'said' };
        }
        case 'announcement': {
          const publication = tracked.report.publications.find(({ event }) => event === notice.publication);
          const advisory = publishedAdvisory(tracked.report, policy.project, notice.publication);
          if (publication === undefined || advisory === undefined) return { kind: 'said' };
          const shown = show('announcement', { advisory, publisher: publisherOf(policy) }, policy.teamLanguage);
          return await post({ channel: publication.channel, shown, key: keyOf(saying) });
        }
        default:
          return notice satisfies never;
      }
    },

    remind: async (user, reminders, now) => {
      const language = (await profileOf(user))?.language ?? policy.teamLanguage;
      const shown = show('reminderMessage', { reminders, channel, zone, now }, language);
      const key = reminders
        .map(({ key: of, rung }) => `${of}/${rung.number}`)
        .join(' ')
        .slice(0, 200);
      const outcome = await post({ channel: user, shown, key });
      // Nobody there: the rungs after this one, and the room, go on without them.
      return outcome.kind === 'undeliverable' ? { kind: 'said' } : outcome;
    },

    zones: async (users) => {
      await Promise.all(users.map(profileOf));
      return (user) => people.known(user)?.zone;
    },

    homes: async (users) => (await Promise.all(users.map(profileOf))).filter((profile) => profile !== undefined),
  };

  /** An ephemeral line without any detail, in the first shared channel that the person is in. */
  async function tellWhereToLook(user: string, language: Language): Promise<void> {
    const { text, blocks } = show('receiptWaits', {}, language);
    for (const at of intake) {
      try {
        await client.chat.postEphemeral({ channel: at, user, text, blocks: [...blocks] });
        return;
      } catch (error) {
        log.warn('not told where to look', { channel: at, code: slackCode(error) ?? 'none' });
      }
    }
  }

  async function profileOf(user: string) {
    try {
      return await people.profile(user, othersSeconds);
    } catch {
      return people.known(user);
    }
  }
}

function shownAt(card: MessageRef) {
  return { kind: 'shown', card } as const;
}

/** The reporter wrote and nobody is in charge: the line's mention would reach no one. */
function unheard({ tracked, notice }: Saying): boolean {
  const wrote = notice.kind === 'thread' && tracked.history[notice.event]?.type === 'ReporterWrote';
  return wrote && tracked.report.responder === undefined;
}

function keyOf({ tracked, notice }: Saying): SaidKey {
  const { id } = tracked.report;
  return notice.kind === 'rung' ? `${id}/${notice.key}/${notice.rung.number}` : `${id}/${notice.kind}/${notice.event}`;
}

function lineFor({ tracked, notice, now }: Saying, policy: Policy): ShownAs<'message'> {
  const { report, history } = tracked;
  const { zone } = policy.calendar;
  if (notice.kind === 'rung') {
    const { rung, deadline, wholeRoom } = notice;
    return show('rungLine', { report, rung, deadline, wholeRoom, zone, now }, policy.teamLanguage);
  }
  const event = history[notice.event];
  if (event === undefined) throw new RangeError('a notice of an event that is not in the history');
  // What is prepared is looked at in the room where it is approved. An older preparation is told in a line.
  if (event.type === 'DisclosurePrepared' && report.prepared?.event === notice.event) {
    const advisory = preparedAdvisory(report, policy.project, event.credits, now);
    const publisher = publisherOf(policy);
    if (advisory !== undefined)
      return show('disclosurePreview', { report, advisory, publisher, now }, policy.teamLanguage);
  }
  return show('threadLine', { report, event, zone }, policy.teamLanguage);
}

function toReporter(
  { tracked, notice }: Saying,
  policy: Policy,
  nameOf: (user: string) => string | undefined,
): ShownAs<'message'> | undefined {
  const { report } = tracked;
  const language: Language = report.form.language;
  if (notice.kind === 'receipt') return show('receiptMessage', receiptFacts(report, policy, nameOf), language);
  const message = report.messages.find((one) => notice.kind === 'message' && one.event === notice.message);
  const { zone } = policy.calendar;
  return message && show('messageToReporter', { report, message, project: policy.project, zone }, language);
}
