import type { WebClient } from '@slack/web-api';
import type { Log } from '../../handling/log.js';
import type { IntakeMessages } from '../../handling/ports.js';
import { show } from '../views/surfaces.js';
import { slackCode } from '../workspace/slack-error.js';
import { messageMetadata } from './message-key.js';

export type IntakePublisherDeps = Readonly<{
  client: WebClient;
  intakeMessages: IntakeMessages;
  /** The shared channels. */
  intake: readonly string[];
  project: string;
  log: Log;
}>;
export type PutUp = Readonly<{ channel: string; done: boolean }>;

/** Keeps the way in standing in the shared channels. */
export type IntakePublisher = Readonly<{
  /** Puts it up in every channel, or brings it up to date. */
  putUpAll(): Promise<readonly PutUp[]>;
  /** Looks after those that were put up once. Never throws. */
  keep(): Promise<void>;
}>;

/** How long one replica has the right to put it up. Milliseconds; far longer than two calls take. */
const rightMs = 30_000;
const gone = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);

export function createIntakePublisher({
  client,
  intakeMessages,
  intake,
  project,
  log,
}: IntakePublisherDeps): IntakePublisher {
  const shown = () => show('intakeMessage', { project }, 'en');

  /** `asked` for by somebody: then it is pinned too, where it stands already and is not. */
  async function putUp(channel: string, asked: boolean): Promise<boolean> {
    try {
      const standing = (await intakeMessages.find(channel))?.ts;
      if (standing !== undefined && (await bringUpToDate(channel, standing))) {
        if (asked) await pin(channel, standing);
        return true;
      }
      const token = await intakeMessages.take(channel, standing, rightMs);
      // Another replica is at it.
      if (token === undefined) return true;
      const { text, blocks } = shown();
      const { ts } = await client.chat.postMessage({
        channel,
        text,
        blocks: [...blocks],
        metadata: messageMetadata(`door/${channel}`),
        unfurl_links: false,
        unfurl_media: false,
      });
      if (ts === undefined) return false;
      await intakeMessages.put(channel, token, ts);
      await pin(channel, ts);
      return true;
    } catch (error) {
      log.warn('way in not put up', { channel, code: slackCode(error) ?? 'none' });
      return false;
    }
  }

  async function bringUpToDate(channel: string, ts: string): Promise<boolean> {
    const { text, blocks } = shown();
    try {
      await client.chat.update({ channel, ts, text, blocks: [...blocks], parse: 'none' });
      return true;
    } catch (error) {
      if (gone.has(slackCode(error) ?? '')) return false;
      throw error;
    }
  }

  /** A message that isn't pinned is still a way in. */
  async function pin(channel: string, timestamp: string): Promise<void> {
    try {
      await client.pins.add({ channel, timestamp });
    } catch (error) {
      const code = slackCode(error) ?? 'none';
      if (code !== 'already_pinned') log.warn('way in not pinned', { channel, code });
    }
  }

  return {
    putUpAll: () => Promise.all(intake.map(async (channel) => ({ channel, done: await putUp(channel, true) }))),
    keep: async () => {
      try {
        for (const channel of intake) {
          if ((await intakeMessages.find(channel)) !== undefined) await putUp(channel, false);
        }
      } catch (error) {
        // The database is away: looked at again the next time.
        log.fail('ways in not looked after', error);
      }
    },
  };
}
