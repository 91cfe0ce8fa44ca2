import { localeOf } from '../../locales/locale-of.js';
import type { RefusalCode } from '../../report/refusal.js';
import type { FormAnswer } from '../handlers/interaction.js';
import { inputs } from '../views/inputs.js';
import { type RefusalReader, refusalText } from '../views/refusal-text.js';
import { type FormName, type ShownAs, show } from '../views/surfaces.js';
import type { Failure } from './outcome.js';

/** What became of a submitted form. */
export type FormOutcome = FormAnswer | Failure;

/** What Slack is told in the answer to a submission. */
export type FormAck =
  | undefined
  | Readonly<{ response_action: 'clear' }>
  | Readonly<{ response_action: 'errors'; errors: Record<string, string> }>
  | Readonly<{ response_action: 'update'; view: ShownAs<'modal'>['view'] }>;

type Form = Readonly<{ name: FormName; inputBlocks: readonly string[] }>;

/** The answer to a form. Whatever went wrong stands at an input, so that what was typed is kept. */
export function formAck(outcome: FormOutcome, form: Form, reader: RefusalReader): FormAck {
  const { language, team, zone } = reader;
  const locale = localeOf(language);
  const filing = form.name === 'reportForm';
  const atInput = (sentence: string, preferred: readonly string[] = []): FormAck => {
    const block = form.inputBlocks.find((one) => preferred.includes(one)) ?? form.inputBlocks[0];
    return block === undefined ? undefined : { response_action: 'errors', errors: { [block]: sentence } };
  };
  switch (outcome.kind) {
    case 'close':
      // Empty would close the top view alone: what it was opened from would still show how things were.
      return { response_action: 'clear' };
    case 'become':
      return { response_action: 'update', view: outcome.shown.view };
    case 'problems': {
      // What is asked for may have changed since the form was drawn: Slack takes no error for an input that isn't there.
      const there = Object.entries(outcome.byBlock).filter(([block]) => form.inputBlocks.includes(block));
      const [sentence] = Object.values(outcome.byBlock);
      if (there.length > 0 || sentence === undefined)
        return { response_action: 'errors', errors: Object.fromEntries(there) };
      return atInput(sentence);
    }
    case 'refused': {
      const { refusal } = outcome;
      const sentence = refusalText(refusal, reader);
      const modal = () => show('refusalModal', { refusal, team, zone }, language).view;
      return atInput(sentence, blockOf[refusal.code]) ?? { response_action: 'update', view: modal() };
    }
    case 'broken':
    case 'unsure': {
      const modal = () => show('troubleModal', { ...outcome, team }, language).view;
      return (
        atInput(filing ? locale.form.unsure : locale.trouble.unsure) ?? { response_action: 'update', view: modal() }
      );
    }
    default:
      return outcome satisfies never;
  }
}

/** Where a refusal is told, if it belongs to an input. */
const blockOf: Partial<Record<RefusalCode, readonly string[]>> = {
  received_in_the_future: [inputs.receivedAt],
  not_a_responder: [inputs.assignTo],
  next_update_not_ahead: [inputs.nextUpdate],
  reason_missing: [inputs.snoozeReason],
  pause_out_of_range: [inputs.pauseUntil],
  embargo_not_ahead: [inputs.embargoDay],
  embargo_broken: [inputs.embargoDay],
  where_missing: [inputs.brokenWhere],
  message_needed: [inputs.message, inputs.messageAnew],
  message_empty: [inputs.message, inputs.messageAnew],
  message_has_gap: [inputs.message, inputs.messageAnew],
  message_too_long: [inputs.message, inputs.messageAnew],
  line_named_twice: [inputs.lines],
  ranges_overlap: [inputs.lines],
  no_weakness: [inputs.cwes],
  unknown_cwe: [inputs.cwes],
  no_such_report: [inputs.originalId],
  duplicate_of_itself: [inputs.originalId],
  duplicate_of_a_duplicate: [inputs.originalId],
};
