import type { ModalView } from '@slack/types';
import type { Locale } from '../../../locales/locale.js';
import { messageLimit } from '../../../report/decide-messages.js';
import { callbacks, inputs, writeModalMetadata } from '../ids.js';
import { input, modal } from '../kit/blocks.js';
import type { OneReport } from '../triage-facts.js';

/** What a reporter wrote or said by another way, to be kept with the report. */
export function theirAnswerForm({ report }: OneReport, { triage: say, messages, terms }: Locale): ModalView {
  const text = input(
    { id: inputs.message, label: say.theirAnswerLabel, hint: say.theirAnswerHint },
    { type: 'plain_text_input', action_id: inputs.message, multiline: true, max_length: messageLimit },
  );
  return modal(
    { title: say.title.theirAnswer, close: terms.cancel, blocks: [text] },
    { callback: callbacks.theirAnswerForm, submit: messages.save, carries: writeModalMetadata({ id: report.id }) },
  );
}
