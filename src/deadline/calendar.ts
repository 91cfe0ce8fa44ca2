import type { Language } from '../report/form.js';

/** `YYYY-MM-DD` in the calendar's zone. */
export type IsoDate = string;

/** The name of a day, in each language people read. */
export type DayName = Readonly<Record<Language, string>>;

/** A team's working time. All dates and hours are in `zone`. */
export type Calendar = Readonly<{
  /** IANA name, for example `Asia/Shanghai`. */
  zone: string;
  /** `HH:mm`. */
  open: string;
  /** `HH:mm`, later than `open`. */
  close: string;
  /** ISO weekdays that are worked: 1 is Monday, 7 Sunday. */
  weekdays: readonly number[];
  /** Days off, by name: weekdays, and weekend days that lie inside a holiday. */
  holidays: ReadonlyMap<IsoDate, DayName>;
  /** Days worked that would be off otherwise. */
  makeUpDays: ReadonlyMap<IsoDate, DayName>;
  /** The last day for which holidays and make-up days are known. Later days are provisional. */
  coversUntil: IsoDate;
}>;
