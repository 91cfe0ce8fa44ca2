import { WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import type { Log } from '../handling/log.js';
import type { Outcome } from '../handling/ports.js';
import { type SaidKey, said } from './said-key.js';
import { outcomeOf, slackCode } from './slack-error.js';
import type { ShownAs } from './surfaces.js';

/** A message, where it goes, and the key by which a copy of it is found again. */
export type Post = Readonly<{
  channel: string;
  shown: ShownAs<'message'>;
  key: SaidKey;
  threadTs?: string;
  wholeRoom?: boolean;
}>;

export type Poster = (message: Post) => Promise<Outcome & { ts?: string }>;

/** Posts once and says what came of it; never throws for what Slack answers. */
export function createPoster({
  client,
  clock,
  log,
}: Readonly<{ client: WebClient; clock: () => Date; log: Log }>): Poster {
  // Until when Slack wants no more posts in a channel: asking before would only count against us.
  const closedUntil = new Map<string, number>();

  return async function post({
    channel: to,
    shown,
    key,
    threadTs,
    wholeRoom,
  }: Post): Promise<Outcome & { ts?: string }> {
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
  };
}
