import { WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import type { Log } from '../../handling/log.js';
import type { Metrics } from '../../handling/metrics.js';
import type { Outcome } from '../../handling/ports.js';
import { defined } from '../../report/defined.js';
import type { ShownAs } from '../views/surfaces.js';
import { outcomeOf, slackCode } from '../workspace/slack-error.js';
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

/** `threadTs`: the thread that it stands in. */
export type PostOutcome = Outcome & { ts?: string; threadTs?: string };
export type Poster = (message: Post) => Promise<PostOutcome>;

/** Seconds for which nothing is posted where two answers got lost in a row; they double with each further one. */
const firstPauseSeconds = 10;
/** So that a Slack that takes everything and answers nothing is not filled with copies, and is soon tried again. */
const longestPauseSeconds = 300;

/** Posts once and says what came of it; never throws for what Slack answers. */
export function createPoster({
  client,
  clock,
  log,
  metrics,
}: Readonly<{ client: WebClient; clock: () => Date; log: Log; metrics: Metrics }>): Poster {
  // Until when no more is posted in a channel: Slack wants none, or its answers get lost. Where all is well there is no entry.
  const closedUntil = new Map<string, number>();
  const lost = new Map<string, Readonly<{ inARow: number; at: number }>>();
  let turn = 0;
  const closeFor = (channel: string, seconds: number) => closedUntil.set(channel, clock().getTime() + seconds * 1000);

  /** Posts that were under way together and lost their answers together count as one. */
  const noteLost = (channel: string, begun: number) => {
    const before = lost.get(channel);
    if (before !== undefined && begun < before.at) return;
    const inARow = (before?.inARow ?? 0) + 1;
    lost.set(channel, { inARow, at: ++turn });
    if (inARow > 1) closeFor(channel, Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** (inARow - 2)));
  };

  return async function post({ channel: to, shown, key, version, threadTs, wholeChannel }: Post): Promise<PostOutcome> {
    const wait = (closedUntil.get(to) ?? 0) - clock().getTime();
    if (wait > 0) return { kind: 'later', seconds: Math.ceil(wait / 1000) };
    closedUntil.delete(to);
    const begun = ++turn;
    try {
      const message = {
        channel: to,
        text: shown.text,
        blocks: [...shown.blocks],
        unfurl_links: false,
        unfurl_media: false,
        metadata: messageMetadata(key, version),
      };
      const { ts, message: stands } = await client.chat.postMessage(
        threadTs === undefined ? message : { ...message, thread_ts: threadTs, reply_broadcast: wholeChannel === true },
      );
      lost.delete(to);
      metrics.posted('posted');
      return { kind: 'posted', ...defined({ ts, threadTs: stands?.thread_ts }) };
    } catch (error) {
      const outcome = outcomeOf(error);
      metrics.posted(outcome.kind);
      if (outcome.kind === 'unsure') noteLost(to, begun);
      else lost.delete(to);
      if (error instanceof WebAPIRateLimitedError && outcome.kind === 'later') closeFor(to, outcome.seconds);
      log.warn('post not made', { outcome: outcome.kind, code: slackCode(error) ?? 'none' });
      return outcome;
    }
  };
}
