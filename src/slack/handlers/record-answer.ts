import { answersElsewhere } from '../../report/permissions.js';
import { plainText } from '../../report/plain-text.js';
import { Refusal } from '../../report/refusal.js';
import { readDraft } from '../views/forms/decision-message.js';
import { show } from '../views/surfaces.js';
import { formOf } from './decision.js';
import { pressedToActOn } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import { type ButtonRoute, closed, type FormAnswer, type FormRoute, type Submitted } from './interaction.js';

/** What a reporter answers by mail or telephone, kept by a responder. */
export function recordAnswerHandlers(parts: HandlerDeps) {
  const { handle } = parts;

  const keep = async (submitted: Submitted): Promise<FormAnswer> => {
    const { person, values } = submitted;
    const { carried } = await formOf(parts, submitted, person);
    const text = plainText(readDraft(values)?.text ?? '');
    await handle(carried.id, { type: 'WriteToTeam', purpose: 'answer', text }, { kind: 'person', person });
    return closed;
  };

  return {
    buttons: {
      theirAnswer: {
        who: 'responder',
        press: async (pressed) => {
          const { report } = await pressedToActOn(parts, pressed);
          const { id } = report;
          if (report.status === 'withdrawn') throw new Refusal('report_closed', { id });
          // Whoever answers in the app speaks for themselves.
          if (!answersElsewhere(report)) throw new Refusal('no_such_report', { id });
          await pressed.open(show('theirAnswerForm', { report }, pressed.language));
        },
      },
    } satisfies Record<string, ButtonRoute>,
    forms: { theirAnswerForm: { who: 'responder', submit: keep } } satisfies Record<string, FormRoute>,
  };
}
