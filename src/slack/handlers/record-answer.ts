import { answersElsewhere } from '../../report/permissions.js';
import { Refusal } from '../../report/refusal.js';
import { readMessage } from '../views/parts/message-input.js';
import { show } from '../views/surfaces.js';
import { findToActOn, submittedToActOn } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import { closed, type FormAnswer, type Handlers, type Pressed, type Submitted } from './interaction.js';

/** What a reporter answers by mail or telephone, kept by a responder. */
export function recordAnswerHandlers(deps: HandlerDeps) {
  const openForm = async (pressed: Pressed<'responder'>) => {
    const { report } = await findToActOn(deps, pressed);
    const { id } = report;
    if (report.status === 'withdrawn') throw new Refusal('report_closed', { id });
    // Whoever answers in the app speaks for themselves.
    if (!answersElsewhere(report)) throw new Refusal('no_such_report', { id });
    await pressed.open(show('theirAnswerForm', { report }, pressed.language));
  };
  const keep = async (submitted: Submitted): Promise<FormAnswer> => {
    const { person, values } = submitted;
    const tracked = await submittedToActOn(deps, submitted);
    const text = readMessage(values);
    await deps.handle(tracked, { type: 'WriteToTeam', purpose: 'answer', text }, { kind: 'person', person });
    return closed;
  };
  return {
    buttons: { theirAnswer: { who: 'responder', press: openForm } },
    forms: { theirAnswerForm: { who: 'responder', submit: keep } },
  } satisfies Handlers;
}
