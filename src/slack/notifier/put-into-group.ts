import type { WebClient } from '@slack/web-api';
import type { DutyGroupOutcome } from '../../handling/duty-group.js';
import { askAgainIn, slackCode } from '../workspace/slack-error.js';

/** Leaves one person alone in a user group. Slack refuses an empty one. */
export async function putIntoGroup(client: WebClient, usergroup: string, user: string): Promise<DutyGroupOutcome> {
  try {
    await client.usergroups.users.update({ usergroup, users: user });
    return 'done';
  } catch (error) {
    return askAgainIn(error) === undefined ? { refused: slackCode(error) ?? 'unknown' } : 'later';
  }
}
