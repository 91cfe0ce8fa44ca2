import { suggestedUpdate } from '../../deadline/next-update.js';
import type { TrackedReport } from '../../handling/ports.js';
import { unconfirmedDelivery, undeliveredMessage } from '../../report/delivery-status.js';
import type { Route } from '../../report/message.js';
import { isReporter } from '../../report/permissions.js';
import { plainText } from '../../report/plain-text.js';
import { Refusal } from '../../report/refusal.js';
import type { ReportId } from '../../report/report-id.js';
import { isUnacknowledged } from '../../report/status.js';
import { readMessage } from '../views/forms/acknowledge-form.js';
import { eventInQuestion, readModalMetadata } from '../views/ids.js';
import { readNextUpdate } from '../views/parts/next-update.js';
import { reportFacts } from '../views/report-facts.js';
import { show } from '../views/surfaces.js';
import { idFrom } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import {
  type ButtonRoute,
  closed,
  type FormAnswer,
  type FormRoute,
  type Interaction,
  type Pressed,
  type Submitted,
  type VerbRoute,
} from './interaction.js';

/** A person's own message to the reporter: what stops the clock. */
export function acknowledgeHandlers(parts: HandlerDeps) {
  const { reports, handle, policy, clock } = parts;

  const openForm = async (interaction: Interaction, id: ReportId) => {
    const tracked = await reports.find(id);
    if (tracked === undefined) throw new Refusal('no_such_report', { id });
    const { report } = tracked;
    if (isReporter(interaction.person, report)) throw new Refusal('own_report', { id });
    const last = report.messages.at(-1);
    if (!isUnacknowledged(report))
      throw new Refusal('already_acknowledged', { id, by: last?.by.user ?? '', at: last?.at ?? report.receivedAt });
    const now = clock();
    const facts = {
      ...reportFacts(tracked, policy, now),
      responder: interaction.person,
      project: policy.project,
      updateBy: suggestedUpdate(now, policy.calendar),
    };
    await interaction.open(
      reachedByHand(tracked)
        ? show('sentElsewhere', { ...facts, justFiled: false }, interaction.language)
        : show('acknowledgeForm', facts, interaction.language),
    );
  };

  const send = async (submitted: Submitted, route: Route): Promise<FormAnswer> => {
    const { metadata, person, values } = submitted;
    const carried = readModalMetadata(metadata);
    if (carried === undefined) throw new Refusal('no_such_report', { id: '' });
    const message = plainText(readMessage(values)).trim();
    const promised = readNextUpdate(values, policy.calendar);
    const command = { type: 'AcknowledgeReport', message, route, ...promised } as const;
    await handle(carried.id, command, { kind: 'person', person });
    return closed;
  };

  const settle = async (pressed: Pressed, type: 'ConfirmDelivery' | 'SendAgain') => {
    const id = pressed.id;
    if (id === undefined) throw new Refusal('no_such_report', { id: '' });
    const actor = { kind: 'person', person: pressed.person } as const;
    // What the pressed card asked about: by now there may be another question.
    const asked = eventInQuestion(pressed.block);
    await handle(id, (report) => ({ type, event: asked ?? unconfirmedDelivery(report)?.event ?? -1 }), actor);
    const done = type === 'ConfirmDelivery' ? 'delivery_confirmed' : 'sent_again';
    await pressed.answer(show('doneNote', { id, done }, pressed.language));
  };

  return {
    buttons: {
      acknowledge: {
        who: 'responder',
        press: async (pressed) => {
          if (pressed.id === undefined) throw new Refusal('no_such_report', { id: '' });
          await openForm(pressed, pressed.id);
        },
      },
      arrived: { who: 'responder', press: (pressed) => settle(pressed, 'ConfirmDelivery') },
      sendAgain: { who: 'responder', press: (pressed) => settle(pressed, 'SendAgain') },
    } satisfies Record<string, ButtonRoute>,
    verbs: {
      ack: {
        who: 'responder',
        type: async (typed) => {
          const id = await idFrom(typed, 'ack');
          if (id !== undefined) await openForm(typed, id);
        },
      },
    } satisfies Record<string, VerbRoute>,
    forms: {
      acknowledgeForm: { who: 'responder', submit: (submitted) => send(submitted, 'direct_message') },
      sentElsewhere: { who: 'responder', submit: (submitted) => send(submitted, 'by_hand') },
    } satisfies Record<string, FormRoute>,
  };
}

/** Whether the bot cannot deliver to this reporter: not on Slack, or a message was refused and none has gone another way. */
export function reachedByHand({ report }: Pick<TrackedReport, 'report'>): boolean {
  return report.reporter.kind === 'elsewhere' || undeliveredMessage(report) !== undefined;
}
