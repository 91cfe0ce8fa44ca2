import type { Language } from '../report/form.js';

/** `YYYY-MM-DD` in the calendar's zone. */
export type IsoDate = string;

/** The name of a day in each language. */
export type DayName = Readonly<Record<Language, string>>;

/** Opening and closing time of a day, each `HH:mm`, `close` the later. */
export type DayHours = Readonly<{ open: string; close: string }>;

/** The working days of a week (1 is Monday, 7 Sunday), and the hours of those that differ from the calendar's. */
export type Week = Readonly<{ weekdays: readonly number[]; hours: ReadonlyMap<number, DayHours> }>;

/** A team's working time. All dates and times are in `zone`. */
export type Calendar = Readonly<{
  /** IANA name, for example `Asia/Shanghai`. */
  zone: string;
  /** Weeks that hold from a date on, in order of it. Before the first, the calendar's own week holds. */
  laterWeeks: readonly (Week & Readonly<{ from: IsoDate }>)[];
  /** Holidays, including the weekend days inside them. */
  holidays: ReadonlyMap<IsoDate, DayName>;
  /** Working days that close early, at `close` (`HH:mm`). On a day off they change nothing. */
  halfDays: ReadonlyMap<IsoDate, Readonly<{ name: DayName; close: string }>>;
  /** Working days on what would be days off. They have the calendar's hours. */
  makeUpDays: ReadonlyMap<IsoDate, DayName>;
  /** The last day whose holidays and make-up days are known. Deadlines after it are provisional. */
  coversUntil: IsoDate;
}> &
  DayHours &
  Week;
