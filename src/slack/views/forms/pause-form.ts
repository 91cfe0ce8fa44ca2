import type { Calendar } from '../../../deadline/calendar.js';
import { localDate, momentOn } from '../../../deadline/local-date.js';
import type { Report } from '../../../report/report.js';
import { form } from '../declare-surface.js';
import { modal, plain, section } from '../kit/blocks.js';
import { dateInput } from '../kit/choices.js';
import { readInputs } from '../kit/input-values.js';
import { writeModalMetadata } from '../modal-metadata.js';
import { reporterName } from '../parts/labels.js';

/** The input of this form. */
export const pauseInputs = {
  pauseUntil: 'pause_until',
} as const;

/** `byHand`: the bot can't tell the reporter. */
export type PauseFormFacts = Readonly<{ report: Report; zone: string; byHand: boolean }>;

/** A lead pauses a reporter: what happens to what they write, what they are told, and until when. */
export const pauseForm = form(
  'pause_reporter_form',
  'lead',
  'B',
  ({ report, zone, byHand }: PauseFormFacts, locale) => {
    const { pause: say, remediation, terms } = locale;
    const { id, paused } = report;
    const name = reporterName(report);
    const blocks = [
      section(plain(say.intro(id, name))),
      dateInput(
        { id: pauseInputs.pauseUntil, label: say.until, hint: say.untilHint },
        paused && localDate(paused.until, zone),
      ),
      section(plain(byHand ? remediation.embargo.tellByHand(name) : say.told(name))),
    ];
    return modal(
      { title: say.title, close: terms.cancel, blocks },
      { submit: say.submit, carries: writeModalMetadata({ id }) },
    );
  },
);

/** Reads when the pause ends: when the team's day begins. A day that is not there has surely passed. */
export function readPause(values: unknown, { open, zone }: Calendar): Date {
  const day = readInputs(values).day(pauseInputs.pauseUntil);
  return day === undefined ? new Date(0) : momentOn(day, open, zone);
}
