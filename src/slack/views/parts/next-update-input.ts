import type { InputBlock } from '@slack/types';
import type { Calendar } from '../../../deadline/calendar.js';
import { endOfDay, type UpdateBy } from '../../../deadline/next-update.js';
import type { Locale } from '../../../locales/locale-of.js';
import { dateInput } from '../kit/choices.js';
import { readInputs } from '../kit/input-values.js';
import { sharedInputs } from '../shared-inputs.js';

/** By when the reporter hears again, in every message to them: a day is there, to be changed or taken out. */
export function nextUpdateInput({ day, close, zone }: UpdateBy, { remediation }: Locale): InputBlock {
  const { label, hint } = remediation.nextUpdate;
  return dateInput({ id: sharedInputs.nextUpdate, label, hint: hint(close, zone), optional: true }, day);
}

/** The promise in a submitted message form: closing time of the chosen day. */
export function readNextUpdate(values: unknown, calendar: Calendar): Readonly<{ nextUpdate?: Date }> {
  const day = readInputs(values).day(sharedInputs.nextUpdate);
  return day === undefined ? {} : { nextUpdate: endOfDay(day, calendar) };
}
