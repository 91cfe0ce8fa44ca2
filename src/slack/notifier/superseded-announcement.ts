import type { WebClient } from '@slack/web-api';
import type { Policy } from '../../deadline/policy.js';
import type { Notice } from '../../handling/due-notices.js';
import type { Log } from '../../handling/log.js';
import type { Outcome } from '../../handling/ports.js';
import type { TrackedReport } from '../../handling/tracked-report.js';
import { defined } from '../../report/defined.js';
import { asJson } from '../workspace/blocks-as-json.js';
import { isUneditable, outcomeOf, slackCode } from '../workspace/slack-error.js';
import { linkTo } from './link-to-message.js';
import { messageMetadata } from './message-key.js';
import { announcementOf } from './notice-content.js';

type Deps = Readonly<{ client: WebClient; policy: Policy; log: Log }>;

/** Seconds until an edit whose outcome isn't known is made again, which does no harm. */
const againSeconds = 5;

/** Edits an announcement so that it says which one corrects it. One that can't be edited any more stays as it is. */
export async function pointToNewest(
  { client, policy, log }: Deps,
  tracked: TrackedReport,
  { event: publication, by }: Extract<Notice, { kind: 'superseded' }>,
): Promise<Outcome> {
  const { report, cursor } = tracked;
  const newest = report.publications.find(({ event }) => event === by);
  const [ts, newestTs] = [cursor.announced?.[publication], cursor.announced?.[by]];
  if (ts === undefined || newest === undefined || newestTs === undefined) return { kind: 'posted' };
  const link = await linkTo(client, { channel: newest.channel, ts: newestTs }, log);
  const supersededBy = { revision: newest.revision, ...defined({ link, withdrawn: newest.withdrawn }) };
  const announcement = announcementOf(tracked, publication, policy, supersededBy);
  if (announcement === undefined) return { kind: 'posted' };
  const { channel, shown } = announcement;
  const { text, blocks } = shown;
  const metadata = messageMetadata(`${report.id}/announcement/${publication}`);
  try {
    await client.chat.update({ channel, ts, text, blocks: asJson(blocks), metadata, parse: 'none' });
    return { kind: 'posted' };
  } catch (error) {
    log.warn('older announcement not edited', { code: slackCode(error) ?? 'none' });
    const outcome = outcomeOf(error);
    if (isUneditable(error) || outcome.kind === 'undeliverable') return { kind: 'posted' };
    return outcome.kind === 'later' ? outcome : { kind: 'later', seconds: againSeconds };
  }
}
