import type { InputBlock } from '@slack/types';
import { messageLimit } from '../../../report/decide-messages.js';
import { plainText } from '../../../report/plain-text.js';
import { textInput } from '../kit/blocks.js';
import { readInputs } from '../kit/input-values.js';
import { sharedInputs } from '../shared-inputs.js';

/** What somebody writes: a message, a note, an answer. */
export function messageInput(label: string, hint: string, draft?: string): InputBlock {
  return textInput({ id: sharedInputs.message, label, hint, limit: messageLimit, multiline: true, value: draft });
}

/** Reads it from `view.state.values`. */
export function readMessage(values: unknown): string {
  return plainText(readInputs(values).text(sharedInputs.message)).trim();
}
