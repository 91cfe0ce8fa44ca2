import { localeOf } from '../../locales/locale-of.js';
import { wrongStatus } from '../../report/decide-triage.js';
import { isUndecided } from '../../report/status.js';
import { readDraft, readTold, redrafted } from '../views/forms/decision-message.js';
import { declineDraft, readDecline } from '../views/forms/decline-form.js';
import { inputs } from '../views/inputs.js';
import type { ModalMetadata } from '../views/modal-metadata.js';
import { show } from '../views/surfaces.js';
import type { DecisionFacts, DeclineFormFacts } from '../views/triage-facts.js';
import { asSeen, formDecision, pressedDecision, telling } from './decision-facts.js';
import type { HandlerDeps } from './handler-deps.js';
import { type Chosen, closed, type FormAnswer, type Handlers, type Pressed, type Submitted } from './interaction.js';

/** It is none that the team will fix: with a reason, and a helpful word. */
export function declineHandlers(deps: HandlerDeps) {
  const openForm = async (pressed: Pressed<'responder'>) => {
    const { facts } = await pressedDecision(deps, pressed);
    const { report } = facts;
    if (!isUndecided(report) && report.status !== 'accepted') throw wrongStatus(report);
    await pressed.open(show('declineForm', formFacts(facts, {}), pressed.language));
  };

  const redraw = async ({ person, redraw: draw, language, within }: Chosen<'responder'>) => {
    const { facts, metadata } = await formDecision(deps, within, person);
    await draw(show('declineForm', formFacts(facts, within.values, metadata), language));
  };

  const decline = async (submitted: Submitted): Promise<FormAnswer> => {
    const { person, language, values } = submitted;
    const { metadata, facts, tracked } = await formDecision(deps, submitted, person);
    const { reason, asksForPublicBug } = readDecline(values);
    if (reason === undefined)
      return { kind: 'problems', byBlock: { [inputs.declineReason]: localeOf(language).decline.reasonMissing } };
    const draft = readDraft(values);
    // Sent before the draft for the reason was drawn: it has to be seen first.
    if (draft === undefined)
      return {
        kind: 'become',
        to: 'responder',
        shown: show('declineForm', formFacts(facts, values, metadata), language),
      };
    const told = readTold(values, metadata, localeOf(language));
    if ('byBlock' in told) return { kind: 'problems', byBlock: told.byBlock };
    await deps.handle(
      tracked,
      (now) => {
        asSeen(now, metadata);
        return { type: 'DeclineReport', reason, asksForPublicBug, ...telling(told.draft.text, metadata) };
      },
      { kind: 'person', person },
    );
    return closed;
  };

  return {
    buttons: { decline: { who: 'responder', press: openForm } },
    choices: {
      declineReason: { who: 'responder', choose: redraw },
      publicBug: { who: 'responder', choose: redraw },
    },
    forms: { declineForm: { who: 'responder', submit: decline } },
  } satisfies Handlers;
}

function formFacts(facts: DecisionFacts, values: unknown, metadata?: ModalMetadata): DeclineFormFacts {
  const chosen = readDecline(values);
  const { reason, asksForPublicBug } = chosen;
  const next = reason === undefined ? '' : declineDraft(facts, reason, asksForPublicBug);
  return { ...facts, ...chosen, draft: redrafted(readDraft(values), metadata?.drafted, next) };
}
