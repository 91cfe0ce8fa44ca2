import type { SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { inputs } from '../views/inputs.js';
import { weaknessOptions } from '../views/parts/weakness-options.js';

/**
 * What Slack offers while somebody types into an input with a long list; nothing for an input of another version.
 * MITRE's list is public, so nobody is asked who they are: the answer comes from memory.
 */
export async function suggest({ options, ack }: SlackOptionsMiddlewareArgs<'block_suggestion'>): Promise<void> {
  await ack({ options: options.action_id === inputs.cwes ? weaknessOptions(options.value) : [] });
}
