import { isDeepStrictEqual } from 'node:util';
import { suggestedUpdate } from '../../deadline/next-update.js';
import { linesOfChosen } from '../../deadline/support-status.js';
import { localeOf } from '../../locales/locale-of.js';
import { wrongStatus } from '../../report/decide-triage.js';
import { defined } from '../../report/defined.js';
import { Refusal } from '../../report/refusal.js';
import { isAccepted, isUndecided } from '../../report/status.js';
import { acceptDraft, readAccept, readLines } from '../views/forms/accept-form.js';
import { isUnchanged, readDraft, redrafted } from '../views/forms/decision-message.js';
import type { ModalMetadata } from '../views/modal-metadata.js';
import { readNextUpdate } from '../views/parts/next-update-input.js';
import {
  enteredBy,
  readTyping,
  type SeverityTyping,
  scoreMark,
  severityTyped,
} from '../views/parts/severity-typing.js';
import { show } from '../views/surfaces.js';
import type { AcceptFormFacts } from '../views/triage-facts.js';
import { type Decision, type FormDecision, formDecision, pressedDecision, telling } from './decision-facts.js';
import type { HandlerDeps } from './handler-deps.js';
import {
  type Chosen,
  closed,
  type FormAnswer,
  type Handlers,
  type Pressed,
  type Submitted,
  type Within,
} from './interaction.js';
import { versionsToShow } from './triage.js';

/** It is a vulnerability: with a severity, in these versions. Accepting again corrects both. */
export function acceptHandlers(deps: HandlerDeps) {
  const { handle, policy } = deps;

  const openForm = async (pressed: Pressed<'responder'>) => {
    const decision = await pressedDecision(deps, pressed);
    const { report } = decision.facts;
    if (!isUndecided(report) && !isAccepted(report)) throw wrongStatus(report);
    const typing = { by: 'typed', vector: report.severity?.vector ?? '' } as const;
    await pressed.open(show('acceptForm', formFacts(deps, decision, typing), pressed.language));
  };

  /** The same form with everything that stands in it, its severity entered in another way, or as it is by now. */
  const redraw = async (chosen: Chosen<'responder'>, by?: SeverityTyping['by']) => {
    const { person, language, within } = chosen;
    const decision = await formDecision(deps, within, person);
    const before = readTyping(within.values);
    const typing = by === undefined ? before : enteredBy(by, before);
    const facts = formFacts(deps, decision, typing, { values: within.values, metadata: decision.metadata });
    await chosen.redraw(show('acceptForm', facts, language));
  };

  const enter = (by: SeverityTyping['by']) => async (pressed: Pressed<'responder'>) => {
    const { within } = pressed;
    if (isOurForm(within)) await redraw({ ...pressed, within }, by);
    else await openForm(pressed);
  };

  const showScore = async (pressed: Pressed<'responder'>) => {
    const { within } = pressed;
    if (isOurForm(within)) await redraw({ ...pressed, within });
    else await openForm(pressed);
  };

  /** Nobody accepts a score that they have not seen: the form shows it, and is submitted once more. */
  const askAgain = ({ values, language }: Submitted, decision: FormDecision): FormAnswer => {
    const standing = { values, metadata: decision.metadata };
    const facts = { ...formFacts(deps, decision, readTyping(values), standing), asksAgain: true };
    return { kind: 'become', to: 'responder', shown: show('acceptForm', facts, language) };
  };

  const accept = async (submitted: Submitted): Promise<FormAnswer> => {
    const { person, language, values } = submitted;
    const decision = await formDecision(deps, submitted, person);
    const { metadata, facts, tracked } = decision;
    const products = policy.products.map(({ name }) => name);
    const read = readAccept(values, facts.report, { ...metadata, products }, localeOf(language));
    if ('byBlock' in read) return { kind: 'problems', byBlock: read.byBlock };
    const { severity, lines, cwes, draft } = read;
    if (metadata.scored !== scoreMark(facts.report, severity)) return askAgain(submitted, decision);
    // Nobody has written anything of their own: the draft tells the severity that is recorded.
    const asDrafted = draft.text !== '' && isUnchanged(draft, metadata.drafted);
    const message = asDrafted ? acceptDraft(facts, severity).trim() : draft.text;
    const tell = telling(message, metadata, readNextUpdate(values, policy.calendar));
    await handle(
      tracked,
      (now) => {
        const same = isDeepStrictEqual([now.severity, now.lines, now.cwes ?? []], [severity, lines, cwes]);
        const meanwhile = isAccepted(now) && (metadata.seen === 'received' || metadata.seen === 'acknowledged');
        if (meanwhile && !same) throw new Refusal('changed_meanwhile', { id: now.id });
        // Accepted just so meanwhile, and the reporter told: one draft is enough.
        return { type: 'AcceptReport', severity, lines, cwes, ...(meanwhile ? {} : tell) };
      },
      { kind: 'person', person },
    );
    return closed;
  };

  return {
    buttons: {
      accept: { who: 'responder', press: openForm },
      buildV31: { who: 'responder', press: enter('3.1') },
      buildV40: { who: 'responder', press: enter('4.0') },
      typeVector: { who: 'responder', press: enter('typed') },
      showScore: { who: 'responder', press: showScore },
    },
    choices: {
      vector: { who: 'responder', choose: (chosen) => redraw(chosen) },
      metric: { who: 'responder', choose: (chosen) => redraw(chosen) },
    },
    forms: { acceptForm: { who: 'responder', submit: accept } },
  } satisfies Handlers;
}

type Standing = Readonly<{ values: unknown; metadata: ModalMetadata }>;

/** `standing`: what stands in the form, when it is drawn anew. */
function formFacts(
  deps: HandlerDeps,
  { tracked, facts }: Decision,
  typing: SeverityTyping,
  standing?: Standing,
): AcceptFormFacts {
  const { calendar } = deps.policy;
  const { lines, affected } = facts.report;
  const chosen = affected.map(({ version }) => version);
  const severity = severityTyped(typing);
  const next = acceptDraft(facts, 'fault' in severity ? undefined : severity);
  const before = standing === undefined ? undefined : readDraft(standing.values);
  const products = deps.policy.products.map(({ name }) => name);
  const read = standing && readLines(standing.values, products).lines;
  return {
    ...facts,
    typing,
    versions: versionsToShow(deps, tracked),
    lines: lines.length > 0 ? lines : linesOfChosen(chosen, deps.policy),
    updateBy: suggestedUpdate(deps.clock(), calendar),
    ...defined({ understood: read }),
    draft: redrafted(before, standing?.metadata.drafted, next),
    zone: calendar.zone,
  };
}

function isOurForm(within: Within | undefined): within is Within {
  return within?.form === 'acceptForm';
}
