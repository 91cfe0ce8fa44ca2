import type { WebClient } from '@slack/web-api';
import type { Log } from '../../handling/log.js';
import { Refusal } from '../../report/refusal.js';
import { askAgainIn, slackCode } from './slack-error.js';

export type AnnouncementChannelDeps = Readonly<{
  client: WebClient;
  /** The channel for announcements, where one is configured. */
  announce: string | undefined;
  /** The security channel, which is no place for an announcement. */
  security: string;
  log: Log;
}>;

/** Where advisories are announced. */
export type AnnouncementChannel = Readonly<{
  channel: string | undefined;
  /** The channel, looked at just now. @throws Refusal when there is none or the bot can't post in it */
  reachable(): Promise<string>;
}>;

/**
 * Slack is asked before anything becomes public. When it can't be asked, the way is not barred: an announcement that it then
 * refuses is told on the card.
 */
export function createAnnouncementChannel({
  client,
  announce,
  security,
  log,
}: AnnouncementChannelDeps): AnnouncementChannel {
  return {
    channel: announce,
    reachable: async () => {
      if (announce === undefined) throw new Refusal('no_announce_channel', {});
      const outOfReach = (name?: string) =>
        new Refusal('announce_channel_out_of_reach', { channel: name === undefined ? announce : `#${name}` });
      if (announce === security) throw outOfReach();
      try {
        const { channel } = await client.conversations.info({ channel: announce });
        if (channel === undefined || channel.is_archived || channel.is_member === false)
          throw outOfReach(channel?.name);
        return announce;
      } catch (error) {
        if (error instanceof Refusal) throw error;
        if (askAgainIn(error) === undefined) throw outOfReach();
        log.warn('announce channel not looked at', { code: slackCode(error) ?? 'none' });
        return announce;
      }
    },
  };
}
