import { suggestedUpdate } from '../../deadline/next-update.js';
import { isReporter } from '../../report/permissions.js';
import { plainText } from '../../report/plain-text.js';
import { Refusal } from '../../report/refusal.js';
import { readMessage } from '../views/forms/acknowledge-form.js';
import { readModalMetadata } from '../views/ids.js';
import { readNextUpdate } from '../views/parts/next-update.js';
import { show } from '../views/surfaces.js';
import { reachedByHand } from './acknowledge.js';
import { pressedReport } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import {
  type ButtonRoute,
  closed,
  type FormAnswer,
  type FormRoute,
  type Pressed,
  type Submitted,
} from './interaction.js';

/** What a responder writes after the first answer: questions, news, and notes that stay inside. */
export function messageReporterHandlers(parts: HandlerDeps) {
  const { handle, policy, clock } = parts;

  const openMessage = async (pressed: Pressed, purpose: 'question' | 'information') => {
    const tracked = await pressedReport(parts, pressed);
    const { report } = tracked;
    if (isReporter(pressed.person, report)) throw new Refusal('own_report', { id: report.id });
    const { project } = policy;
    const updateBy = suggestedUpdate(clock(), policy.calendar);
    const facts = { report, responder: pressed.person, project, purpose, byHand: reachedByHand(tracked), updateBy };
    await pressed.open(show('messageForm', facts, pressed.language));
  };

  const send = async ({ metadata, values, person }: Submitted): Promise<FormAnswer> => {
    const carried = readModalMetadata(metadata);
    if (carried?.purpose === undefined) throw new Refusal('no_such_report', { id: '' });
    const message = plainText(readMessage(values)).trim();
    const { purpose, route = 'direct_message' } = carried;
    const promised = readNextUpdate(values, policy.calendar);
    const command = { type: 'SendMessage', purpose, message, route, ...promised } as const;
    await handle(carried.id, command, { kind: 'person', person });
    return closed;
  };

  const note = async ({ metadata, values, person }: Submitted): Promise<FormAnswer> => {
    const carried = readModalMetadata(metadata);
    if (carried === undefined) throw new Refusal('no_such_report', { id: '' });
    const text = plainText(readMessage(values)).trim();
    await handle(carried.id, { type: 'AddNote', text }, { kind: 'person', person });
    return closed;
  };

  return {
    buttons: {
      askReporter: { who: 'responder', press: (pressed) => openMessage(pressed, 'question') },
      informReporter: { who: 'responder', press: (pressed) => openMessage(pressed, 'information') },
      addNote: {
        who: 'responder',
        press: async (pressed) => {
          const { report } = await pressedReport(parts, pressed);
          if (isReporter(pressed.person, report)) throw new Refusal('own_report', { id: report.id });
          await pressed.open(show('noteForm', { report }, pressed.language));
        },
      },
    } satisfies Record<string, ButtonRoute>,
    forms: {
      messageForm: { who: 'responder', submit: send },
      noteForm: { who: 'responder', submit: note },
    } satisfies Record<string, FormRoute>,
  };
}
