import type { IsoDate } from './calendar.js';
import type { Absence } from './roster.js';

/** A person's absences with a new one, in place of those that it touches. What is over by `today` is forgotten. */
export function withAbsence(own: readonly Absence[], added: Absence, today: IsoDate): readonly Absence[] {
  const apart = own.filter(({ from, to }) => to >= today && (to < added.from || from > added.to));
  return [...apart, added].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** The same once the person is back: without the absence of today, else without the next one. */
export function withoutAbsence(own: readonly Absence[], today: IsoDate): readonly Absence[] {
  const left = own.filter(({ to }) => to >= today);
  const [first] = left.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return left.filter((one) => one !== first);
}
