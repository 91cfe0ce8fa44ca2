import { advisoryLimits } from '../../../report/advisory-text.js';
import { oneLine, plainText } from '../../../report/plain-text.js';
import { form } from '../declare-surface.js';
import { modal, plain, section, textInput } from '../kit/blocks.js';
import { readInputs } from '../kit/input-values.js';
import { writeModalMetadata } from '../modal-metadata.js';
import { sharedInputs } from '../shared-inputs.js';
import type { OneReport } from '../triage-facts.js';

/** Why a published advisory is withdrawn. */
export const withdrawAdvisoryForm = form(
  'withdraw_advisory_form',
  'responder',
  'D',
  ({ report: { id } }: OneReport, locale) => {
    const { disclosure, terms } = locale;
    const { withdraw: say } = disclosure;
    const reason = textInput({
      id: sharedInputs.change,
      label: say.reason,
      hint: say.reasonHint,
      limit: advisoryLimits.change,
      multiline: true,
    });
    return modal(
      { title: disclosure.title.withdraw, close: terms.cancel, blocks: [section(plain(say.intro(id))), reason] },
      {
        submit: disclosure.submit.prepare,
        carries: writeModalMetadata({ id }),
      },
    );
  },
);

/** Reads the reason, on one line. */
export function readWithdrawal(values: unknown): string {
  return oneLine(plainText(readInputs(values).text(sharedInputs.change)));
}
