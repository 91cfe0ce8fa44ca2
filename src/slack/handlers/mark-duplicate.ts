import { createFindSimilar } from '../../handling/find-similar-reports.js';
import { localeOf } from '../../locales/locale-of.js';
import { decide } from '../../report/decide.js';
import { wrongStatus } from '../../report/decide-triage.js';
import { isUndecided } from '../../report/status.js';
import { readDuplicate } from '../views/forms/duplicate-form.js';
import { show } from '../views/surfaces.js';
import { asSeen, formDecision, pressedDecision, telling } from './decision-facts.js';
import type { HandlerDeps } from './handler-deps.js';
import { closed, type FormAnswer, type Handlers, type Pressed, type Submitted } from './interaction.js';

const mostCandidates = 10;

/** Another report has told of it before: found among those that look alike, or by its id. */
export function markDuplicateHandlers(deps: HandlerDeps) {
  const { handle, clock } = deps;
  const findSimilar = createFindSimilar(deps);

  const openForm = async (pressed: Pressed<'responder'>) => {
    const { facts } = await pressedDecision(deps, pressed);
    const { report } = facts;
    if (!isUndecided(report) && report.status !== 'accepted') throw wrongStatus(report);
    const candidates = await findSimilar(report, mostCandidates);
    await pressed.open(show('duplicateForm', { ...facts, candidates }, pressed.language));
  };

  const mark = async (submitted: Submitted): Promise<FormAnswer> => {
    const { person, language, values } = submitted;
    const { metadata, facts, tracked } = await formDecision(deps, submitted, person);
    const read = readDuplicate(values, localeOf(language));
    if ('byBlock' in read) return { kind: 'problems', byBlock: read.byBlock };
    const { original, message } = read;
    const actor = { kind: 'person', person } as const;
    const command = { type: 'MarkDuplicate', of: original, ...telling(message, metadata) } as const;
    // Asked first whether it may be: what follows touches another report before this one.
    asSeen(facts.report, metadata);
    decide(command, facts.report, { now: clock(), actor });
    await handle(original, { type: 'NoteDuplicate', duplicate: metadata.id }, actor);
    await handle(tracked, command, actor);
    return closed;
  };

  return {
    buttons: { duplicate: { who: 'responder', press: openForm } },
    forms: { duplicateForm: { who: 'responder', submit: mark } },
  } satisfies Handlers;
}
