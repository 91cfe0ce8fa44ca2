import type { WebClient } from '@slack/web-api';
import type { Log } from '../handling/log.js';
import type { MessageRef, Reports } from '../handling/ports.js';
import type { ReportId } from '../report/report-id.js';
import { slackCode } from './slack-error.js';

export type SpareParts = Readonly<{ client: WebClient; reports: Reports; channel: string; log: Log }>;
/** Removes the card that was pressed if another one is the report's. A press has been carried out before. */
export type RemoveSpare = (id: ReportId, pressed: MessageRef) => Promise<void>;

/**
 * A crash between a post and its record can leave two cards. The one that isn't recorded goes when somebody presses it; but
 * not while a replica is at the report: the card that it has just posted isn't recorded yet either.
 */
export function createRemoveSpare({ client, reports, channel, log }: SpareParts): RemoveSpare {
  return async (id, pressed) => {
    if (pressed.channel !== channel) return;
    try {
      const tracked = await reports.find(id);
      if (tracked?.card === undefined || tracked.held || tracked.card.channel !== channel) return;
      if (tracked.card.ts === pressed.ts) return;
      await client.chat.delete({ channel, ts: pressed.ts });
      log.note('spare card removed', { id });
    } catch (error) {
      log.warn('spare card not removed', { id, code: slackCode(error) ?? 'none' });
    }
  };
}
