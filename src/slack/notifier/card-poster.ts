import { WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import type { Log } from '../../handling/log.js';
import type { NoticeOutcome, ShownCard } from '../../handling/notifier.js';
import type { Outcome } from '../../handling/ports.js';
import type { MessageRef, TrackedReport } from '../../handling/tracked-report.js';
import type { ShownAs } from '../views/surfaces.js';
import { asJson } from '../workspace/blocks-as-json.js';
import { isUneditable, outcomeOf, slackCode } from '../workspace/slack-error.js';
import type { ChannelPace } from './channel-pace.js';
import { findMessage, messageMetadata } from './message-key.js';
import type { Poster, PostOutcome } from './poster.js';
import type { SecurityChannel } from './security-channel.js';

type CardPosterDeps = Readonly<{
  client: WebClient;
  /** The security channel. */
  channel: string;
  channels: SecurityChannel;
  post: Poster;
  pace: ChannelPace;
  log: Log;
}>;
type Later = Extract<Outcome, { kind: 'later' }>;
/** What the team reads in its channel. */
type ForTeam = ShownAs<'message', 'responder'>;
/** A line below a card, with the key by which a copy of it is found again. */
type Line = Readonly<{ card: MessageRef; key: string; uncertain: boolean; wholeChannel: boolean }>;

const cardKey = ({ report }: TrackedReport) => `${report.id}/card`;

/** Seconds until the security channel is looked at again when it isn't safe. */
const unsafeSeconds = 60;
/** Seconds until Slack is asked about it again when it could not be asked. */
const unknownSeconds = 5;

/** Posts in the security channel: cards, and lines in their threads. Only while the channel is safe, and nothing twice. */
export type CardPoster = Readonly<{
  show(tracked: TrackedReport, card: ForTeam): Promise<ShownCard>;
  /** `draw` is called only if the line has to be posted. */
  say(line: Line, draw: () => ForTeam): Promise<NoticeOutcome>;
  /** The same with a message of its own, outside any thread. */
  tell(message: Pick<Line, 'key' | 'uncertain'>, draw: () => Promise<ForTeam>): Promise<Outcome>;
}>;

export function createCardPoster({ client, channel, channels, post, pace, log }: CardPosterDeps): CardPoster {
  const closed = async (): Promise<Later | undefined> => {
    const state = await channels.state();
    if (state === 'safe') return undefined;
    return { kind: 'later', seconds: state === 'unknown' ? unknownSeconds : unsafeSeconds };
  };

  /** Never given up: somebody will put the channel in order. */
  const postInChannel = async (message: Omit<Parameters<Poster>[0], 'channel'>): Promise<PostOutcome> => {
    const outcome = (await closed()) ?? (await post({ ...message, channel }));
    return outcome.kind === 'undeliverable' ? { kind: 'later', seconds: unsafeSeconds } : outcome;
  };

  /** `gone`: where the card stood, and can't be edited any more. */
  const postCard = async (tracked: TrackedReport, shown: ForTeam, gone: readonly string[] = []): Promise<ShownCard> => {
    const key = cardKey(tracked);
    if (tracked.uncertain) {
      const copy = await findMessage(client, { channel, key, gone }, log);
      if (copy.kind === 'found') return await editCard(tracked, { channel, ts: copy.ts }, shown, gone);
      if (copy.kind === 'later') return copy;
    }
    const outcome = await postInChannel({ shown, key, version: tracked.version });
    if (outcome.kind !== 'posted') return outcome;
    return outcome.ts === undefined ? { kind: 'unsure' } : { kind: 'shown', card: { channel, ts: outcome.ts } };
  };

  const editCard = async (
    tracked: TrackedReport,
    card: MessageRef,
    shown: ForTeam,
    gone: readonly string[] = [],
  ): Promise<ShownCard> => {
    const later = await closed();
    if (later !== undefined) return later;
    try {
      // `parse` is for edits another one by default than for posts: names and addresses in the text would come to life.
      const { text, blocks } = shown;
      const metadata = messageMetadata(cardKey(tracked), tracked.version);
      await client.chat.update({ ...card, text, blocks: asJson(blocks), metadata, parse: 'none' });
      return { kind: 'shown', card };
    } catch (error) {
      if (isUneditable(error)) return await postCard(tracked, shown, [...gone, card.ts]);
      const outcome = outcomeOf(error);
      if (error instanceof WebAPIRateLimitedError && outcome.kind === 'later') pace.refused(channel, outcome.seconds);
      // An edit may be made again without harm.
      return outcome.kind === 'later' ? outcome : { kind: 'later', seconds: 5 };
    }
  };

  const remove = async (ts: string): Promise<boolean> => {
    try {
      await client.chat.delete({ channel, ts });
      return true;
    } catch (error) {
      log.warn('line outside its thread not removed', { code: slackCode(error) ?? 'none' });
      return slackCode(error) === 'message_not_found';
    }
  };

  return {
    tell: async ({ key, uncertain }, draw) => {
      if (uncertain) {
        const copy = await findMessage(client, { channel, key }, log);
        if (copy.kind === 'found') return { kind: 'posted' };
        if (copy.kind === 'later') return copy;
      }
      return (await closed()) ?? (await postInChannel({ shown: await draw(), key }));
    },
    show: async (tracked, shown) => {
      const { card } = tracked;
      return card?.channel === channel ? await editCard(tracked, card, shown) : await postCard(tracked, shown);
    },
    say: async ({ card, key, uncertain, wholeChannel }, draw) => {
      if (uncertain) {
        const copy = await findMessage(client, { channel: card.channel, threadTs: card.ts, key }, log);
        if (copy.kind === 'found') return { kind: 'posted' };
        if (copy.kind === 'later') return copy;
        const stray = await findMessage(client, { channel, key }, log);
        if (stray.kind === 'later') return stray;
        if (stray.kind === 'found' && !(await remove(stray.ts))) return { kind: 'later', seconds: unknownSeconds };
      }
      const outcome = await postInChannel({ shown: draw(), key, threadTs: card.ts, wholeChannel });
      if (outcome.kind !== 'posted' || outcome.threadTs !== undefined) return outcome;
      // The thread's card is gone, and Slack has put the line into the open channel.
      return outcome.ts !== undefined && (await remove(outcome.ts)) ? { kind: 'card_gone' } : { kind: 'unsure' };
    },
  };
}
