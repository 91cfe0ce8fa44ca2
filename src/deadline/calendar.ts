import type { Language } from '../report/form.js';

/** `YYYY-MM-DD` in the calendar's zone. */
export type IsoDate = string;

/** The name of a day in each language. */
export type DayName = Readonly<Record<Language, string>>;

/** A team's working time. All dates and times are in `zone`. */
export type Calendar = Readonly<{
  /** IANA name, for example `Asia/Shanghai`. */
  zone: string;
  /** `HH:mm`. */
  open: string;
  /** `HH:mm`, later than `open`. */
  close: string;
  /** The working days of a week: 1 is Monday, 7 Sunday. */
  weekdays: readonly number[];
  /** Holidays, including the weekend days inside them. */
  holidays: ReadonlyMap<IsoDate, DayName>;
  /** Working days on what would be days off. */
  makeUpDays: ReadonlyMap<IsoDate, DayName>;
  /** The last day whose holidays and make-up days are known. Deadlines after it are provisional. */
  coversUntil: IsoDate;
}>;
