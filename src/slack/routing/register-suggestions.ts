import type { App } from '@slack/bolt';
import { inputs } from '../views/ids.js';
import { weaknessOptions } from '../views/parts/weakness-options.js';

/**
 * What Slack offers while somebody types into an input with a long list. MITRE's list is public, so nobody is asked who they are:
 * the answer comes from memory.
 */
export function registerSuggestions(app: App): void {
  app.options(inputs.cwes, async ({ options, ack }) => {
    await ack({ options: weaknessOptions(options.value) });
  });
}
