import type { ConversationsRepliesResponse, WebClient } from '@slack/web-api';
import type { Policy } from '../../deadline/policy.js';
import type { Erased, Trace } from '../../handling/erasure.js';
import type { Log } from '../../handling/log.js';
import type { MessageRef } from '../../handling/tracked-report.js';
import { type ShownAs, show } from '../views/surfaces.js';
import { asJson } from '../workspace/blocks-as-json.js';
import { isUneditable, slackCode } from '../workspace/slack-error.js';
import { messageMetadata } from './message-key.js';

type EraseDeps = Readonly<{ client: WebClient; bot: string; policy: Policy; log: Log }>;

/**
 * Takes what an erased report has left on Slack away: its card says only that there was one, the lines below it are deleted,
 * and a message to its reporter says that it was erased. Resolves to whether that is done. Done twice, it does no harm.
 */
export async function eraseFromSlack(deps: EraseDeps, erased: Erased, trace: Trace): Promise<boolean> {
  const { client, policy, log } = deps;
  const { id, version } = erased;
  try {
    if (trace.kind === 'message') await wipe(client, trace, show('erasedMessage', { id }, trace.language));
    else {
      for (const line of await linesBelow(deps, trace)) await remove(client, line);
      const shown = show('erasedCard', { ...erased, zone: policy.calendar.zone }, policy.teamLanguage);
      await wipe(client, trace, shown, messageMetadata(`${id}/card`, version + 1));
    }
    return true;
  } catch (error) {
    log.warn('not erased from Slack yet', { id, code: slackCode(error) ?? 'none' });
    return false;
  }
}

async function linesBelow({ client, bot }: EraseDeps, { channel, ts }: MessageRef): Promise<MessageRef[]> {
  const lines: MessageRef[] = [];
  try {
    for await (const page of client.paginate('conversations.replies', { channel, ts, limit: 200 }))
      for (const line of (page as ConversationsRepliesResponse).messages ?? [])
        if (line.bot_id === bot && line.ts !== undefined && line.ts !== ts) lines.push({ channel, ts: line.ts });
  } catch (error) {
    if (slackCode(error) !== 'thread_not_found') throw error;
  }
  return lines;
}

async function remove(client: WebClient, line: MessageRef): Promise<void> {
  try {
    await client.chat.delete({ ...line });
  } catch (error) {
    if (slackCode(error) !== 'message_not_found') throw error;
  }
}

/**
 * `metadata` may be empty: what stood in it goes as well. A message that Slack lets nobody edit any more is deleted instead.
 */
async function wipe(
  client: WebClient,
  { channel, ts }: MessageRef,
  { text, blocks }: ShownAs<'message'>,
  metadata?: ReturnType<typeof messageMetadata>,
): Promise<void> {
  try {
    await client.chat.update({
      channel,
      ts,
      text,
      blocks: asJson(blocks),
      parse: 'none',
      ...(metadata && { metadata }),
    });
  } catch (error) {
    if (!isUneditable(error)) throw error;
    await remove(client, { channel, ts });
  }
}
