import { plainText } from '../../../report/plain-text.js';
import { form } from '../declare-surface.js';
import { marked, modal, plain, section, textInput } from '../kit/blocks.js';
import { readInputs } from '../kit/input-values.js';
import { writeModalMetadata } from '../modal-metadata.js';
import { momentText } from '../parts/labels.js';
import { lastRemindersTold } from '../parts/last-reminders.js';
import type { SnoozeFacts } from '../reminder-facts.js';

/** The input of this form. */
export const snoozeInputs = {
  snoozeReason: 'snooze_reason',
} as const;

/** Characters of a reason. */
const longestReason = 1000;

/** Somebody does without the last reminder before a deadline, and says why. */
export const snoozeForm = form('snooze_form', 'responder', 'A', ({ until, kept, zone }: SnoozeFacts, locale) => {
  const { reminder, terms } = locale;
  const say = reminder.snoozeForm;
  const [first] = kept;
  const blocks = [
    section(marked(say.intro(momentText(until, zone, locale)))),
    section(marked(lastRemindersTold(kept, zone, locale, momentText).join('\n'))),
    section(plain(say.consequence)),
    textInput({
      id: snoozeInputs.snoozeReason,
      label: say.reason,
      hint: say.reasonHint,
      limit: longestReason,
      multiline: true,
    }),
  ];
  if (first === undefined) return modal({ title: say.title, close: terms.close, blocks: blocks.slice(0, 1) });
  const carries = writeModalMetadata({ id: first.id, until: until.getTime() });
  return modal({ title: say.title, close: terms.cancel, blocks }, { submit: say.submit, carries });
});

/** Reads why. */
export function readSnoozeReason(values: unknown): string {
  return plainText(readInputs(values).text(snoozeInputs.snoozeReason));
}
