import { form } from '../declare-surface.js';
import { modal } from '../kit/blocks.js';
import { writeModalMetadata } from '../modal-metadata.js';
import { messageInput } from '../parts/message-input.js';
import type { OneReport } from '../triage-facts.js';

/** What a reporter wrote or said by another way, to be kept with the report. */
export const theirAnswerForm = form('their_answer_form', 'responder', 'A', ({ report }: OneReport, locale) => {
  const { triage: say, messages, terms } = locale;
  const text = messageInput(say.theirAnswerLabel, say.theirAnswerHint);
  return modal(
    { title: say.title.theirAnswer, close: terms.cancel, blocks: [text] },
    { submit: messages.save, carries: writeModalMetadata({ id: report.id }) },
  );
});
