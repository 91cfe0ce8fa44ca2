import { localeOf } from '../../locales/catalogue.js';
import { wrongStatus } from '../../report/decide-triage.js';
import { isUndecided } from '../../report/status.js';
import { readDraft, redrafted } from '../views/forms/decision-message.js';
import { declineDraft, declineDrafts, readDecline } from '../views/forms/decline-form.js';
import { inputs } from '../views/ids.js';
import { show } from '../views/surfaces.js';
import type { DecisionFacts, DeclineFormFacts } from '../views/triage-facts.js';
import { asSeen, decisionFacts, formOf, telling } from './decision.js';
import { pressedReport } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import {
  type ButtonRoute,
  type ChoiceRoute,
  type Chosen,
  closed,
  type FormAnswer,
  type FormRoute,
  type Submitted,
} from './interaction.js';

/** It is none that the team will fix: with a reason, and a helpful word. */
export function declineHandlers(parts: HandlerDeps) {
  const { handle } = parts;

  const drawn = (facts: DecisionFacts, values: unknown): DeclineFormFacts => {
    const chosen = readDecline(values);
    const { reason, asksForPublicBug } = chosen;
    const draft = reason === undefined ? '' : declineDraft(facts, reason, asksForPublicBug);
    return { ...facts, ...chosen, draft: redrafted(readDraft(values), declineDrafts(facts), draft) };
  };

  const redraw = async ({ person, redraw: draw, language, within }: Chosen) => {
    const { facts } = await formOf(parts, within, person);
    await draw(show('declineForm', drawn(facts, within.values), language));
  };

  const decline = async (submitted: Submitted): Promise<FormAnswer> => {
    const { person, language, values } = submitted;
    const { carried, facts } = await formOf(parts, submitted, person);
    const locale = localeOf(language).triage;
    const { reason, asksForPublicBug } = readDecline(values);
    if (reason === undefined) return { kind: 'problems', byBlock: { [inputs.declineReason]: locale.reasonMissing } };
    const draft = readDraft(values);
    // Sent before the draft for the reason was drawn: it has to be seen first.
    if (draft === undefined) return { kind: 'become', shown: show('declineForm', drawn(facts, values), language) };
    await handle(
      carried.id,
      (now) => {
        asSeen(now, carried);
        return { type: 'DeclineReport', reason, asksForPublicBug, ...telling(draft.text, carried) };
      },
      { kind: 'person', person },
    );
    return closed;
  };

  return {
    buttons: {
      decline: {
        who: 'responder',
        press: async (pressed) => {
          const tracked = await pressedReport(parts, pressed);
          const facts = decisionFacts(parts, tracked, pressed.person);
          const { report } = tracked;
          if (!isUndecided(report) && report.status !== 'accepted') throw wrongStatus(report);
          await pressed.open(show('declineForm', drawn(facts, {}), pressed.language));
        },
      },
    } satisfies Record<string, ButtonRoute>,
    choices: {
      declineReason: { who: 'responder', choose: redraw },
      publicBug: { who: 'responder', choose: redraw },
    } satisfies Record<string, ChoiceRoute>,
    forms: { declineForm: { who: 'responder', submit: decline } } satisfies Record<string, FormRoute>,
  };
}
