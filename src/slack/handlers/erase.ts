import { eraseReport } from '../../handling/erasure.js';
import { wrongStatus } from '../../report/decide-triage.js';
import { Refusal } from '../../report/refusal.js';
import { isOpen } from '../../report/status.js';
import { readEraseReason } from '../views/forms/erase-form.js';
import { show } from '../views/surfaces.js';
import { findToActOn, submittedToActOn } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import { closed, type FormAnswer, type Handlers, type Pressed, type Submitted } from './interaction.js';

/** A lead erases a report whose work is over. One that is still open is erased on the command line alone. */
export function eraseHandlers(deps: HandlerDeps) {
  const { erasures, trail, clock, erasureBegun } = deps;

  const openForm = async (pressed: Pressed<'lead'>) => {
    const { report } = await findToActOn(deps, pressed);
    if (isOpen(report)) throw wrongStatus(report);
    await pressed.open(show('eraseForm', { report }, pressed.language));
  };

  const erase = async (submitted: Submitted): Promise<FormAnswer> => {
    const { place, ...tracked } = await submittedToActOn(deps, submitted);
    const { report } = tracked;
    if (isOpen(report)) throw wrongStatus(report);
    const changed = new Refusal('changed_meanwhile', { id: report.id });
    if (report.events !== place) throw changed;
    const by = { kind: 'team', person: submitted.person } as const;
    const step = await eraseReport({ erasures, trail, now: clock() }, tracked, by, readEraseReason(submitted.values));
    if (step === 'changed') throw changed;
    erasureBegun();
    return closed;
  };

  return {
    buttons: { erase: { who: 'lead', press: openForm } },
    forms: { eraseForm: { who: 'lead', submit: erase } },
  } satisfies Handlers;
}
