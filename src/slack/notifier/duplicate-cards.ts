import type { WebClient } from '@slack/web-api';
import type { Log } from '../../handling/log.js';
import type { Reports } from '../../handling/ports.js';
import type { MessageRef } from '../../handling/tracked-report.js';
import type { ReportId } from '../../report/report-id.js';
import { slackCode } from '../workspace/slack-error.js';

export type DuplicateCardsDeps = Readonly<{ client: WebClient; reports: Reports; channel: string; log: Log }>;
/** How to remove the card that is pressed, if another one is the report's; for after the press is carried out. */
export type DuplicateCards = (id: ReportId, pressed: MessageRef) => Promise<(() => Promise<void>) | undefined>;

/**
 * A crash between a post and its record can leave two cards. The one that isn't recorded goes when somebody presses it; but
 * not while a replica is at the report: the card that it has just posted isn't recorded yet either.
 */
export function createDuplicateCards({ client, reports, channel, log }: DuplicateCardsDeps): DuplicateCards {
  return async (id, pressed) => {
    if (pressed.channel !== channel) return undefined;
    try {
      const { card, held } = (await reports.find(id)) ?? {};
      if (card === undefined || held || card.channel !== channel || card.ts === pressed.ts) return undefined;
    } catch (error) {
      log.fail('card not compared', error, { id });
      return undefined;
    }
    return async () => {
      try {
        await client.chat.delete({ channel, ts: pressed.ts });
        log.note('duplicate card removed', { id });
      } catch (error) {
        log.warn('duplicate card not removed', { id, code: slackCode(error) ?? 'none' });
      }
    };
  };
}
