import { surface } from '../declare-surface.js';
import { button, buttons, plain, section } from '../kit/blocks.js';
import { remediationActions } from '../parts/remediation-buttons.js';
import { sharedActions } from '../shared-actions.js';
import type { OneReport } from '../triage-facts.js';

/** One line for the whole channel: an advisory waits for a second person. It names nobody, and needs no search for the card. */
export const approvalLine = surface('message', 'responder', 'A', ({ report: { id } }: OneReport, locale) => {
  const { disclosure, card } = locale;
  const line = disclosure.approvalLine(id);
  return {
    text: line,
    blocks: [
      section(plain(line)),
      buttons(
        button(remediationActions.approve, disclosure.button.approve, { style: 'primary', id }),
        button(sharedActions.show, card.show, { id }),
      ),
    ],
  };
});
