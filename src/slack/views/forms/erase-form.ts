import { oneLine, plainText } from '../../../report/plain-text.js';
import type { Report } from '../../../report/report.js';
import { form } from '../declare-surface.js';
import { modal, plain, section, textInput } from '../kit/blocks.js';
import { readInputs } from '../kit/input-values.js';
import { writeModalMetadata } from '../modal-metadata.js';

/** The input of this form. */
export const eraseInputs = {
  eraseReason: 'erase_reason',
} as const;

/** A lead erases a report: what goes, what stays, and why. */
export const eraseForm = form(
  'erase_form',
  'lead',
  'A',
  ({ report }: Readonly<{ report: Report }>, { erasure: say, terms }) => {
    const { id, events } = report;
    const blocks = [
      section(plain(say.intro(id))),
      section(plain(say.stays)),
      textInput({ id: eraseInputs.eraseReason, label: say.reason, hint: say.reasonHint, limit: 200 }),
    ];
    const carries = writeModalMetadata({ id, place: events });
    return modal({ title: say.title, close: terms.cancel, blocks }, { submit: say.submit, carries });
  },
);

/** Reads why. */
export function readEraseReason(values: unknown): string {
  return oneLine(plainText(readInputs(values).text(eraseInputs.eraseReason)));
}
