import type { WebClient } from '@slack/web-api';
import type { Policy } from '../../deadline/policy.js';
import type { SentMessages } from '../../handling/erasure.js';
import type { Log } from '../../handling/log.js';
import type { NoticePost } from '../../handling/notifier.js';
import type { Outcome } from '../../handling/ports.js';
import type { MessageRef } from '../../handling/tracked-report.js';
import type { Language } from '../../report/form.js';
import type { Report } from '../../report/report.js';
import { show } from '../views/surfaces.js';
import { asJson } from '../workspace/blocks-as-json.js';
import type { People } from '../workspace/people.js';
import { slackCode } from '../workspace/slack-error.js';
import { keyOf, toReporter } from './notice-content.js';
import type { Poster } from './poster.js';

export type ToReporterDeps = Readonly<{
  client: WebClient;
  people: Pick<People, 'known'>;
  policy: Policy;
  /** The shared channels, where somebody who can't be written to may be told that a receipt waits. */
  intake: readonly string[];
  log: Log;
  sent: SentMessages;
}>;

/** Posts a receipt or a message to the reporter, if they are on Slack. */
export async function postToReporter(deps: ToReporterDeps, post: Poster, due: NoticePost): Promise<Outcome> {
  const { reporter, form } = due.tracked.report;
  const shown = toReporter(due, deps.policy, (user) => deps.people.known(user)?.name);
  if (reporter.kind !== 'slack' || shown === undefined) return { kind: 'posted' };
  const { user } = reporter.person;
  const { stands, ...outcome } = await post({ channel: user, shown, key: keyOf(due) });
  if (stands !== undefined) await noteSent(deps, due.tracked.report, stands);
  if (due.notice.kind !== 'receipt' || outcome.kind !== 'undeliverable') return outcome;
  // The receipt stood in the form already; a refused copy of it is nobody's trouble.
  await sayWhereToLook(deps, user, form.language);
  return { kind: 'posted' };
}

/** For the day on which the report is erased. The message has arrived: a failure is no reason to send it again. */
async function noteSent({ sent, log }: ToReporterDeps, { id, form }: Report, message: MessageRef): Promise<void> {
  try {
    await sent.add(id, message, form.language);
  } catch (error) {
    log.fail('not noted where a message stands', error, { id });
  }
}

/** An ephemeral line without any detail, in the first shared channel that the person is in. */
async function sayWhereToLook(
  { client, intake, log }: ToReporterDeps,
  user: string,
  language: Language,
): Promise<void> {
  const { text, blocks } = show('receiptWaits', {}, language);
  for (const channel of intake) {
    try {
      await client.chat.postEphemeral({ channel, user, text, blocks: asJson(blocks) });
      return;
    } catch (error) {
      log.warn('not told where to look', { channel, code: slackCode(error) ?? 'none' });
    }
  }
}
