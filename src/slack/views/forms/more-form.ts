import { isOpen } from '../../../report/status.js';
import { surface } from '../declare-surface.js';
import type { MoreFacts } from '../facts.js';
import { button, buttons, modal, nameOf, plain, section } from '../kit/blocks.js';
import { assignable } from '../parts/next-steps.js';
import { stepsByStage } from '../parts/steps-by-stage.js';
import { sharedActions } from '../shared-actions.js';

/** What else can be done with a report now: write to its reporter, note something, take a step, give it to somebody else. */
export const more = surface('modal', 'responder', 'B', ({ report, lead }: MoreFacts, locale) => {
  const { assign: say, terms } = locale;
  const { id, responder } = report;
  const intro = section(plain(say.intro(id, responder && nameOf(responder))));
  const ending =
    lead && !isOpen(report)
      ? [buttons(button(sharedActions.erase, locale.erasure.button, { style: 'danger', id }))]
      : [];
  return modal({
    title: say.title,
    close: terms.close,
    blocks: [assignable(intro, report, locale), ...stepsByStage(report, lead, locale), ...ending],
  });
});
