import { advisoryLimits } from '../../../report/advisory-text.js';
import { oneLine, plainText } from '../../../report/plain-text.js';
import { surface } from '../declare-surface.js';
import { callbacks, inputs } from '../ids.js';
import { modal, plain, section, textInput } from '../kit/blocks.js';
import { readInputs } from '../kit/input-values.js';
import { writeModalMetadata } from '../modal-metadata.js';
import type { OneReport } from '../triage-facts.js';

/** Why a published advisory is withdrawn. */
export const withdrawAdvisoryForm = surface('modal', 'responder', 'D', ({ report: { id } }: OneReport, locale) => {
  const { disclosure, terms } = locale;
  const { withdraw: say } = disclosure;
  const reason = textInput({
    id: inputs.change,
    label: say.reason,
    hint: say.reasonHint,
    limit: advisoryLimits.change,
    multiline: true,
  });
  return modal(
    { title: disclosure.title.withdraw, close: terms.cancel, blocks: [section(plain(say.intro(id))), reason] },
    {
      callback: callbacks.withdrawAdvisoryForm,
      submit: disclosure.submit.prepare,
      carries: writeModalMetadata({ id }),
    },
  );
});

/** Reads the reason, on one line. */
export function readWithdrawal(values: unknown): string {
  return oneLine(plainText(readInputs(values).text(inputs.change)));
}
