import { suggestedUpdate } from '../../deadline/next-update.js';
import { readMessage } from '../views/parts/message-input.js';
import { readNextUpdate } from '../views/parts/next-update-input.js';
import { show } from '../views/surfaces.js';
import { reachedByHand } from './acknowledge.js';
import { findToActOn, metadataOf } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import { closed, type FormAnswer, type Handlers, type Pressed, type Submitted } from './interaction.js';

/** What a responder writes after the first answer: questions, news, and notes that stay inside. */
export function messageReporterHandlers(deps: HandlerDeps) {
  const { handle, policy, clock } = deps;

  const openMessage = (purpose: 'question' | 'information') => async (pressed: Pressed<'responder'>) => {
    const tracked = await findToActOn(deps, pressed);
    const facts = {
      report: tracked.report,
      responder: pressed.person,
      project: policy.project,
      purpose,
      byHand: reachedByHand(tracked),
      updateBy: suggestedUpdate(clock(), policy.calendar),
    };
    await pressed.open(show('messageForm', facts, pressed.language));
  };

  const openNote = async (pressed: Pressed<'responder'>) => {
    const { report } = await findToActOn(deps, pressed);
    await pressed.open(show('noteForm', { report }, pressed.language));
  };

  const send = async (submitted: Submitted): Promise<FormAnswer> => {
    const { values, person } = submitted;
    const { id, purpose, route = 'direct_message' } = metadataOf(submitted, 'purpose');
    const promised = readNextUpdate(values, policy.calendar);
    const command = { type: 'SendMessage', purpose, message: readMessage(values), route, ...promised } as const;
    await handle(id, command, { kind: 'person', person });
    return closed;
  };

  const note = async (submitted: Submitted): Promise<FormAnswer> => {
    const { id } = metadataOf(submitted);
    const text = readMessage(submitted.values);
    await handle(id, { type: 'AddNote', text }, { kind: 'person', person: submitted.person });
    return closed;
  };

  return {
    buttons: {
      askReporter: { who: 'responder', press: openMessage('question') },
      informReporter: { who: 'responder', press: openMessage('information') },
      addNote: { who: 'responder', press: openNote },
    },
    forms: {
      messageForm: { who: 'responder', submit: send },
      noteForm: { who: 'responder', submit: note },
    },
  } satisfies Handlers;
}
