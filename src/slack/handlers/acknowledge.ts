import { suggestedUpdate } from '../../deadline/next-update.js';
import type { TrackedReport } from '../../handling/tracked-report.js';
import { unconfirmedDelivery, undeliveredMessage } from '../../report/delivery-status.js';
import { isWrittenByPerson, type Route } from '../../report/message.js';
import { Refusal } from '../../report/refusal.js';
import type { ReportId } from '../../report/report-id.js';
import { isUnacknowledged } from '../../report/status.js';
import { eventInQuestion } from '../views/block-ids.js';
import { readMessage } from '../views/parts/message-input.js';
import { readNextUpdate } from '../views/parts/next-update-input.js';
import { reportFacts } from '../views/report-facts.js';
import { show } from '../views/surfaces.js';
import { findToActOn, metadataOf, pressedId, typedId } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import {
  closed,
  type FormAnswer,
  type Handlers,
  type Interaction,
  type Pressed,
  type Submitted,
} from './interaction.js';

/** A person's own message to the reporter: what stops the clock. */
export function acknowledgeHandlers(deps: HandlerDeps) {
  const { handle, policy, clock } = deps;

  const openForm = async (interaction: Interaction<'responder'>, id: ReportId | undefined) => {
    const { person, language, open } = interaction;
    const tracked = await findToActOn(deps, { id, person });
    refuseAnswered(tracked);
    const now = clock();
    const facts = {
      ...reportFacts(tracked, policy, now),
      responder: person,
      project: policy.project,
      updateBy: suggestedUpdate(now, policy.calendar),
    };
    await open(
      reachedByHand(tracked)
        ? show('sentElsewhere', { ...facts, justFiled: false }, language)
        : show('acknowledgeForm', facts, language),
    );
  };

  const send =
    (route: Route) =>
    async (submitted: Submitted): Promise<FormAnswer> => {
      const { person, values } = submitted;
      const { id } = metadataOf(submitted);
      const promised = readNextUpdate(values, policy.calendar);
      const command = { type: 'AcknowledgeReport', message: readMessage(values), route, ...promised } as const;
      await handle(id, command, { kind: 'person', person });
      return closed;
    };

  const settle = (type: 'ConfirmDelivery' | 'SendAgain') => async (pressed: Pressed<'responder'>) => {
    const id = pressedId(pressed);
    const actor = { kind: 'person', person: pressed.person } as const;
    // What the pressed card asked about: by now there may be another question.
    const inQuestion = eventInQuestion(pressed.block);
    await handle(id, (report) => ({ type, event: inQuestion ?? unconfirmedDelivery(report)?.event ?? -1 }), actor);
    const done = type === 'ConfirmDelivery' ? 'delivery_confirmed' : 'sent_again';
    await pressed.answer(show('doneNote', { id, done }, pressed.language));
  };

  return {
    buttons: {
      acknowledge: { who: 'responder', press: (pressed) => openForm(pressed, pressed.id) },
      arrived: { who: 'responder', press: settle('ConfirmDelivery') },
      sendAgain: { who: 'responder', press: settle('SendAgain') },
    },
    verbs: {
      ack: async (typed) => {
        const id = await typedId(typed, 'ack');
        if (id !== undefined) await openForm(typed, id);
      },
    },
    forms: {
      acknowledgeForm: { who: 'responder', submit: send('direct_message') },
      sentElsewhere: { who: 'responder', submit: send('by_hand') },
    },
  } satisfies Handlers;
}

/** @throws Refusal when a person has answered already */
function refuseAnswered({ report }: TrackedReport): void {
  if (isUnacknowledged(report)) return;
  const last = report.messages.findLast(isWrittenByPerson);
  const { id, receivedAt } = report;
  throw new Refusal('already_acknowledged', { id, by: last?.by.user ?? '', at: last?.at ?? receivedAt });
}

/** Whether the bot cannot deliver to this reporter: not on Slack, or a message was refused and none has gone another way. */
export function reachedByHand({ report }: Pick<TrackedReport, 'report'>): boolean {
  return report.reporter.kind === 'elsewhere' || undeliveredMessage(report) !== undefined;
}
