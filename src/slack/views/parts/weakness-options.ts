import type { PlainTextOption } from '@slack/types';
import { type Cwe, suggestedCwes } from '../../../report/cwe.js';
import { plain } from '../kit/blocks.js';

/** Options that Slack takes at once, as far as anybody reads them. */
const mostOptions = 30;

export function weaknessOption({ id, name }: Cwe): PlainTextOption {
  return { text: plain(`${id} ${name}`, 75), value: id };
}

/** What the input of weaknesses offers to somebody who has typed this much. */
export function weaknessOptions(typed: string): PlainTextOption[] {
  return suggestedCwes(typed, mostOptions).map(weaknessOption);
}
