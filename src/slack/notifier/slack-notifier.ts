import type { WebClient } from '@slack/web-api';
import type { Policy } from '../../deadline/policy.js';
import type { Log } from '../../handling/log.js';
import type { Notifier, ShownCard } from '../../handling/notifier.js';
import type { MessageRef, Outcome, TrackedReport } from '../../handling/ports.js';
import type { Language } from '../../report/form.js';
import { type ShownAs, show } from '../views/surfaces.js';
import type { Access } from '../workspace/access.js';
import { othersSeconds, type People } from '../workspace/people.js';
import { outcomeOf, slackCode } from '../workspace/slack-error.js';
import { findMessage } from './message-key.js';
import { announcementOf, keyOf, lineFor, toReporter, unheard } from './notice-content.js';
import { createPoster, type Post } from './poster.js';
import type { Channels } from './security-channel.js';

export type SlackNotifierDeps = Readonly<{
  client: WebClient;
  people: People;
  access: Pick<Access, 'isResponder'>;
  channels: Channels;
  policy: Policy;
  /** The security channel. */
  channel: string;
  /** The shared channels, where somebody who can't be written to may be told that a receipt waits. */
  intake: readonly string[];
  clock: () => Date;
  log: Log;
}>;

/** Codes of chat.update that mean that the card is gone: another one is posted. */
const cardGone = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);
/** Seconds until the security channel is looked at again when it isn't safe. */
const unsafeSeconds = 60;
/** Seconds until Slack is asked about it again when it could not be asked. */
const unknownSeconds = 5;

export function createSlackNotifier(parts: SlackNotifierDeps): Notifier {
  const { client, people, channels, policy, channel, intake, clock, log } = parts;
  const { zone } = policy.calendar;

  const post = createPoster({ client, clock, log });

  /** Why nothing may be posted in the security channel now, or `undefined`. */
  async function closedChannel(): Promise<Readonly<{ kind: 'later'; seconds: number }> | undefined> {
    const state = await channels.state();
    if (state === 'safe') return undefined;
    return { kind: 'later', seconds: state === 'unknown' ? unknownSeconds : unsafeSeconds };
  }

  /** Posts in the security channel: only while it is safe, and never given up. */
  async function postInChannel(message: Omit<Post, 'channel'>): Promise<Outcome & { ts?: string }> {
    const closed = await closedChannel();
    if (closed !== undefined) return closed;
    const outcome = await post({ ...message, channel });
    return outcome.kind === 'undeliverable' ? { kind: 'later', seconds: unsafeSeconds } : outcome;
  }

  /** `gone`: where it stood, and is not to be edited any more. */
  async function postCard(
    tracked: TrackedReport,
    shown: ShownAs<'message'>,
    gone: readonly string[] = [],
  ): Promise<ShownCard> {
    const key = `${tracked.report.id}/card`;
    if (tracked.uncertain) {
      const copy = await findMessage(client, { channel, key, gone }, log);
      if (copy.kind === 'found') return await editCard(tracked, { channel, ts: copy.ts }, shown, gone);
      if (copy.kind === 'later') return copy;
    }
    const outcome = await postInChannel({ shown, key });
    if (outcome.kind !== 'posted') return outcome;
    return outcome.ts === undefined ? ({ kind: 'unsure' } as const) : shownAt({ channel, ts: outcome.ts });
  }

  async function editCard(
    tracked: TrackedReport,
    at: MessageRef,
    shown: ShownAs<'message'>,
    gone: readonly string[] = [],
  ): Promise<ShownCard> {
    const closed = await closedChannel();
    if (closed !== undefined) return closed;
    try {
      // `parse` is for edits another one by default than for posts: names and addresses in the text would come to life.
      const { text, blocks } = shown;
      await client.chat.update({ channel: at.channel, ts: at.ts, text, blocks: [...blocks], parse: 'none' });
      return shownAt(at);
    } catch (error) {
      if (cardGone.has(slackCode(error) ?? '')) return await postCard(tracked, shown, [...gone, at.ts]);
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
            const copy = await findMessage(client, { channel: card.channel, threadTs: card.ts, key }, log);
            if (copy.kind === 'found') return { kind: 'posted' };
            if (copy.kind === 'later') return copy;
          }
          const wholeChannel = notice.kind === 'rung' ? notice.wholeChannel : unheard(saying);
          return await postInChannel({ shown: lineFor(saying, policy), key, threadTs: card.ts, wholeChannel });
        }
        case 'receipt':
        case 'message': {
          const { reporter } = tracked.report;
          const shown = toReporter(saying, policy, (user) => people.known(user)?.name);
          if (reporter.kind !== 'slack' || shown === undefined) return { kind: 'posted' };
          const outcome = await post({ channel: reporter.person.user, shown, key: keyOf(saying) });
          if (notice.kind !== 'receipt' || outcome.kind !== 'undeliverable') return outcome;
          // The receipt stood in the form already; a refused copy of it is nobody's trouble.
          await tellWhereToLook(reporter.person.user, tracked.report.form.language);
          return { kind: 'posted' };
        }
        case 'announcement': {
          const announced = announcementOf(saying, policy);
          if (announced === undefined) return { kind: 'posted' };
          return await post({ ...announced, key: keyOf(saying) });
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
      // Nobody there: the rungs after this one, and the channel, go on without them.
      return outcome.kind === 'undeliverable' ? { kind: 'posted' } : outcome;
    },

    zones: async (users) => {
      await Promise.all(users.map(profileOf));
      return (user) => people.known(user)?.zone;
    },

    homes: async (users) => (await Promise.all(users.map(profileOf))).filter((profile) => profile !== undefined),

    gone: async (users) => {
      const here = await Promise.all(users.map(mayBeHere));
      return new Set(users.filter((_, n) => !here[n]));
    },
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

  async function mayBeHere(user: string): Promise<boolean> {
    try {
      return await parts.access.isResponder({ user, team: undefined });
    } catch {
      return true;
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
