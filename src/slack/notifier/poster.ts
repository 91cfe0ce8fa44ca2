import { WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import type { Log } from '../../handling/log.js';
import type { Metrics } from '../../handling/metrics.js';
import type { Outcome } from '../../handling/ports.js';
import type { MessageRef } from '../../handling/tracked-report.js';
import { defined } from '../../report/defined.js';
import type { ShownAs } from '../views/surfaces.js';
import { asJson } from '../workspace/blocks-as-json.js';
import { outcomeOf, slackCode } from '../workspace/slack-error.js';
import type { ChannelPace } from './channel-pace.js';
import { type MessageKey, messageMetadata } from './message-key.js';

/** A message, where it goes, and the key by which a copy of it is found again. */
type Post = Readonly<{
  channel: string;
  shown: ShownAs<'message'>;
  key: MessageKey;
  version?: number;
  threadTs?: string;
  wholeChannel?: boolean;
}>;

/** `threadTs`: the thread that it stands in. `stands`: where it is. Of a direct message too, which has a channel of its own. */
export type PostOutcome = Outcome & { ts?: string; threadTs?: string; stands?: MessageRef };
export type Poster = (message: Post) => Promise<PostOutcome>;

/** Seconds for which nothing is posted where two answers got lost in a row; they double with each further one. */
const firstPauseSeconds = 10;
/** So that a Slack that takes everything and answers nothing is not filled with copies, and is soon tried again. */
const longestPauseSeconds = 300;

/** Posts once and says what came of it; never throws for what Slack answers. In one channel one post follows another. */
export function createPoster({
  client,
  pace,
  log,
  metrics,
}: Readonly<{ client: WebClient; pace: ChannelPace; log: Log; metrics: Metrics }>): Poster {
  // How many answers got lost in a row. Where all is well there is no entry.
  const lost = new Map<string, number>();
  const noteLost = (channel: string) => {
    const inARow = (lost.get(channel) ?? 0) + 1;
    lost.set(channel, inARow);
    if (inARow > 1) pace.close(channel, Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** (inARow - 2)));
  };

  async function post({ channel: to, shown, key, version, threadTs, wholeChannel }: Post): Promise<PostOutcome> {
    const blocked = pace.blocked(to);
    if (blocked !== undefined) return blocked;
    try {
      const message = {
        channel: to,
        text: shown.text,
        blocks: asJson(shown.blocks),
        unfurl_links: false,
        unfurl_media: false,
        metadata: messageMetadata(key, version),
      };
      const told = await client.chat.postMessage(
        threadTs === undefined ? message : { ...message, thread_ts: threadTs, reply_broadcast: wholeChannel === true },
      );
      const { ts, channel } = told;
      lost.delete(to);
      pace.posted(to);
      metrics.posted('posted');
      const stands = channel === undefined || ts === undefined ? undefined : { channel, ts };
      return { kind: 'posted', ...defined({ ts, threadTs: told.message?.thread_ts, stands }) };
    } catch (error) {
      const outcome = outcomeOf(error);
      metrics.posted(outcome.kind);
      if (outcome.kind === 'unsure') noteLost(to);
      else lost.delete(to);
      if (error instanceof WebAPIRateLimitedError && outcome.kind === 'later') pace.refused(to, outcome.seconds);
      log.warn('post not made', { outcome: outcome.kind, code: slackCode(error) ?? 'none' });
      return outcome;
    }
  }

  return async (message) => (await pace.inTurn(message.channel, () => post(message))) ?? { kind: 'later', seconds: 1 };
}
