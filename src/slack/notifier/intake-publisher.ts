import type { WebClient } from '@slack/web-api';
import type { Policy } from '../../deadline/policy.js';
import { backFromBreak } from '../../deadline/team-break.js';
import type { Log } from '../../handling/log.js';
import type { IntakeMessages } from '../../handling/ports.js';
import { defined } from '../../report/defined.js';
import { show } from '../views/surfaces.js';
import { asJson } from '../workspace/blocks-as-json.js';
import { isUneditable, slackCode } from '../workspace/slack-error.js';
import { messageMetadata } from './message-key.js';

export type IntakePublisherDeps = Readonly<{
  client: WebClient;
  intakeMessages: IntakeMessages;
  /** The shared channels. */
  intake: readonly string[];
  policy: () => Policy;
  clock: () => Date;
  log: Log;
}>;
export type Published = Readonly<{ channel: string; done: boolean }>;

/** Keeps the report button standing in the shared channels. */
export type IntakePublisher = Readonly<{
  /** Posts it in every channel, or brings it up to date. */
  publishAll(): Promise<readonly Published[]>;
  /** Looks after those that were posted once. Never throws. */
  keep(): Promise<void>;
}>;

/** How long one replica has the right to post it. Milliseconds; far longer than two calls take. */
const rightMs = 30_000;

export function createIntakePublisher({
  client,
  intakeMessages,
  intake,
  policy,
  clock,
  log,
}: IntakePublisherDeps): IntakePublisher {
  const drawn = () => {
    const current = policy();
    const { project, calendar } = current;
    const at = backFromBreak(clock(), current);
    return show('intakeMessage', { project, ...defined({ back: at && { at, zone: calendar.zone } }) }, 'en');
  };

  /** `byHand`: somebody asked for it. Then it is pinned too, where it stands already and is not. */
  async function publish(channel: string, byHand: boolean): Promise<boolean> {
    try {
      const standing = (await intakeMessages.find(channel))?.ts;
      if (standing !== undefined && (await bringUpToDate(channel, standing))) {
        if (byHand) await pin(channel, standing);
        return true;
      }
      const token = await intakeMessages.take(channel, standing, rightMs);
      // Another replica is at it.
      if (token === undefined) return true;
      const { text, blocks } = drawn();
      const { ts } = await client.chat.postMessage({
        channel,
        text,
        blocks: asJson(blocks),
        metadata: messageMetadata(`door/${channel}`),
        unfurl_links: false,
        unfurl_media: false,
      });
      if (ts === undefined) return false;
      await intakeMessages.put(channel, token, ts);
      await pin(channel, ts);
      return true;
    } catch (error) {
      log.warn('report button not posted', { channel, code: slackCode(error) ?? 'none' });
      return false;
    }
  }

  async function bringUpToDate(channel: string, ts: string): Promise<boolean> {
    const { text, blocks } = drawn();
    try {
      await client.chat.update({ channel, ts, text, blocks: asJson(blocks), parse: 'none' });
      return true;
    } catch (error) {
      if (isUneditable(error)) return false;
      throw error;
    }
  }

  /** A message that isn't pinned can still be used. */
  async function pin(channel: string, timestamp: string): Promise<void> {
    try {
      await client.pins.add({ channel, timestamp });
    } catch (error) {
      const code = slackCode(error) ?? 'none';
      if (code !== 'already_pinned') log.warn('report button not pinned', { channel, code });
    }
  }

  return {
    publishAll: () => Promise.all(intake.map(async (channel) => ({ channel, done: await publish(channel, true) }))),
    keep: async () => {
      try {
        for (const channel of intake) {
          if ((await intakeMessages.find(channel)) !== undefined) await publish(channel, false);
        }
      } catch (error) {
        // The database is away: looked at again the next time.
        log.fail('report buttons not looked after', error);
      }
    },
  };
}
